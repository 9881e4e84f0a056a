import Dossiers
import Glibc
import Reception
import Serving
import Storage
import Testing
import Workflow

/// What nobody sends by mistake.
@Suite("Hostile requests", .serialized)
struct HostileTests {
  private func clean(_ server: LiveServer) throws {
    for _ in 0..<100 {
      if try server.storedFiles().isEmpty { break }
      usleep(50_000)
    }
    #expect(try server.storedFiles() == [])
    #expect(try server.installation.store.dossiers(DossierFilter()).isEmpty)
    #expect(try server.request("GET", "/healthz").status == 200)
  }

  @Test("ten thousand headers are refused, and the server goes on")
  func headers() throws {
    let server = try LiveServer()
    var request = "GET /healthz HTTP/1.1\r\nHost: x\r\n"
    for number in 0..<10_000 { request += "X-\(number): \(number)\r\n" }
    let reply = try server.exchange(Array((request + "\r\n").utf8))
    #expect(reply.status == 431 || reply.status == 413 || reply.head.isEmpty)
    try clean(server)
  }

  @Test(
    "paths that try to lead elsewhere find nothing",
    arguments: [
      "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/v1/dossiers/..%2f..%2fetc%2fpasswd", "/t/%00", "/t/%ff%fe",
      "//v1//dossiers", "/v1/dossiers/%5c..%5c..%5cstore.sqlite", "/t/../../store.sqlite", "/v1/dossiers/a%0d%0aX:%20y",
      "/hoso.css/..%2f..%2fstore.sqlite",
    ])
  func paths(_ path: String) throws {
    let server = try LiveServer()
    let reply = try server.request("GET", path, key: try server.key([.read]))
    #expect(reply.status == 400 || reply.status == 404)
    #expect(!reply.body.contains("root:"))
    #expect(!reply.head.contains("X: y"))
  }

  @Test(
    "lengths that lie and bodies that are two at once leave nothing behind",
    arguments: [
      // Longer than what comes, shorter than what comes, two lengths, both ways at once, no number at all.
      ("Content-Length: 100000", 1), ("Content-Length: 5", 2), ("Content-Length: 60\r\nContent-Length: 61", 2),
      ("Content-Length: 60\r\nTransfer-Encoding: chunked", 2), ("Content-Length: abc", 2),
      ("Content-Length: -1", 2), ("Content-Length: 99999999999999999999", 2), ("Transfer-Encoding: gzip", 2),
    ])
  func lengths(_ header: String, _ kind: Int) throws {
    let server = try LiveServer { $0.idleSeconds = 1 }
    let head =
      "POST /v1/dossiers HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer \(try server.key([.submit]))\r\n"
      + "Content-Type: multipart/form-data; boundary=b\r\n\(header)\r\n\r\n"
    let reply = try server.exchange(Array((head + part("files", file: "a", "x") + "--b--\r\n").utf8))
    #expect(reply.head.isEmpty || (400..<500).contains(reply.status), "\(reply.head)")
    try clean(server)
  }

  @Test("chunks that lie leave nothing behind", arguments: ["zz\r\nabc\r\n", "ffffffffffffffff\r\nabc", "5\r\nab"])
  func chunks(_ body: String) throws {
    let server = try LiveServer { $0.idleSeconds = 1 }
    let head =
      "POST /v1/dossiers HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer \(try server.key([.submit]))\r\n"
      + "Content-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n"
    let reply = try server.exchange(Array((head + body).utf8))
    #expect(reply.head.isEmpty || (400..<500).contains(reply.status), "\(reply.head)")
    try clean(server)
  }

  @Test("a body that trickles in is cut off, and leaves nothing behind")
  func slowBody() throws {
    let server = try LiveServer {
      $0.bodyGraceMilliseconds = 500
      $0.leastBytesPerSecond = 1000
    }
    let head =
      "POST /v1/dossiers HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(try server.key([.submit]))\r\n"
      + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n"
    let connection = try Loopback(port: server.port)
    try connection.send(Array((head + part("files", file: "a", "x")).utf8))
    for _ in 0..<12 {
      try connection.send([120])
      usleep(150_000)
    }
    #expect(connection.readToEnd().isEmpty)
    try clean(server)
  }

