public import Dossiers

/// The fingerprints of a document's pages as the stage `fingerprint` leaves them: `{"prints":{"1":"<64 hex digits>"}}`.
public struct FingerprintRecord: Sendable {
  /// By page, counted from 1; pages of one even colour have none.
  public let prints: [Int: PageFingerprint]

  public init(_ prints: [Int: PageFingerprint]) {
    self.prints = prints
  }

  /// What is not of that shape is passed over.
  public init(output: JSONValue) {
    var prints: [Int: PageFingerprint] = [:]
    if case .object(let members)? = output["prints"] {
      for (page, bits) in members {
        guard let number = Int(page), let print = bits.string.flatMap({ PageFingerprint(hex: $0) }) else { continue }
        prints[number] = print
      }
    }
    self.prints = prints
  }

  public var output: JSONValue {
    ["prints": .object(Dictionary(uniqueKeysWithValues: prints.map { ("\($0)", .string($1.description)) }))]
  }
}
