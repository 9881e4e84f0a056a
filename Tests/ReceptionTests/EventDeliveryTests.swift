import Digests
import Dossiers
import Files
import Foundation
import Logs
import LoopbackHTTP
import Pipeline
import Reception
import Storage
import Synchronization
import Testing
import Worker
import Workflow

@Suite(.serialized) struct EventDeliveryTests {
  /// A home with `count` dossiers that were handed off: a message each.
  private func home(_ count: Int) throws -> (Installation, String) {
    let root = NSTemporaryDirectory() + "events-" + UUID().uuidString
    let installation = try Installation.open(Home(path: root))
    for number in 0..<count {
      let file = try installation.files.put([UInt8(number)])
      let plan = try installation.activePlan()
      _ = try installation.store.submit(
        NewSubmission(
          channel: "http", procedure: "1", plan: PlanID(rawValue: plan.id), firstDocumentStage: nil,
          firstDossierStage: "hand-off",
          files: [NewSubmission.File(name: "a", sha256: file.sha256, byteCount: file.byteCount)]))
    }
    for lease in try installation.store.claim(
      ClaimRequest(worker: WorkerID(rawValue: "w"), limit: count, leaseMilliseconds: 60_000))
    {
      let now = Timestamp(milliseconds: 0)
      _ = try installation.store.record(
        StageRecord(
          stage: "hand-off", uses: "hand-off", startedAt: now, endedAt: now, outcome: "done",
          next: .dossierEnds(.handedOff)), under: lease.token)
    }
    return (installation, root)
  }

  private func target(_ server: LoopbackServer, topics: [String]? = nil) throws -> EventTarget {
    EventTarget(name: "cổng", url: server.address + "/events", secret: "0123456789abcdef", topics: topics)
  }

  private func waits(_ condition: () throws -> Bool) throws {
    let end = Date(timeIntervalSinceNow: 30)
    while Date() < end {
      if try condition() { return }
      usleep(5_000)
    }
    Issue.record("not in time")
  }

  @Test("each message is told, signed, again until it is taken, under the same id")
  func tells() throws {
    let (installation, root) = try home(3)
    defer { _ = try? Folder.removeTree(root) }
    let seen = Mutex<[LoopbackRequest]>([])
    let server = try LoopbackServer { request in
      seen.withLock { seen in
        seen.append(request)
        return LoopbackAnswer(seen.count <= 2 ? 503 : 200)
      }
    }
    defer { server.stop() }
    let targets = OutboxTargets(events: [try target(server)], hasZalo: false)
    let delivery = EventDelivery(installation, targets: targets, log: SilentLog())
    delivery.start()
    try waits { try installation.store.tally().outboxPending == 0 }
    delivery.stop()
    let requests = seen.withLock { $0 }
    #expect(requests.count == 5)
    #expect(Set(requests.map { $0.headers["x-hoso-event-id"] }).count == 3)
    for request in requests {
      let time = request.headers["x-hoso-timestamp"] ?? ""
      let mac = MessageAuthentication.hmacSHA256(
        key: Array("0123456789abcdef".utf8), message: "\(time).\(request.text)")
      #expect(request.headers["x-hoso-signature"] == "sha256=\(Hexadecimal.encode(mac))")
      let body = try JSONDecoder().decode(JSONValue.self, from: Data(request.body))
      #expect(body["topic"]?.string == "dossier.handed-off")
      #expect(body["id"]?.integer.map { "\($0)" } == request.headers["x-hoso-event-id"])
    }
  }

  @Test("a system gets the topics that it wants, and one that is away holds nobody up")
  func topics() throws {
    let (installation, root) = try home(2)
    defer { _ = try? Folder.removeTree(root) }
    let count = Mutex(0)
    let server = try LoopbackServer { _ in
      count.withLock { $0 += 1 }
      return LoopbackAnswer(204)
    }
    defer { server.stop() }
    let away = EventTarget(name: "xa", url: "http://127.0.0.1:1/", secret: "0123456789abcdef", topics: nil)
    let deaf = EventTarget(
      name: "khác", url: server.address, secret: "0123456789abcdef", topics: ["dossier.result-*"])
    let targets = OutboxTargets(events: [away, try target(server), deaf], hasZalo: false)
    let delivery = EventDelivery(installation, targets: targets, log: SilentLog())
    delivery.start()
    try waits { count.withLock { $0 } == 2 }
    usleep(300_000)
    delivery.stop()
    #expect(count.withLock { $0 } == 2)
    // One of them has not got it.
    #expect(try installation.store.tally().outboxPending == 2)
  }

  @Test("secrets in a file that others may read are refused, and mistakes are named")
  func files() throws {
    let root = NSTemporaryDirectory() + "targets-" + UUID().uuidString
    try Folder.create(root)
    defer { _ = try? Folder.removeTree(root) }
    func message(_ text: String, mode: Int = 0o600) throws -> String {
      let path = root + "/events.json"
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      do {
        _ = try OutboxTargets.read(Home(path: root))
        return ""
      } catch let error as ReceptionError {
        return error.message
      }
    }
    let good = #"{"targets": [{"name": "a", "url": "https://x.example/", "secret": "0123456789abcdef"}]}"#
    #expect(try message(good) == "")
    #expect(try message(good, mode: 0o644).contains("chmod 600"))
    #expect(try message(good.replacing("https", with: "ftp")).contains("no address"))
    #expect(try message(good.replacing("abcdef", with: "")).contains("shorter than 16"))
    #expect(try message(#"{"targets": [{"name": "a"}]}"#).contains("“url” is missing"))
  }
}
