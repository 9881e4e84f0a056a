import Digests
public import Dossiers
public import Workflow

/// A key as its holder has it: `hoso_<id>_<secret>`. 256 random bits need no slow digest to be kept safely.
public struct AccessKeyText: Sendable {
  public let text: String
  let id: String
  let secretSHA256: String

  /// A new one. Throws where the system gives no randomness.
  public static func make() throws -> AccessKeyText {
    let id = Hexadecimal.encode(try RandomBytes.make(5))
    let secret = Base64URL.encode(try RandomBytes.make(32))
    return AccessKeyText(id: id, secret: secret)
  }

  private init(id: String, secret: String) {
    self.id = id
    text = "hoso_\(id)_\(secret)"
    secretSHA256 = SHA256Digest.hex(of: secret)
  }

  /// nil where the text is no key of ours.
  init?(_ text: String) {
    let pieces = text.split(separator: "_", maxSplits: 2, omittingEmptySubsequences: false)
    guard pieces.count == 3, pieces[0] == "hoso", pieces[1].utf8.count == 10, (40...64).contains(pieces[2].utf8.count)
    else { return nil }
    self.init(id: String(pieces[1]), secret: String(pieces[2]))
  }

  /// Keeps it in the store, but for its secret. Without a label it is called by its id.
  public func keep(
    scopes: Set<AccessKey.Scope>, label: String?, by actor: String, at time: Timestamp, in store: any WorkflowStore
  ) throws(StoreError) -> AccessKey {
    let key = AccessKey(id: id, label: label ?? id, scopes: scopes, createdAt: time, createdBy: actor)
    try store.addKey(key, secretSHA256: secretSHA256)
    return key
  }

  /// The stored key that this is; nil where there is none, it was revoked, or the secret is another.
  func find(in store: any WorkflowStore) throws(StoreError) -> AccessKey? {
    guard let (key, sha256) = try store.accessKey(id), key.revokedAt == nil,
      MessageAuthentication.equal(Array(sha256.utf8), Array(secretSHA256.utf8))
    else { return nil }
    return key
  }
}
