import Dossiers
import Foundation

/// Takes a small body into memory.
final class BytesReceiver: BodyReceiver {
  let limit: Int64
  private var bytes: [UInt8] = []
  private let complete: ([UInt8]) throws -> HTTPAnswer
  private let refuse: (any Error) -> HTTPAnswer

  init(
    limit: Int64, complete: @escaping ([UInt8]) throws -> HTTPAnswer, refuse: @escaping (any Error) -> HTTPAnswer
  ) {
    self.limit = limit
    self.complete = complete
    self.refuse = refuse
  }

  func receive(_ piece: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: piece)
  }

  func finish() -> HTTPAnswer {
    do {
      return try complete(bytes)
    } catch {
      return refuse(error)
    }
  }

  func overflow() -> HTTPAnswer { refuse(Refusal.tooLarge(limit)) }
}

extension BytesReceiver {
  /// Takes a JSON object, or no body: `complete` gets nil then.
  static func json(
    complete: @escaping (JSONValue?) throws -> HTTPAnswer, refuse: @escaping (any Error) -> HTTPAnswer
  ) -> BytesReceiver {
    BytesReceiver(
      limit: 64 << 10,
      complete: { bytes in
        if bytes.isEmpty { return try complete(nil) }
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)), case .object = value else {
          throw Refusal.notJSON
        }
        return try complete(value)
      }, refuse: refuse)
  }
}
