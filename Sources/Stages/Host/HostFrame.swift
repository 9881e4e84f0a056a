/// One message between the worker and a stage host: a JSON header and raw sections beside it.
///
/// What may be large (the words of 500 pages, a printed PDF) travels in the sections, so that the worker can pass
/// it on without understanding it.
///
/// On the wire, all numbers big-endian: `HSF1`, the count of parts as 32 bits, each part's length as 32 bits, then
/// the parts; the first is the header.
public struct HostFrame: Sendable, Hashable {
  public var header: [UInt8]
  public var sections: [[UInt8]]

  public init(header: [UInt8], sections: [[UInt8]] = []) {
    self.header = header
    self.sections = sections
  }

  static let magic: [UInt8] = Array("HSF1".utf8)
  static let preambleByteCount = 8
}

/// How large a frame may be. What comes from a host may have been written by an attacker.
public struct HostFrameLimits: Sendable {
  public var parts: Int
  public var headerBytes: Int
  public var totalBytes: Int

  /// Room for the words of 500 dense pages, many times over what a receipt takes.
  public init(parts: Int = 256, headerBytes: Int = 8 << 20, totalBytes: Int = 192 << 20) {
    self.parts = parts
    self.headerBytes = headerBytes
    self.totalBytes = totalBytes
  }
}
