import Digests
import Dossiers
import Files
import Foundation
import HTTPClient
import Logs
import Pipeline
import Reception
import Serving
import Stages
import Storage
import Worker
import Workflow
import Zalo

/// An office with its account: a fresh home, the server that Zalo calls, the account's threads, and a worker.
final class Scene {
  let zalo: FakeZalo
  let installation: Installation
  let home: String
  let service: ZaloService
  private let server: Server
  private let address: String
  private var worker: Worker?
  private let http = HTTPClient()
  private var clock: Int64 = 1_790_000_000_000

  var store: any WorkflowStore { installation.store }

  /// `works` runs a worker too, whose hosts only validate files; with `reads` they read cards, too.
  init(works: Bool = false, reads: Bool = false, _ change: (inout ZaloConfiguration) -> Void = { _ in }) throws {
    zalo = try FakeZalo()
    home = NSTemporaryDirectory() + "zalo-" + UUID().uuidString
    installation = try Installation.open(Home(path: home))
    let pipeline = reads ? Self.reading : Self.pipeline
    let plan = try Plan(
      name: "test", stages: PlanReader.read(Array(pipeline.utf8), catalogue: StageCatalogue.builtIn).stages)
    _ = try installation.apply(plan, source: Array(pipeline.utf8), by: "test")
    var configuration = ZaloConfiguration(
      appId: "4242", appSecret: "app-secret", oaSecretKey: "oa-secret", refreshToken: "refresh-1")
    configuration.endpoints.open = zalo.address
    configuration.endpoints.business = zalo.address
    configuration.endpoints.oauth = zalo.address
    configuration.fileHosts = [zalo.address]
    configuration.settleMilliseconds = 300
    configuration.messagesPerMinute = 60_000
    configuration.quietSeconds = 3600
    change(&configuration)
    let log = SilentLog()
    service = ZaloService(
      installation, configuration: configuration, publicAddress: "https://hoso.example.vn", targets: ["zalo"], log: log)
    var serving = Service.Configuration(scratch: home + "/scratch")
    serving.webhooks = [Hook(webhook: service.webhook)]
    let socket = try ListeningSocket("127.0.0.1:0")
    address = "http://127.0.0.1:\(socket.port)"
    server = Server(Service(installation, configuration: serving, log: log), on: socket)
    try server.start()
    service.start()
    if works { startWorker() }
  }

  deinit {
    worker?.stop()
    server.stop(within: 1000)
    service.stop()
    _ = try? Folder.removeTree(home)
  }

  private static let pipeline = """
    {"pipeline": "test", "stages": [
      {"id": "validate", "uses": "validate-file"}, {"id": "complete", "uses": "check-completeness"},
      {"id": "receipt", "uses": "issue-receipt", "with": {"agency": "H26.1", "place": "Hà Nội"}},
      {"id": "bundle", "uses": "bundle-dossier"}, {"id": "hand-off", "uses": "hand-off"}]}
    """

  private static let reading = """
    {"pipeline": "test", "stages": [
      {"id": "validate", "uses": "validate-file"}, {"id": "locate", "uses": "locate-document"},
      {"id": "barcodes", "uses": "read-barcodes"}, {"id": "text", "uses": "read-text"},
      {"id": "identity", "uses": "extract-id-card", "limits": {"time": "600s"}},
      {"id": "receipt", "uses": "issue-receipt", "with": {"agency": "H26.1", "place": "Hà Nội"}},
      {"id": "bundle", "uses": "bundle-dossier"}, {"id": "hand-off", "uses": "hand-off"}]}
    """

  private func startWorker() {
    let folder = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    var configuration = WorkerConfiguration(
      home: installation.home, jobs: 1,
      stageHostPath: (folder as NSString).deletingLastPathComponent + "/hoso-stage-host")
    configuration.freeSpaceFloorInBytes = 1 << 20
    let worker = Worker(
      configuration: configuration, store: installation.store, files: installation.files, log: SilentLog())
    self.worker = worker
    let thread = Thread { try? worker.run() }
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// What Zalo's servers would post; the time goes on with each.
  func event(
    _ name: String, from citizen: String, id: String? = nil, at time: Int64? = nil, message: JSONValue? = nil,
    info: JSONValue? = nil
  ) -> [UInt8] {
    clock += 1000
    var event: [String: JSONValue] = [
      "app_id": "4242", "event_name": .string(name), "timestamp": .string(String(time ?? clock)),
      "sender": ["id": .string(citizen)], "recipient": ["id": "oa"],
    ]
    if case .object(var members) = message {
      members["msg_id"] = .string(id ?? UUID().uuidString)
      event["message"] = .object(members)
    }
    if let info { event["info"] = info }
    return Array(JSONValue.object(event).canonical.utf8)
  }

  var now: Int64 { clock }

  /// Posts an event, signed as Zalo signs; the status.
  @discardableResult
  func post(_ body: [UInt8], secret: String = "oa-secret") throws -> Int {
    let value = try JSONDecoder().decode(JSONValue.self, from: Data(body))
    let time = value["timestamp"]?.string ?? ""
    let mac = SHA256Digest.hex(of: Array("4242".utf8) + body + Array(time.utf8) + Array(secret.utf8))
    return try http.send(
      OutgoingRequest(
        "POST", address + ZaloWebhook.path,
        headers: [("Content-Type", "application/json"), ("X-ZEvent-Signature", "mac=\(mac)")], body: .bytes(body))
    ).status
  }

  func say(_ text: String, from citizen: String = "an") throws {
    _ = try post(event("user_send_text", from: citizen, message: ["text": .string(text)]))
  }

  func photo(_ address: String, from citizen: String = "an", id: String? = nil, at time: Int64? = nil) throws -> Int {
    try post(
      event(
        "user_send_image", from: citizen, id: id, at: time,
        message: ["attachments": [["type": "image", "payload": ["url": .string(address), "thumbnail": "x"]]]]))
  }

  /// Waits for a text that contains the words; the text.
  @discardableResult
  func hears(_ words: String, _ citizen: String = "an", count: Int = 1, within seconds: Double = 60) throws -> String {
    let end = Date(timeIntervalSinceNow: seconds)
    while Date() < end {
      let found = zalo.texts(to: citizen).filter { $0.contains(words) }
      if found.count >= count, let last = found.last { return last }
      usleep(5_000)
    }
    throw NotHeard(words: words, instead: zalo.texts(to: citizen))
  }

  struct NotHeard: Error {
    let words: String
    let instead: [String]
  }

  /// Waits until what was told is worked off.
  func settles(within seconds: Double = 60, _ condition: () throws -> Bool) throws {
    let end = Date(timeIntervalSinceNow: seconds)
    while Date() < end {
      if try condition() { return }
      usleep(5_000)
    }
    throw NotHeard(words: "…", instead: [])
  }

  /// A small picture that validates, and differs by its number.
  static func picture(_ number: Int) -> [UInt8] {
    // Bytes after the end of a JPEG are nobody's: another file, the same picture.
    SmallPicture.bytes + Array("\(number)".utf8)
  }
}

private struct Hook: WebhookReceiver {
  let webhook: ZaloWebhook
  var path: String { ZaloWebhook.path }
  var limit: Int64 { ZaloWebhook.limit }

  func receive(headers: [String: String], body: [UInt8]) throws -> WebhookAnswer {
    switch try webhook.receive(headers: headers, body: body) {
    case .taken: .taken
    case .wrongSignature: .wrongSignature
    case .malformed: .malformed
    }
  }
}
