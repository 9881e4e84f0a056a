import Glibc
import Stages
import Testing

/// What comes over the channel may have been written by an attacker.
@Suite("the host channel")
struct HostChannelTests {
  private struct Late: Error {}

  /// Two ends: a channel, and the raw socket on its other side.
  private func pair(_ limits: HostFrameLimits = HostFrameLimits()) -> (channel: HostChannel, raw: Int32) {
    var ends: [Int32] = [-1, -1]
    #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
    return (HostChannel(owning: ends[0], limits: limits), ends[1])
  }

  private func receive(_ bytes: [UInt8], limits: HostFrameLimits = HostFrameLimits()) throws -> HostFrame {
    let (channel, raw) = pair(limits)
    #expect(write(raw, bytes, bytes.count) == bytes.count)
    close(raw)
    return try channel.receive { _ in throw Late() }.frame
  }

  @Test("a frame arrives as it was sent, with its descriptor")
  func roundTrip() throws {
    var ends: [Int32] = [-1, -1]
    #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
    let (left, right) = (HostChannel(owning: ends[0]), HostChannel(owning: ends[1]))
    let file = open("/etc/hostname", O_RDONLY)
    defer { close(file) }
    let frame = HostFrame(header: [1, 2, 3], sections: [[], [4, 5], [UInt8](repeating: 6, count: 10_000)])
    try left.send(frame, descriptor: file) { _ in throw Late() }
    let (received, passed) = try right.receive(acceptingDescriptor: true) { _ in throw Late() }
    #expect(received == frame)
    let descriptor = try #require(passed)
    #expect(fcntl(descriptor, F_GETFD) & FD_CLOEXEC != 0)
    close(descriptor)
  }

  @Test("a descriptor that nobody asked for is refused, and closed")
  func unwantedDescriptor() throws {
    var ends: [Int32] = [-1, -1]
    #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
    let (left, right) = (HostChannel(owning: ends[0]), HostChannel(owning: ends[1]))
    try left.send(HostFrame(header: [1]), descriptor: STDIN_FILENO) { _ in throw Late() }
    #expect(throws: HostChannelError.self) { try right.receive { _ in throw Late() } }
  }

  @Test(
    "a frame beyond the limits is refused before its bytes are waited for",
    arguments: [
      // No parts; too many parts; too long a header; too much in all; another beginning.
      [0x48, 0x53, 0x46, 0x31, 0, 0, 0, 0], [0x48, 0x53, 0x46, 0x31, 0xff, 0, 0, 0],
      [0x48, 0x53, 0x46, 0x31, 0, 0, 0, 1, 0x7f, 0, 0, 0],
      [0x48, 0x53, 0x46, 0x31, 0, 0, 0, 3, 0, 0, 0, 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
      [0x47, 0x45, 0x54, 0x20, 0, 0, 0, 0],
    ] as [[UInt8]])
  func beyondLimits(bytes: [UInt8]) {
    let error = #expect(throws: HostChannelError.self) { try receive(bytes) }
    guard case .malformed = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("a frame that breaks off is told from a malformed one")
  func brokenOff() throws {
    let error = #expect(throws: HostChannelError.self) {
      try receive([0x48, 0x53, 0x46, 0x31, 0, 0, 0, 1, 0, 0, 0, 9, 1, 2])
    }
    guard case .closed = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("any bytes at all are read or refused, never more", arguments: 0..<200)
  func anyBytes(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    var bytes: [UInt8] = seed % 2 == 0 ? [0x48, 0x53, 0x46, 0x31, 0, 0, 0, UInt8(1 + seed % 4)] : []
    for _ in 0..<Int(random.next() % 300) { bytes.append(UInt8(truncatingIfNeeded: random.next() % 5)) }
    do {
      let frame = try receive(bytes, limits: HostFrameLimits(parts: 8, headerBytes: 4096, totalBytes: 8192))
      _ = try? frame.answer()
      _ = try? frame.request()
    } catch is HostChannelError {
      // Refused.
    }
  }

  @Test("a header that is no message says so without repeating what it held")
  func header() {
    let error = #expect(throws: HostChannelError.self) {
      try HostFrame(header: Array(#"{"result": {"name": "NGUYỄN VĂN A"}}"#.utf8)).answer()
    }
    #expect(error?.description.contains("NGUYỄN") == false)
  }

  @Test("nesting without end is refused", arguments: ["[", #"{"result":"#])
  func nesting(opening: String) {
    let bytes = Array(String(repeating: opening, count: 100_000).utf8)
    #expect(throws: HostChannelError.self) { try HostFrame(header: bytes).answer() }
  }

  @Test(
    "an answer with numbers that nobody can reckon with is malformed",
    arguments: [
      #"{"progress":{"page":9223372036854775807}}"#, #"{"progress":{"page":0}}"#,
      result(facts: #"{"document":{"pages":9223372036854775807},"pages":[]}"#),
      result(facts: #"{"document":{"pages":-1},"pages":[]}"#),
      result(facts: #"{"document":{"pages":"two"},"pages":[]}"#),
      result(parts: part(pages: "[1,9223372036854775807]")), result(parts: part(pages: "[-9223372036854775808]")),
      result(parts: part(page: "9223372036854775807")), result(parts: part(confidence: "1e300")),
      result(parts: part(confidence: "-0.1")), result(parts: part(box: "[0,0,9223372036854775807,1]")),
      result(parts: part(box: "[-9223372036854775808,0,1,1]")),
    ])
  func beyondBounds(answer: String) {
    let error = #expect(throws: HostChannelError.self) { try HostFrame(header: Array(answer.utf8)).answer() }
    guard case .malformed = error else {
      Issue.record("\(error.map { "\($0)" } ?? "nothing")")
      return
    }
  }

  @Test(
    "an answer at its bounds is taken",
    arguments: [
      #"{"progress":{"page":20000}}"#, result(facts: #"{"document":{"pages":20000},"pages":[{}]}"#),
      result(parts: part(confidence: "1", box: "[-3,0,5000,7000]")), result(parts: part(confidence: "0")),
    ])
  func withinBounds(answer: String) throws {
    _ = try HostFrame(header: Array(answer.utf8)).answer()
  }
}

/// The same seed, the same bytes.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

private func result(parts: String = "", facts: String = #"{"document":{},"pages":[]}"#) -> String {
  #"{"result":{"_0":{"outcome":"done","problems":[],"parts":[\#(parts)],"facts":\#(facts),"output":null}}}"#
}

private func part(
  pages: String = "[1]", page: String = "1", confidence: String = "0.5", box: String = "[0,0,1,1]"
) -> String {
  let field =
    #"{"value":"x","confidence":\#(confidence),"source":"ocr","verified":false,"page":\#(page),"box":\#(box)}"#
  return #"{"kind":"id-card","pages":\#(pages),"fields":{"full_name":\#(field)}}"#
}
