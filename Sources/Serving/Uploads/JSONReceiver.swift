import Dossiers
import Foundation

/// Takes a small JSON body in, or none.
final class JSONReceiver: BodyReceiver {
  let limit: Int64 = 64 << 10
  private var bytes: [UInt8] = []
  private let complete: (JSONValue?) throws -> HTTPAnswer
  private let refuse: (any Error) -> HTTPAnswer

  /// `complete` gets the object, or nil where no body came.
  init(complete: @escaping (JSONValue?) throws -> HTTPAnswer, refuse: @escaping (any Error) -> HTTPAnswer) {
    self.complete = complete
    self.refuse = refuse
  }

  func receive(_ piece: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: piece)
  }

  func finish() -> HTTPAnswer {
    do {
      if bytes.isEmpty { return try complete(nil) }
      guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)), case .object = value else {
        throw Refusal.notJSON
      }
      return try complete(value)
    } catch {
      return refuse(error)
    }
  }

  func overflow() -> HTTPAnswer { refuse(Refusal.tooLarge(limit)) }
}