  @Test("forty slow connections hold nobody else up")
  func slowloris() throws {
    let server = try LiveServer { $0.headMilliseconds = 3_000 }
    let slow = try (0..<40).map { _ in try Loopback(port: server.port) }
    for connection in slow { try connection.send(Array("GET / HTTP/1.1\r\nX-A:".utf8)) }
    let started = Timestamp(milliseconds: Int64(time(nil)) * 1000)
    for _ in 0..<5 { #expect(try server.request("GET", "/healthz").status == 200) }
    #expect(Int64(time(nil)) * 1000 - started.milliseconds < 3_000)
    for connection in slow { #expect(connection.readToEnd().isEmpty) }
  }

  @Test("a key's requests, an address's requests and its uploads at one time are bounded, in words")
  func limits() throws {
    let server = try LiveServer {
      $0.keyRequestsPerMinute = 3
      $0.addressRequestsPerMinute = 5
    }
    let key = try server.key([.read])
    let statuses = try (0..<5).map { _ in try server.request("GET", "/v1/dossiers", key: key).status }
    #expect(statuses == [200, 200, 200, 429, 429])
    let other = try server.request("GET", "/v1/dossiers", key: try server.key([.read]))
    #expect(other.status == 200)
    var last = try server.request("GET", "/healthz")
    for _ in 0..<6 { last = try server.request("GET", "/healthz") }
    #expect(last.status == 429)
    #expect(last.head.contains("Retry-After"))
  }

  @Test("uploads at one time are bounded for a key, and bytes within a minute")
  func uploads() throws {
    let server = try LiveServer {
      $0.keyUploadsAtOnce = 1
      $0.keyBytesPerMinute = 50_000
    }
    let key = try server.key([.submit])
    let head =
      "POST /v1/dossiers HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(key)\r\n"
      + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000\r\n\r\n"
    // Until the first one's head has come; where the second was quicker, the first is refused and begun again.
    var begun: [Loopback] = []
    var second: HTTPReply
    repeat {
      begun.append(try Loopback(port: server.port))
      try begun.last?.send(Array((head + part("files", file: "a", "x")).utf8))
      usleep(50_000)
      second = try server.submit(part("files", file: "a", "x") + "--b--\r\n", key: key)
    } while second.status == 202 && begun.count < 40
    #expect(second.status == 429)
    let many = try LiveServer { $0.keyBytesPerMinute = 50_000 }
    let heavy = try many.key([.submit])
    let body = part("files", file: "a", String(repeating: "z", count: 60_000)) + "--b--\r\n"
    #expect(try many.submit(body, key: heavy).status == 202)
    #expect(try many.submit(body, key: heavy).status == 429)
  }

  @Test("nobody starts more stage hosts than there are places: who finds none is told to come again")
  func hostPlaces() throws {
    let server = try LiveServer {
      $0.hostsAtOnce = 0
      $0.hostPatienceMilliseconds = 1
    }
    let form = ["Content-Type: multipart/form-data; boundary=b"]
    let photo = try server.request(
      "POST", "/tra-cuu", headers: form, body: Array((part("photo", file: "a.jpg", "x") + "--b--\r\n").utf8))
    #expect(photo.status == 503 && photo.head.contains("Retry-After"))
    let key = try server.key([.submit, .read])
    let sent = try server.submit(part("files", file: "a.jpg", "x") + "--b--\r\n", key: key)
    let id = try #require(sent.json?["id"]?.string)
    #expect(try server.request("GET", "/v1/dossiers/\(id)/documents/1/pages/1", key: key).status == 503)
  }

  @Test(
    "one address has its share of the connections, a proxy in front of all addresses has all", arguments: [false, true])
  func connectionShare(behindProxy: Bool) throws {
    let server = try LiveServer(behindProxy: behindProxy) { $0.connectionsPerAddress = 2 }
    let held = try (0..<2).map { _ in
      let connection = try Loopback(port: server.port)
      try connection.send(Array("GET /healthz HTTP/1.1\r\n".utf8))
      return connection
    }
    // Refused connections are closed without an answer; the server takes connections in the order in which they came.
    let status = try server.request("GET", "/healthz").status
    withExtendedLifetime(held) { #expect(status == (behindProxy ? 200 : 0)) }
  }
}
