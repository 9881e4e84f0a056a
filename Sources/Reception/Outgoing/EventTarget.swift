import Dossiers
import Foundation

/// A reception system that is told of events: an entry of `events.json` in the home.
public struct EventTarget: Sendable, Decodable {
  public let name: String
  /// Where events are posted.
  public let url: String
  /// Signs them.
  public let secret: String
  /// Only these; `dossier.*` names all that begin so. Without a list: all.
  public let topics: [String]?

  public init(name: String, url: String, secret: String, topics: [String]? = nil) {
    self.name = name
    self.url = url
    self.secret = secret
    self.topics = topics
  }

  /// Its name as an addressee of the outbox.
  public var target: String { "events:\(name)" }

  public func wants(_ topic: String) -> Bool {
    guard let topics else { return true }
    return topics.contains { $0 == topic || ($0.hasSuffix("*") && topic.hasPrefix($0.dropLast())) }
  }

  private struct List: Decodable {
    let targets: [EventTarget]
  }

  /// Reads an `events.json`: `{"targets": [{"name", "url", "secret", "topics"}]}`.
  public static func read(_ bytes: [UInt8], path: String) throws(ReceptionError) -> [EventTarget] {
    let whole = KnownMembers.value(bytes)
    let complaint =
      KnownMembers.complaint(about: whole, knowing: ["targets"])
      ?? whole?["targets"]?.array?.lazy.compactMap {
        KnownMembers.complaint(about: $0, knowing: ["name", "url", "secret", "topics"])
      }.first
    if let complaint { throw ReceptionError(.malformed, "\(path): \(complaint)") }
    let targets: [EventTarget]
    do {
      targets = try JSONDecoder().decode(List.self, from: Data(bytes)).targets
    } catch DecodingError.keyNotFound(let key, _) {
      throw ReceptionError(.malformed, "\(path): “\(key.stringValue)” is missing")
    } catch {
      throw ReceptionError(.malformed, "\(path) is not a list of targets with name, url and secret")
    }
    var names: Set<String> = []
    for target in targets {
      guard !target.name.isEmpty, names.insert(target.name).inserted else {
        throw ReceptionError(.malformed, "\(path): two targets are called “\(target.name)”, or one has no name")
      }
      guard target.url.hasPrefix("https://") || target.url.hasPrefix("http://") else {
        throw ReceptionError(.malformed, "\(path): “\(target.url)” is no address (https://…)")
      }
      guard target.secret.utf8.count >= 16 else {
        throw ReceptionError(.malformed, "\(path): the secret of “\(target.name)” is shorter than 16 characters")
      }
    }
    return targets
  }
}
