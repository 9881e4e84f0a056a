import Dossiers
import Files
import Foundation
import Glibc
import Reception
import Serving
import Storage
import Testing
import Worker
import Workflow

/// What officers, operators and reception systems do with dossiers that exist.
@Suite("Deciding and operating over HTTP")
struct OfficeTests {
  private let json = ["Content-Type: application/json"]

  private func submitted(_ server: LiveServer) throws -> (id: String, dossier: Dossier) {
    let body = part("files", file: "a.jpg", "x") + "--b--\r\n"
    let id = try #require(try server.submit(body, key: try server.key([.submit])).json?["id"]?.string)
    return (id, try #require(try server.installation.store.dossier(submission: SubmissionID(rawValue: id))))
  }

  /// Ends the tasks that are ready, as a worker would.
  private func work(_ server: LiveServer, document: StageRecord.Next, dossier: StageRecord.Next?) throws {
    let store = server.installation.store
    let worker = WorkerID(rawValue: "test")
    while let lease = try store.claim(ClaimRequest(worker: worker, limit: 1, leaseMilliseconds: 60_000)).first {
      guard let next = lease.task.kind == .document ? document : dossier else {
        try store.release(lease.token)
        return
      }
      let now = Timestamp(milliseconds: 1_790_000_000_000)
      _ = try store.record(
        StageRecord(
          stage: lease.task.stage ?? "", uses: "test", startedAt: now, endedAt: now, outcome: "done", next: next),
        under: lease.token)
    }
  }

  @Test("an officer accepts what is in review, and it goes on")
  func accepts() throws {
    let server = try LiveServer()
    let key = try server.key([.officer, .read])
    let (id, dossier) = try submitted(server)
    try work(server, document: .review(resumeAt: "locate"), dossier: nil)
    #expect(try server.request("GET", "/v1/dossiers/\(id)", key: key).json?["state"]?.string == "review")
    let reply = try server.request(
      "POST", "/v1/dossiers/\(id)/accept", key: key, headers: json, body: Array(#"{"note": "đã xem"}"#.utf8))
    #expect(reply.status == 200)
    #expect(reply.json?["state"]?.string == "received")
    let events = try server.installation.store.events(of: dossier.id)
    #expect(events.contains { $0.type == "review.accepted" && $0.actor == "api:test" })
    let again = try server.request("POST", "/v1/dossiers/\(id)/accept", key: key)
    #expect(again.status == 409)
  }

  @Test("who knows a refused dossier's submission sends better papers on its page, once; nobody else can")
  func supplementsByForm() throws {
    let server = try LiveServer()
    let (id, dossier) = try submitted(server)
    let store = server.installation.store
    func send(_ reference: String, _ name: String = "b.jpg", _ content: String = "y") throws -> Int {
      try server.request(
        "POST", "/t/\(reference)/bo-sung", headers: ["Content-Type: multipart/form-data; boundary=b"],
        body: Array((part("token", "abc") + part("files", file: name, content) + "--b--\r\n").utf8)
      ).status
    }
    // Nobody has looked at it yet: nothing is to be mended.
    #expect(try !server.request("GET", "/t/\(id)").body.contains("bo-sung"))
    #expect(try send(id) == 409)
    try work(server, document: .review(resumeAt: "locate"), dossier: nil)
    #expect(try server.request("GET", "/t/\(id)").body.contains("action=\"/t/\(id)/bo-sung?lang=vi\""))
    #expect(try send(dossier.id.rawValue) == 404)
    #expect(try send(id) == 303)
    #expect(try send(id) == 303)
    #expect(try store.documents(of: dossier.id).map(\.name) == ["a.jpg", "b.jpg"])
    // Other papers from the same page are more papers.
    #expect(try send(id, "c.jpg", "z") == 303)
    #expect(try store.documents(of: dossier.id).map(\.name) == ["a.jpg", "b.jpg", "c.jpg"])
    #expect(try store.dossier(dossier.id)?.channel == "http")
  }

  @Test("an officer rejects with a reason, which the citizen reads; the national status says who refused")
  func rejects() throws {
    let server = try LiveServer()
    let key = try server.key([.officer, .read])
    let (id, _) = try submitted(server)
    let bare = try server.request("POST", "/v1/dossiers/\(id)/reject", key: key, headers: json, body: Array("{}".utf8))
    #expect(bare.status == 400)
    let reply = try server.request(
      "POST", "/v1/dossiers/\(id)/reject", key: key, headers: json,
      body: Array(#"{"reason": {"vi": "Nộp sai nơi", "en": "Wrong office"}}"#.utf8))
    #expect(reply.status == 200)
    #expect(reply.json?["state"]?.string == "rejected")
    #expect(reply.json?["nationalStatus"]?.integer == 3)
    #expect(reply.json?["status"]?["vi"]?.string == "Hồ sơ không được tiếp nhận.")
    let problems = try server.request("GET", "/v1/dossiers/\(id)/problems", key: key)
    #expect(problems.body.contains("Nộp sai nơi"))
    #expect(try server.request("GET", "/t/\(id)").body.contains("Nộp sai nơi"))
  }

  @Test("a citizen's withdrawal is recorded, and shows as status 7")
  func withdraws() throws {
    let server = try LiveServer()
    let key = try server.key([.officer, .read])
    let (id, _) = try submitted(server)
    let reply = try server.request("POST", "/v1/dossiers/\(id)/withdraw", key: key)
    #expect(reply.json?["state"]?.string == "cancelled")
    #expect(reply.json?["nationalStatus"]?.integer == 7)
    let again = try server.request("POST", "/v1/dossiers/\(id)/withdraw", key: key)
    #expect(again.status == 409)
    #expect(again.json?["detail"]?.string == "Không thực hiện được lúc này: hồ sơ đã bị hủy.")
    let english = try server.request(
      "POST", "/v1/dossiers/\(id)/withdraw", key: key, headers: ["Accept-Language: en"])
    #expect(
      english.json?["detail"]?.string == "Not possible now: a dossier that is cancelled is not withdrawn.")
  }

  @Test("a result is handed back once, the choice of return is kept, and a supplement then is refused")
  func results() throws {
    let server = try LiveServer()
    let key = try server.key([.officer, .read, .submit])
    let (id, dossier) = try submitted(server)
    let form = ["Content-Type: multipart/form-data; boundary=b"]
    let pdf = try samplePDF()
    let body =
      Array("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"kết quả.pdf\"\r\n\r\n".utf8) + pdf
      + Array("\r\n--b--\r\n".utf8)
    #expect(
      try server.request("POST", "/v1/dossiers/\(id)/result", key: key, headers: form, body: body).status == 409)
    try work(server, document: .documentEnds(.accepted), dossier: .dossierEnds(.handedOff))
    for body in [#"{"way": "post"}"#, #"{"way": "post", "address": " "}"#] {
      let nowhere = try server.request(
        "POST", "/v1/dossiers/\(id)/return", key: key, headers: json, body: Array(body.utf8))
      #expect(nowhere.status == 422)
      #expect(nowhere.json?["code"]?.string == "return.no-address")
    }
    let chosen = try server.request(
      "POST", "/v1/dossiers/\(id)/return", key: key, headers: json,
      body: Array(#"{"way": "post", "address": "Thôn 3, Xã A"}"#.utf8))
    #expect(chosen.json?["return"]?.string == "post")
    #expect(chosen.json?["returnAddress"]?.string == "Thôn 3, Xã A")
    for content in ["", "no document"] {
      let bad = try server.request(
        "POST", "/v1/dossiers/\(id)/result", key: key, headers: form,
        body: Array((part("files", file: "trống.pdf", content) + "--b--\r\n").utf8))
      #expect(bad.status == 422)
      #expect(bad.json?["code"]?.string == "result.unusable")
    }
    #expect(try server.installation.store.dossier(dossier.id)?.state == .handedOff)
    for _ in 0..<2 {
      let reply = try server.request("POST", "/v1/dossiers/\(id)/result", key: key, headers: form, body: body)
      #expect(reply.status == 200)
      #expect(reply.json?["state"]?.string == "result-ready")
      #expect(reply.json?["results"]?.array?.count == 1)
    }
    let topics = try server.installation.store.pendingMessages(limit: 100).map(\.topic)
    #expect(topics.filter { $0 == "dossier.result-ready" }.count == 1)
    #expect(try server.installation.store.results(of: dossier.id).map(\.name) == ["kết quả.pdf"])
    let given = try server.request(
      "GET", "/v1/dossiers/\(id)/results/1", key: key, headers: ["Range: bytes=0-4"])
    #expect(given.status == 206 && given.body == "%PDF-")
    #expect(given.head.contains("Content-Range: bytes 0-4/\(pdf.count)"))
    #expect(given.head.contains("filename*=UTF-8''k%E1%BA%BFt%20qu%E1%BA%A3.pdf"))
    #expect(try server.request("GET", "/v1/dossiers/\(id)/results/2", key: key).status == 404)
    let late = try server.request("POST", "/v1/dossiers/\(id)/documents", key: key, headers: form, body: body)
    #expect(late.status == 409)
    #expect(late.json?["code"]?.string == "state.conflict")
  }

  @Test("a supplement makes the dossier's next version, once for a key")
  func supplements() throws {
    let server = try LiveServer()
    let key = try server.key([.submit, .read])
    let (id, dossier) = try submitted(server)
    let headers = ["Content-Type: multipart/form-data; boundary=b", "Idempotency-Key: s-1"]
    let body = Array((part("files", file: "b.jpg", "hai") + "--b--\r\n").utf8)
    let first = try server.request("POST", "/v1/dossiers/\(id)/documents", key: key, headers: headers, body: body)
    let again = try server.request("POST", "/v1/dossiers/\(id)/documents", key: key, headers: headers, body: body)
    #expect(first.status == 202)
    #expect(first.json?["id"] == again.json?["id"])
    #expect(try server.installation.store.documents(of: dossier.id).count == 2)
    #expect(try server.request("GET", "/v1/dossiers/\(id)", key: key).json?["version"]?.integer == 2)
  }

  @Test("tasks are listed, looked at, retried and cancelled; stages are paused and resumed")
  func operates() throws {
    let server = try LiveServer()
    let key = try server.key([.operate])
    let (_, dossier) = try submitted(server)
    try work(server, document: .fails(error: "broken"), dossier: nil)
    let failed = try server.request("GET", "/v1/tasks?state=failed", key: key)
    let task = try #require(failed.json?["items"]?.array?.first?["task"]?.string)
    #expect(try server.request("GET", "/v1/tasks/\(task)", key: key).json?["lastError"]?.string == "broken")
    let retried = try server.request("POST", "/v1/tasks/\(task)/retry", key: key)
    #expect(retried.status == 200)
    #expect(retried.json?["state"]?.string == "ready")
    #expect(try server.request("POST", "/v1/tasks/\(task)/cancel", key: key).json?["state"]?.string == "cancelled")
    #expect(try server.request("POST", "/v1/tasks/\(task)/retry", key: key).status == 409)
    #expect(try server.request("GET", "/v1/tasks?state=nonsense", key: key).status == 400)
    #expect(try server.installation.store.dossier(dossier.id) != nil)

    func paused(_ reply: HTTPReply) -> [String] {
      (reply.json?["items"]?.array ?? []).filter { $0["paused"] == .bool(true) }.compactMap { $0["stage"]?.string }
    }
    let stage = try #require(
      try server.request("GET", "/v1/stages", key: key).json?["items"]?.array?.first?["stage"]?.string)
    #expect(paused(try server.request("POST", "/v1/stages/\(stage)/pause", key: key)) == [stage])
    #expect(paused(try server.request("POST", "/v1/stages/\(stage)/resume", key: key)) == [])
    #expect(try server.request("POST", "/v1/stages/nope/pause", key: key).status == 404)
  }

  @Test("the list filters, and its pages hold every dossier once")
  func lists() throws {
    let server = try LiveServer()
    let key = try server.key([.submit, .read])
    var ids: Set<String> = []
    for number in 0..<7 {
      let body = part("files", file: "\(number).jpg", "\(number)") + "--b--\r\n"
      ids.insert(try #require(try server.submit(body, key: key).json?["id"]?.string))
    }
    var seen: [String] = []
    var path: String? = "/v1/dossiers?limit=3"
    while let next = path {
      let page = try server.request("GET", next, key: key)
      seen += (page.json?["items"]?.array ?? []).compactMap { $0["id"]?.string }
      path = page.json?["next"]?.string.map { "/v1/dossiers?limit=3&before=\($0)" }
    }
    #expect(seen.count == 7)
    #expect(Set(seen) == ids)
    func count(_ query: String) throws -> Int? {
      try server.request("GET", "/v1/dossiers?\(query)", key: key).json?["items"]?.array?.count
    }
    #expect(try count("state=received") == 7)
    #expect(try count("state=review&state=rejected") == 0)
    #expect(try count("channel=web") == 0)
    #expect(try count("procedure=none") == 0)
    #expect(try count("receivedFrom=2020-01-01") == 7)
    #expect(try count("receivedTo=2020-01-01") == 0)
    for bad in ["state=x", "limit=0", "limit=501", "receivedFrom=2020-13-01", "limit=abc"] {
      #expect(try server.request("GET", "/v1/dossiers?\(bad)", key: key).status == 400, "\(bad)")
    }
  }

  @Test("a server takes a changed catalogue up while it runs, and keeps the last good one")
  func catalogue() throws {
    let server = try LiveServer { $0.addressRequestsPerMinute = 10_000 }
    let key = try server.key([.submit])
    func status(_ procedure: String) throws -> HTTPReply {
      try server.submit(
        part("procedure", procedure) + part("files", file: "a.jpg", "x") + "--b--\r\n", key: key)
    }
    let unknown = try status("1.004222")
    #expect(unknown.status == 422)
    #expect(unknown.json?["detail"]?.string?.contains("0.000001") == true)
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let target = URL(fileURLWithPath: server.home + "/procedures.json")
    try Data(contentsOf: package.appending(path: "samples/procedures.json")).write(to: target, options: .atomic)
    // Within a second; a busy machine has more.
    for _ in 0..<100 where try !server.request("GET", "/nop-ho-so").body.contains("1.004222") { usleep(100_000) }
    #expect(try status("1.004222").status == 202)
    #expect(try server.request("GET", "/openapi.json").body.contains("1.004222"))
    try Data("{".utf8).write(to: target, options: .atomic)
    usleep(1_200_000)
    #expect(try status("1.004222").status == 202)
  }

  private func samplePDF() throws -> [UInt8] {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return Array(
      try Data(contentsOf: package.appending(path: "samples/dossiers/05-receipt-pdf-and-card/bien-lai.pdf")))
  }

  @Test("a page of a document comes as a picture; a page that is not there, or no document, is told apart")
  func pictures() throws {
    let server = try LiveServer()
    let key = try server.key([.submit, .read])
    let pdf = try samplePDF()
    let body =
      Array("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.pdf\"\r\n\r\n".utf8) + pdf
      + Array("\r\n--b--\r\n".utf8)
    let sent = try server.request(
      "POST", "/v1/dossiers", key: key, headers: ["Content-Type: multipart/form-data; boundary=b"], body: body)
    let id = try #require(sent.json?["id"]?.string)
    let page = try server.request("GET", "/v1/dossiers/\(id)/documents/1/pages/1", key: key)
    #expect(page.status == 200)
    #expect(page.head.contains("image/png"))
    #expect(page.body.contains("PNG"))
    #expect(try server.request("GET", "/v1/dossiers/\(id)/documents/1/pages/99", key: key).status == 404)
    #expect(try server.request("GET", "/v1/dossiers/\(id)/documents/2/pages/1", key: key).status == 404)
    #expect(try server.request("GET", "/v1/dossiers/\(id)/documents/1/pages/x", key: key).status == 404)
  }
}
