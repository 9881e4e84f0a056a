import Files
import Glibc
public import Worker

/// Who is told what lies in the outbox, by the files in the home.
public struct OutboxTargets: Sendable {
  public let events: [EventTarget]
  /// The home has a `zalo.json`.
  public let hasZalo: Bool

  public init(events: [EventTarget], hasZalo: Bool) {
    self.events = events
    self.hasZalo = hasZalo
  }

  public static func zaloFile(in home: Home) -> String { home.path + "/zalo.json" }
  public static func eventsFile(in home: Home) -> String { home.path + "/events.json" }

  public static func read(_ home: Home) throws -> OutboxTargets {
    let path = eventsFile(in: home)
    let bytes = try secretFile(path)
    return OutboxTargets(
      events: try bytes.map { try EventTarget.read($0, path: path) } ?? [],
      hasZalo: access(zaloFile(in: home), F_OK) == 0)
  }

  /// All names.
  public var names: Set<String> { Set(events.map(\.target)).union(hasZalo ? ["zalo"] : []) }

  /// A file that holds secrets; nil where there is none. Throws where others may read it.
  public static func secretFile(_ path: String) throws -> [UInt8]? {
    guard access(path, F_OK) == 0 else { return nil }
    let file = try OwnedDescriptor.reading(path)
    guard try file.status().mode & 0o077 == 0 else {
      throw ReceptionError(.malformed, "\(path) holds secrets, and others may read it: chmod 600 \(path)")
    }
    return try file.readToEnd(limit: 1 << 20)
  }
}
