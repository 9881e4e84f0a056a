import Digests
import Dossiers
import Foundation
import Logs
import Workflow

/// Takes what Zalo's servers tell: checks the signature on the raw bytes, keeps the event, and is done. What follows
/// from it is `ChatDesk`'s work, so that the answer never waits.
public struct ZaloWebhook: Sendable {
  public enum Answer: Sendable, Equatable {
    /// Kept, or known already.
    case taken
    case wrongSignature
    case malformed
  }

  public static let path = "/zalo/webhook"
  /// Bytes of an event: far more than any has.
  public static let limit: Int64 = 256 << 10

  private let signature: ZaloSignature
  private let appId: String
  private let store: any WorkflowStore
  private let log: any Log
  private let arrived: @Sendable () -> Void

  init(
    _ configuration: ZaloConfiguration, store: any WorkflowStore, log: any Log, arrived: @escaping @Sendable () -> Void
  ) {
    signature = ZaloSignature(appId: configuration.appId, secret: configuration.oaSecretKey)
    appId = configuration.appId
    self.store = store
    self.log = log
    self.arrived = arrived
  }

  /// `headers` by lower-case name. Throws a `StoreError` where the event cannot be kept: Zalo will tell it again.
  public func receive(headers: [String: String], body: [UInt8]) throws -> Answer {
    guard let event = try? JSONDecoder().decode(JSONValue.self, from: Data(body)) else { return .malformed }
    let timestamps = [event["timestamp"].flatMap(Self.digits), headers["x-zevent-timestamp"]].compactMap { $0 }
    guard signature.isRight(headers["x-zevent-signature"], body: body, timestamps: timestamps) else {
      log.warning("zalo.wrong-signature", ("bytes", body.count))
      return .wrongSignature
    }
    // The secret is the account's, the application's id is signed with it: no other application's event gets here.
    guard let kind = event["event_name"]?.string, let citizen = Self.citizen(of: event, kind: kind),
      let saidAt = timestamps.first.flatMap({ Int64($0) })
    else { return .malformed }
    // What has no id of its own is known by its bytes.
    let id = event["message"]?["msg_id"]?.string ?? "event:" + SHA256Digest.hex(of: body)
    let isNew = try store.receive(
      ChatEvent(
        id: "zalo:\(id)", citizen: citizen, kind: kind, payload: Self.kept(event),
        saidAt: Timestamp(milliseconds: saidAt)))
    log.debug("zalo.event", ("kind", kind), ("new", "\(isNew)"))
    if isNew { arrived() }
    return .taken
  }

  /// What is needed later: the message, or what the citizen told of themselves.
  private static func kept(_ event: JSONValue) -> JSONValue {
    var kept: [String: JSONValue] = [:]
    for name in ["message", "info"] { if let value = event[name] { kept[name] = value } }
    return .object(kept)
  }

  /// Who did it. Of a message that the account sent it is the receiver, which is nobody's doing.
  private static func citizen(of event: JSONValue, kind: String) -> String? {
    let id = kind == "follow" || kind == "unfollow" ? event["follower"]?["id"]?.string : event["sender"]?["id"]?.string
    guard let id = id ?? event["sender"]?["id"]?.string, !id.isEmpty, id.utf8.count <= 64 else { return nil }
    return id
  }

  private static func digits(_ value: JSONValue) -> String? {
    value.string ?? value.integer.map { String($0) }
  }
}
