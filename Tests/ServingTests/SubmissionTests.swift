import Dossiers
import Glibc
import Reception
import Serving
import Storage
import Testing
import Workflow

@Suite("Handing in over HTTP")
struct SubmissionTests {
  @Test("an acknowledged dossier is in the record with its files, names made harmless")
  func submits() throws {
    let server = try LiveServer()
    let body =
      part("sender", "Nguyễn Thị Mẫu") + part("files", file: "..\\..\\thẻ.jpg", "một\r\n--c")
      + part("files", file: "../../etc/passwd", "hai")
      + "--b--\r\n"
    let reply = try server.submit(body, key: try server.key([.submit]))
    #expect(reply.status == 202)
    let id = try #require(reply.json?["id"]?.string)
    #expect(reply.json?["receipt"] == .null)
    #expect(reply.json?["lookup"]?.string == "https://hoso.example.vn/t/\(id)")
    let dossier = try #require(try server.installation.store.dossier(submission: SubmissionID(rawValue: id)))
    let documents = try server.installation.store.documents(of: dossier.id)
    #expect(documents.map(\.name) == ["thẻ.jpg", "passwd"])
    #expect(try server.installation.files.read(documents[0].sha256) == Array("một\r\n--c".utf8))
    #expect(dossier.sender == "Nguyễn Thị Mẫu")
  }

  @Test("the same idempotency key gives the same dossier, and takes nothing in twice")
  func repeats() throws {
    let server = try LiveServer()
    let key = try server.key([.submit])
    let body = part("files", file: "a.jpg", "x") + "--b--\r\n"
    let first = try server.submit(body, key: key, headers: ["Idempotency-Key: 7"])
    let again = try server.submit(body, key: key, headers: ["Idempotency-Key: 7"])
    let other = try server.submit(body, key: key, headers: ["Idempotency-Key: 8"])
    #expect(first.json?["id"] == again.json?["id"])
    #expect(first.json?["id"] != other.json?["id"])
    #expect(try server.installation.store.dossiers(DossierFilter()).count == 2)
  }

  @Test("a key that was used for other papers is refused, and what it stands for is untouched")
  func reusedKeys() throws {
    let server = try LiveServer()
    let key = try server.key([.submit])
    let store = server.installation.store
    func send(_ path: String, _ idempotencyKey: String, _ content: String) throws -> HTTPReply {
      try server.request(
        "POST", path, key: key,
        headers: ["Content-Type: multipart/form-data; boundary=b", "Idempotency-Key: \(idempotencyKey)"],
        body: Array((part("files", file: "a.jpg", content) + "--b--\r\n").utf8))
    }
    let id = try #require(try send("/v1/dossiers", "k", "x").json?["id"]?.string)
    let dossier = try #require(try store.dossier(submission: SubmissionID(rawValue: id)))
    #expect(try send("/v1/dossiers/\(id)/documents", "s", "y").status == 202)
    for (path, key, content) in [
      ("/v1/dossiers", "k", "y"), ("/v1/dossiers/\(id)/documents", "k", "x"), ("/v1/dossiers", "s", "y"),
      ("/v1/dossiers/\(id)/documents", "s", "z"),
    ] {
      let reply = try send(path, key, content)
      #expect(reply.status == 409)
      #expect(reply.json?["code"]?.string == "idempotency-key.reused")
    }
    #expect(try send("/v1/dossiers", "k", "x").json?["id"]?.string == id)
    #expect(try store.dossiers(DossierFilter()).count == 1)
    #expect(try store.documents(of: dossier.id).count == 2)
    #expect(try server.storedFiles().count == 2)
  }

  @Test(
    "a body that is wrong is refused in words, and leaves nothing on the disk",
    arguments: [
      (part("files", file: "a", "x"), 400, "multipart.truncated"),
      ("nothing of the kind", 400, "multipart.no-delimiter"),
      ("--b\r\nno colon\r\n\r\nx\r\n--b--\r\n", 400, "multipart.bad-head"),
      ("--b\r\nX: " + String(repeating: "y", count: 9000) + "\r\n\r\n", 400, "multipart.head-too-large"),
      ("--b--\r\n", 400, "dossier.no-files"),
      (part("files", "{}") + "--b--\r\n", 400, "request.not-a-file"),
      (part("files", file: "a", "x") + part("surprise", "y") + "--b--\r\n", 400, "request.unknown-part"),
      (
        part("files", file: "a", "x") + part("sender", String(repeating: "y", count: 5000)) + "--b--\r\n", 400,
        "request.bad-text"
      ),
      (part("files", file: "a", "x") + part("procedure", "9.999999") + "--b--\r\n", 422, "procedure.unknown"),
      (part("files", file: "a", String(repeating: "z", count: 3 << 20)) + "--b--\r\n", 413, "file.too-large"),
    ])
  func refuses(body: String, status: Int, code: String) throws {
    let server = try LiveServer { $0.fileBytes = 1 << 20 }
    let reply = try server.submit(body, key: try server.key([.submit]))
    #expect(reply.status == status)
    #expect(reply.head.contains("application/problem+json"))
    #expect(reply.json?["code"]?.string == code)
    #expect(try server.storedFiles() == [])
    #expect(try server.installation.store.dossiers(DossierFilter()).isEmpty)
  }

  @Test("a client that goes away in the middle leaves nothing on the disk")
  func brokenOff() throws {
    let server = try LiveServer()
    let key = try server.key([.submit])
    let head =
      "POST /v1/dossiers HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(key)\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n"
    _ = try server.exchange(
      Array(
        (head + part("files", file: "a", "x") + part("files", file: "b", String(repeating: "y", count: 100_000))).utf8),
      closingAfterwards: true)
    // The server notices on its own thread: asked until it has, ten seconds at the most.
    for _ in 0..<100 {
      if try server.storedFiles().isEmpty, try server.request("GET", "/metrics").body.contains("broken_off_total 1") {
        break
      }
      usleep(100_000)
    }
    #expect(try server.storedFiles() == [])
    #expect(try server.request("GET", "/metrics").body.contains("hoso_requests_broken_off_total 1"))
  }

  @Test("a head that trickles in is cut off")
  func slowHead() throws {
    let server = try LiveServer { $0.headMilliseconds = 700 }
    let connection = try Loopback(port: server.port)
    try connection.send(Array("GET /healthz HTTP/1.1\r\nHost:".utf8))
    #expect(connection.readToEnd().isEmpty)
    #expect(try server.request("GET", "/healthz").status == 200)
  }

  @Test("a key does what its scopes allow, and nothing once revoked")
  func scopes() throws {
    let server = try LiveServer()
    let key = try server.key([.submit])
    #expect(try server.request("GET", "/v1/dossiers", key: key).status == 403)
    #expect(try server.request("GET", "/v1/dossiers").status == 401)
    #expect(try server.request("GET", "/v1/dossiers", key: key + "x").status == 401)
    let id = try #require(try server.installation.store.accessKeys().first?.id)
    try server.installation.store.revokeKey(id, by: "test")
    #expect(try server.submit(part("files", file: "a", "x") + "--b--\r\n", key: key).status == 401)
  }

  @Test("refusals speak the language that is asked for, Vietnamese first")
  func languages() throws {
    let server = try LiveServer()
    let english = try server.request("GET", "/v1/dossiers", headers: ["Accept-Language: en-GB, vi;q=0.5"])
    #expect(english.json?["detail"]?.string?.hasPrefix("An access key is needed") == true)
    let standard = try server.request("GET", "/v1/dossiers")
    #expect(standard.json?["detail"]?.string?.hasPrefix("Cần khóa truy cập") == true)
  }
}
