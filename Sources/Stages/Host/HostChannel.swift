import CPosix
import Glibc

/// Frames over one end of a Unix stream socket. For one thread at a time.
public final class HostChannel {
  /// Called when the socket is not ready for the `poll` events given: returns once it may be, or throws to give up.
  public typealias Waiting = (_ events: Int16) throws -> Void

  public let descriptor: Int32
  private let limits: HostFrameLimits

  /// Takes the descriptor over and closes it in the end.
  public init(owning descriptor: Int32, limits: HostFrameLimits = HostFrameLimits()) {
    self.descriptor = descriptor
    self.limits = limits
  }

  deinit {
    close(descriptor)
  }

  /// Sends a frame, and a descriptor beside it, which stays the caller's.
  public func send(_ frame: HostFrame, descriptor passed: Int32? = nil, waiting: Waiting) throws {
    let parts = [frame.header] + frame.sections
    var preamble = HostFrame.magic
    preamble.reserveCapacity(HostFrame.preambleByteCount + 4 * parts.count)
    Self.append(parts.count, to: &preamble)
    for part in parts { Self.append(part.count, to: &preamble) }
    guard parts.count <= limits.parts, frame.header.count <= limits.headerBytes,
      parts.reduce(0, { $0 + $1.count }) <= limits.totalBytes
    else { throw HostChannelError.malformed("larger than the limits") }
    try send(preamble, descriptor: passed ?? -1, waiting: waiting)
    for part in parts { try send(part, descriptor: -1, waiting: waiting) }
  }

  /// Receives a frame. A descriptor that came with it is the caller's; where none is accepted, it is refused.
  public func receive(
    acceptingDescriptor: Bool = false, waiting: Waiting
  ) throws -> (frame: HostFrame, descriptor: Int32?) {
    var passed: Int32 = -1
    do {
      let preamble = try receive(HostFrame.preambleByteCount, descriptor: &passed, waiting: waiting)
      guard preamble.starts(with: HostFrame.magic) else {
        throw HostChannelError.malformed("it does not begin as a frame does")
      }
      let count = Self.number(preamble[4...])
      guard count >= 1, count <= limits.parts else { throw HostChannelError.malformed("\(count) parts") }
      let sizes = try receive(4 * count, descriptor: &passed, waiting: waiting)
      let lengths = stride(from: 0, to: sizes.count, by: 4).map { Self.number(sizes[$0..<($0 + 4)]) }
      // Lengths have 32 bits and are few: their sum cannot overflow.
      guard lengths[0] <= limits.headerBytes, lengths.reduce(0, +) <= limits.totalBytes else {
        throw HostChannelError.malformed("\(lengths.reduce(0, +)) bytes")
      }
      var parts: [[UInt8]] = []
      for length in lengths { parts.append(try receive(length, descriptor: &passed, waiting: waiting)) }
      if passed >= 0, !acceptingDescriptor {
        throw HostChannelError.malformed("a descriptor came with it")
      }
      return (HostFrame(header: parts[0], sections: Array(parts.dropFirst())), passed >= 0 ? passed : nil)
    } catch {
      if passed >= 0 { close(passed) }
      throw error
    }
  }

  private func send(_ bytes: [UInt8], descriptor passed: Int32, waiting: Waiting) throws {
    var sent = 0
    while sent < bytes.count {
      let (count, code) = bytes.withUnsafeBytes { buffer -> (Int, Int32) in
        let rest = UnsafeRawBufferPointer(rebasing: buffer[sent...])
        let count = hoso_send_descriptor(descriptor, rest.baseAddress, rest.count, sent == 0 ? passed : -1, 0)
        return (count, errno)
      }
      if count >= 0 {
        sent += count
      } else {
        try wait(POLLOUT, after: code, waiting: waiting)
      }
    }
  }

  /// Grows its buffer as bytes arrive: a length alone takes no memory.
  private func receive(_ length: Int, descriptor passed: inout Int32, waiting: Waiting) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < length {
      let filled = bytes.count
      let room = min(length - filled, max(64 << 10, filled))
      var came: Int32 = -1
      var count = 0
      var code: Int32 = 0
      bytes += [UInt8](unsafeUninitializedCapacity: room) { buffer, received in
        count = hoso_receive_descriptor(descriptor, buffer.baseAddress, room, &came, 0)
        code = errno
        received = max(0, count)
      }
      if came >= 0 {
        guard passed < 0 else {
          close(came)
          throw HostChannelError.malformed("two descriptors came with it")
        }
        passed = came
      }
      if count == 0 { throw HostChannelError.closed }
      if count < 0 { try wait(POLLIN, after: code, waiting: waiting) }
    }
    return bytes
  }

  private func wait(_ event: Int32, after code: Int32, waiting: Waiting) throws {
    switch code {
    case EAGAIN: try waiting(Int16(event))
    case EPIPE, ECONNRESET: throw HostChannelError.closed
    default: throw HostChannelError.system(code: code)
    }
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).bigEndian) { bytes.append(contentsOf: $0) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}
