import HTTPClient
import LoopbackHTTP
import Synchronization
import Testing

/// Against a real server on loopback.
@Suite struct HTTPClientTests {
  @Test("method, path, headers and body arrive as they were given")
  func arrives() throws {
    let seen = Mutex<LoopbackRequest?>(nil)
    let server = try LoopbackServer { request in
      seen.withLock { $0 = request }
      return LoopbackAnswer(201, headers: [("X-Đáp", "một"), ("ETag", "\"abc\"")], Array("xin chào".utf8))
    }
    defer { server.stop() }
    let response = try HTTPClient().send(
      OutgoingRequest(
        "PUT", server.address + "/a%20b?x=1&y=%2F", headers: [("X-Key", "k1"), ("X-Empty", "")],
        body: .bytes([0, 1, 2, 255])))
    let request = try #require(seen.withLock { $0 })
    #expect(request.method == "PUT")
    #expect(request.path == "/a%20b")
    #expect(request.query == "x=1&y=%2F")
    #expect(request.headers["x-key"] == "k1")
    #expect(request.headers["x-empty"] == "")
    #expect(request.headers["expect"] == nil)
    #expect(request.headers["content-type"] == nil)
    #expect(request.body == [0, 1, 2, 255])
    #expect(response.status == 201)
    #expect(response.headers["etag"] == "\"abc\"")
    #expect(String(decoding: response.body, as: UTF8.self) == "xin chào")
  }

  @Test("every method goes out under its own name", arguments: ["GET", "POST", "PUT", "DELETE", "HEAD"])
  func methods(_ method: String) throws {
    let server = try LoopbackServer { LoopbackAnswer(headers: [("X-Method", $0.method)], [1, 2, 3]) }
    defer { server.stop() }
    let response = try HTTPClient().send(OutgoingRequest(method, server.address + "/"))
    #expect(response.headers["x-method"] == method)
    #expect(response.body.count == (method == "HEAD" ? 0 : 3))
  }

  @Test("a body is streamed from its source, and a response into its sink")
  func streams() throws {
    let server = try LoopbackServer { LoopbackAnswer(200, $0.body) }
    defer { server.stop() }
    let client = HTTPClient(limits: ClientLimits(responseBytes: 8 << 20))
    for _ in 0..<3 {
      let sink = CountingSink()
      let response = try client.send(
        OutgoingRequest("POST", server.address + "/", body: .stream(Numbers(byteCount: 3_000_000))), into: sink)
      #expect(response.status == 200)
      #expect(response.body.isEmpty)
      #expect(sink.status == 200)
      #expect(sink.byteCount == 3_000_000)
      #expect(sink.isInOrder)
    }
  }

  @Test("a response above its limit is refused, whether it tells its length or not")
  func tooLarge() throws {
    let server = try LoopbackServer { _ in LoopbackAnswer(200, [UInt8](repeating: 7, count: 100_001)) }
    defer { server.stop() }
    let error = #expect(throws: HTTPClientError.self) {
      try HTTPClient(limits: ClientLimits(responseBytes: 100_000)).send(OutgoingRequest("GET", server.address + "/"))
    }
    #expect(error?.code == .tooLarge)
  }

  @Test("a redirection is an answer, not a way to somewhere else")
  func redirections() throws {
    let server = try LoopbackServer { request in
      request.path == "/there"
        ? LoopbackAnswer(200) : LoopbackAnswer(302, headers: [("Location", "/there")])
    }
    defer { server.stop() }
    let response = try HTTPClient().send(OutgoingRequest("GET", server.address + "/"))
    #expect(response.status == 302)
    #expect(response.headers["location"] == "/there")
  }

  @Test("what goes wrong has its own code, and its words hold no query")
  func failures() throws {
    let silent = try LoopbackServer { _ in
      var answer = LoopbackAnswer(200, [1])
      answer.claimedLength = 10
      answer.closes = true
      return answer
    }
    defer { silent.stop() }
    let client = HTTPClient(limits: ClientLimits(totalSeconds: 5))
    func code(_ url: String, headers: [(name: String, value: String)] = []) -> HTTPClientError.Code? {
      #expect(throws: HTTPClientError.self) {
        try client.send(OutgoingRequest("GET", url, headers: headers))
      }?.code
    }
    #expect(code(silent.address + "/cut") == .broken)
    #expect(code("http://127.0.0.1:1/") == .unreachable)
    #expect(code("file:///etc/passwd") == .badRequest)
    #expect(code("http://127.0.0.1/a b") == .badRequest)
    #expect(code(silent.address, headers: [("X-A", "1\r\nX-B: 2")]) == .badRequest)
    let error = #expect(throws: HTTPClientError.self) {
      try client.send(OutgoingRequest("GET", "http://127.0.0.1:1/?secret=1"))
    }
    #expect(error?.message.contains("secret") == false)
  }

  @Test("what a sink throws comes out as it is")
  func sinkErrors() throws {
    let server = try LoopbackServer { _ in LoopbackAnswer(200, [1, 2, 3]) }
    defer { server.stop() }
    #expect(throws: RefusingSink.Refusal.self) {
      try HTTPClient().send(OutgoingRequest("GET", server.address + "/"), into: RefusingSink())
    }
  }
}

/// The bytes 0, 1, … 250, over and over.
private final class Numbers: RequestBodySource {
  let byteCount: Int64
  private let place = Mutex<Int64>(0)

  init(byteCount: Int64) {
    self.byteCount = byteCount
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    place.withLock { place in
      let count = min(Int64(buffer.count), byteCount - place)
      for index in 0..<Int(count) { buffer[index] = UInt8((place + Int64(index)) % 251) }
      place += count
      return Int(count)
    }
  }

  func rewind() { place.withLock { $0 = 0 } }
}

private final class CountingSink: ResponseBodySink {
  private(set) var status = 0
  private(set) var byteCount = 0
  private(set) var isInOrder = true

  func begin(status: Int, headers: [String: String]) { self.status = status }

  func receive(_ bytes: UnsafeRawBufferPointer) {
    for byte in bytes {
      if byte != UInt8(byteCount % 251) { isInOrder = false }
      byteCount += 1
    }
  }
}

private final class RefusingSink: ResponseBodySink {
  struct Refusal: Error {}
  func begin(status: Int, headers: [String: String]) throws { throw Refusal() }
  func receive(_ bytes: UnsafeRawBufferPointer) {}
}
