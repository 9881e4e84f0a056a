import FoundationEssentials

/// Headers to bytes and back. What cannot be read is a malformed frame, whoever sent it.
extension HostFrame {
  public init(_ request: HostRequest, sections: [[UInt8]] = []) throws {
    self.init(header: try Self.encode(request), sections: sections)
  }

  public init(_ answer: HostAnswer, sections: [[UInt8]] = []) throws {
    self.init(header: try Self.encode(answer), sections: sections)
  }

  public func request() throws(HostChannelError) -> HostRequest {
    try decode(HostRequest.self)
  }

  /// Throws for an answer beyond its bounds as for one that cannot be read.
  public func answer() throws(HostChannelError) -> HostAnswer {
    let answer = try decode(HostAnswer.self)
    if let excess = answer.excess { throw .malformed(excess) }
    return answer
  }

  private static func encode(_ message: some Encodable) throws -> [UInt8] {
    Array(try JSONEncoder().encode(message))
  }

  private func decode<Message: Decodable>(_: Message.Type) throws(HostChannelError) -> Message {
    do {
      return try JSONDecoder().decode(Message.self, from: Data(header))
    } catch {
      // The error itself would quote the header, which may hold what was read from a citizen's card.
      throw .malformed("its header is no \(Message.self)")
    }
  }
}
