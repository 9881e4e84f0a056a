import Dossiers
import Reception
import Serving
import Testing
import Workflow

@Suite("Pages and description")
struct PageTests {
  @Test("the look-up page tells where a dossier stands and nothing of anybody")
  func noPersonalData() throws {
    let server = try LiveServer()
    let body =
      part("sender", "Nguyễn Thị Mẫu") + part("phone", "0912345678") + part("files", file: "the-can-cuoc.jpg", "x")
      + "--b--\r\n"
    let id = try #require(try server.submit(body, key: try server.key([.submit])).json?["id"]?.string)
    let page = try server.request("GET", "/t/\(id)")
    #expect(page.status == 200)
    #expect(page.body.contains("Hồ sơ đã được gửi đến"))
    for secret in ["Mẫu", "0912345678", "the-can-cuoc"] { #expect(!page.body.contains(secret)) }
    #expect(try server.request("GET", "/t/\(id)?lang=en").body.contains("Your dossier has arrived"))
  }

  @Test(
    "a forged receipt, an unknown code and markup in a code get no answer",
    arguments: [
      "/t/H26.1-261122-0001?k=k1&t=abc&s=AAAA", "/t/H26.1-261122-0001",
      "/tra-cuu?code=%3Cscript%3Ealert(1)%3C/script%3E",
    ])
  func unknown(path: String) throws {
    let page = try LiveServer().request("GET", path)
    #expect(page.status == 404)
    #expect(!page.body.contains("<script>alert"))
  }

  @Test("an address that cannot be is answered as a page below the pages' addresses, and as a problem elsewhere")
  func badAddresses() throws {
    let server = try LiveServer()
    for path in ["/t/%11%5E", "/t/%C2%A1%5C/bo-sung", "/t/a/b/c/%00"] {
      let reply = try server.request("GET", path)
      #expect(reply.status == 400 && reply.head.contains("text/html"), "\(path): \(reply.status)")
    }
    let reply = try server.request("GET", "/v1/dossiers/%11")
    #expect(reply.status == 400 && reply.head.contains("application/problem+json"))
  }

  @Test("whoever guesses codes is slowed")
  func guessing() throws {
    let server = try LiveServer { $0.missesPerMinute = 3 }
    let statuses = try (1...6).map { try server.request("GET", "/t/H26.1-261122-000\($0)").status }
    #expect(statuses == [404, 404, 404, 429, 429, 429])
  }

  @Test("a submission's own page answers however many codes others behind its address have guessed")
  func neighbours() throws {
    let server = try LiveServer { $0.missesPerMinute = 2 }
    let sent = try server.submit(part("files", file: "a.jpg", "x") + "--b--\r\n", key: try server.key([.submit]))
    let id = try #require(sent.json?["id"]?.string)
    for number in 1...4 { _ = try server.request("GET", "/t/H26.1-261122-000\(number)") }
    #expect(try server.request("GET", "/t/H26.1-261122-0009").status == 429)
    #expect(try server.request("GET", "/t/\(id)").status == 200)
  }

  @Test("addresses of one IPv6 network count as one client, others do not")
  func networks() throws {
    let server = try LiveServer(behindProxy: true) { $0.missesPerMinute = 1 }
    func status(_ address: String) throws -> Int {
      try server.request("GET", "/t/H26.1-261122-0001", headers: ["X-Forwarded-For: \(address)"]).status
    }
    #expect(try status("2001:db8:1:2::1") == 404)
    #expect(try status("2001:db8:1:2:ffff::2") == 429)
    #expect(try status("2001:db8:1:3::1") == 404)
    #expect(try status("::ffff:192.0.2.1") == 404)
    #expect(try status("192.0.2.1") == 429)
    #expect(try status("192.0.2.2") == 404)
  }

  @Test("the web form takes a dossier in once, however often it is sent")
  func form() throws {
    let server = try LiveServer()
    let body = Array(
      (part("token", "abc") + part("sender", "Trần Văn Thử") + part("files", file: "a.jpg", "x") + "--b--\r\n").utf8)
    let first = try server.request(
      "POST", "/nop-ho-so", headers: ["Content-Type: multipart/form-data; boundary=b"], body: body)
    let again = try server.request(
      "POST", "/nop-ho-so", headers: ["Content-Type: multipart/form-data; boundary=b"], body: body)
    #expect(first.status == 303)
    #expect(again.status == 303)
    // Gone back to, and sent with something else: that is not what was taken in.
    let other = try server.request(
      "POST", "/nop-ho-so", headers: ["Content-Type: multipart/form-data; boundary=b"],
      body: Array((part("token", "abc") + part("files", file: "b.jpg", "y") + "--b--\r\n").utf8))
    #expect(other.status == 409)
    #expect(other.body.contains("Biểu mẫu này đã được gửi trước đó"))
    #expect(try server.installation.store.dossiers(DossierFilter()).count == 1)
  }

  @Test("what a citizen writes in the form steers nobody's screen")
  func controls() throws {
    let server = try LiveServer()
    let body = Array(
      (part("token", "esc") + part("sender", "A \u{1B}[31mRED\u{7} \u{202E}B") + part("files", file: "a.jpg", "x")
        + "--b--\r\n").utf8)
    let reply = try server.request(
      "POST", "/nop-ho-so", headers: ["Content-Type: multipart/form-data; boundary=b"], body: body)
    #expect(reply.status == 303)
    #expect(try server.installation.store.dossiers(DossierFilter()).first?.sender == "A [31mRED B")
  }

  @Test("every described path answers, and no undescribed one does")
  func description() throws {
    let server = try LiveServer { $0.addressRequestsPerMinute = 10_000 }
    let description = try #require(try server.request("GET", "/openapi.json").json)
    #expect(description["openapi"]?.string == "3.1.0")
    guard case .object(let paths)? = description["paths"] else { throw Missing() }
    let key = try server.key(Set(AccessKey.Scope.allCases))
    for (path, operations) in paths {
      guard case .object(let methods) = operations else { throw Missing() }
      let concrete = path.replacing("{id}", with: "x").replacing("{task}", with: "x").replacing("{stage}", with: "x")
        .replacing("{code}", with: "x").replacing("{number}", with: "1")
      for method in ["get", "post", "put", "delete", "patch"] {
        let reply = try server.request(method.uppercased(), concrete, key: key)
        if let operation = methods[method] {
          #expect(reply.status != 405)
          #expect(operation["responses"]?["\(reply.status)"] != nil, "\(method) \(path) answered \(reply.status)")
        } else {
          #expect(reply.status == 405, "\(method) \(path)")
        }
      }
    }
  }
}

struct Missing: Error {}
