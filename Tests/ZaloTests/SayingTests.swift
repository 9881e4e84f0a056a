import Dossiers
import Foundation
import LoopbackHTTP
import Reception
import Storage
import Synchronization
import Testing
import Workflow
import Zalo

/// How messages get out.
@Suite(.serialized) struct SayingTests {
  @Test("the token is renewed before the first message and kept; a refused one is renewed again, once")
  func tokens() throws {
    let scene = try Scene()
    try scene.say("trợ giúp")
    try scene.hears("Bạn có thể nhắn")
    #expect(scene.zalo.state.withLock { $0.renewals } == 1)
    let kept = try #require(try scene.store.token(of: "zalo"))
    #expect(kept.access == "access-2")
    #expect(kept.refresh == "refresh-2")
    // Taken back before its time.
    scene.zalo.state.withLock { $0.access = "revoked" }
    try scene.say("trợ giúp")
    try scene.hears("Bạn có thể nhắn", count: 2)
    #expect(scene.zalo.state.withLock { $0.renewals } == 2)
    #expect(try scene.store.token(of: "zalo")?.refresh == "refresh-3")
  }

  @Test(
    "whatever time a new token claims to be good for, it is kept with its refresh token and used",
    arguments: ["9223372036854775807", "-9223372036854775808", "0", "\"9223372036854775807\"", "\"soon\"", "null"])
  func oddLifetimes(_ lifetime: String) throws {
    let scene = try Scene()
    scene.zalo.state.withLock { $0.lifetime = lifetime }
    try scene.say("trợ giúp")
    try scene.hears("Bạn có thể nhắn")
    #expect(try scene.store.token(of: "zalo")?.refresh == "refresh-2")
  }

  @Test("a server that has had enough, or is away, gets the message later, once and in order")
  func retries() throws {
    let scene = try Scene()
    scene.zalo.state.withLock { $0.refusals = [LoopbackAnswer(500), LoopbackAnswer(503)] }
    try scene.say("trợ giúp")
    try scene.say("góp ý")
    try scene.hears("Vui lòng nhắn “góp ý”")
    let texts = scene.zalo.texts(to: "an")
    #expect(texts.count == 2)
    #expect(texts.first?.contains("Bạn có thể nhắn") == true)
  }

  @Test("48 hours after the citizen's last word a template goes out instead, to the number that they told")
  func templates() throws {
    // No hour is within the time of answering, as if two days had gone by.
    let scene = try Scene {
      $0.answerHours = 0
      $0.templates = ["dossier.result-ready": "T-77"]
    }
    let body = scene.event("user_submit_info", from: "an", info: ["name": "Nguyễn Thị Mẫu", "phone": "0900 000 001"])
    #expect(try scene.post(body) == 200)
    _ = try scene.photo(scene.zalo.serve("/1.jpg", Scene.picture(1)))
    try scene.say("xong")
    try scene.settles { try !scene.store.dossiers(DossierFilter()).isEmpty }
    let dossier = try #require(try scene.store.dossiers(DossierFilter()).first)
    #expect(dossier.sender == "Nguyễn Thị Mẫu")
    try handOff(dossier, scene)
    let result = try scene.installation.files.put([1])
    try scene.store.recordResult(
      NewSubmission.File(name: "kq.pdf", sha256: result.sha256, byteCount: 1), of: dossier.id, by: "A")
    try scene.settles { scene.zalo.state.withLock { !$0.templates.isEmpty } }
    let template = try #require(scene.zalo.state.withLock { $0.templates.first })
    #expect(template["phone"]?.string == "84900000001")
    #expect(template["template_id"]?.string == "T-77")
    #expect(template["template_data"]?["name"]?.string == "Nguyễn Thị Mẫu")
    #expect(template["template_data"]?["link"]?.string?.hasPrefix("https://hoso.example.vn/t/") == true)
    // News without a template wait for the citizen; answers are stale by now.
    #expect(scene.zalo.texts(to: "an").isEmpty)
    #expect(scene.zalo.state.withLock { $0.templates.count } == 1)
  }

  private func handOff(_ dossier: Dossier, _ scene: Scene) throws {
    while true {
      let leases = try scene.store.claim(
        ClaimRequest(worker: WorkerID(rawValue: "test"), limit: 1, leaseMilliseconds: 60_000))
      guard let lease = leases.first else { return }
      let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
      let next: StageRecord.Next = lease.task.kind == .document ? .documentEnds(.accepted) : .dossierEnds(.handedOff)
      _ = try scene.store.record(
        StageRecord(
          stage: lease.task.stage ?? "", uses: "test", startedAt: now, endedAt: now, outcome: "done", next: next),
        under: lease.token)
      if lease.task.kind == .dossier { return }
    }
  }
}

@Suite struct ChatCommandTests {
  @Test(
    "commands are understood with and without diacritics, in any case, with politeness around them",
    arguments: [
      ("Nộp hồ sơ", ChatCommand.handIn), ("nop ho so", .handIn), ("NỘP HỒ SƠ Ạ", .handIn), ("xong", .done),
      ("Xong rồi nhé!", .done), ("da xong", .done), ("Hủy", .cancel), ("trợ giúp", .help), ("tro giup", .help),
      ("?", .help), ("tra cứu", .lookUp(nil)), ("Tra cứu?", .lookUp(nil)),
      ("tra cuu h26.1-261122-0001", .lookUp(DossierCode("H26.1-261122-0001"))),
      ("Tra cứu hồ sơ: H26.1-261122-0001.", .lookUp(DossierCode("H26.1-261122-0001"))),
      ("H26.1 – 261122 – 0001", .lookUp(DossierCode("H26.1-261122-0001"))),
      ("bo sung", .supplement(nil)),
      ("Bổ sung hồ sơ H26.1-261122-0001", .supplement(DossierCode("H26.1-261122-0001"))),
      ("Trả kết quả qua bưu chính", .returnBy(.post, address: nil)),
      ("tra ket qua qua buu dien: Thôn 3, Xã A", .returnBy(.post, address: "Thôn 3, Xã A")),
      ("tại quầy", .returnBy(.counter, address: nil)), ("nhan ket qua tai quay", .returnBy(.counter, address: nil)),
      ("góp ý: rất tốt", .feedback("rất tốt")), ("gop y", .feedback("")),
      ("tôi muốn nộp hồ sơ", .other("tôi muốn nộp hồ sơ")), ("", .other("")),
    ])
  func understands(_ text: String, _ command: ChatCommand) {
    #expect(ChatCommand(text) == command)
    // Decomposed, as some phones write.
    #expect(ChatCommand(text.decomposedStringWithCanonicalMapping) == command)
  }

  @Test("a configuration's mistakes are named")
  func configuration() {
    func fault(_ text: String) -> String {
      do {
        _ = try ZaloConfiguration.read(Array(text.utf8), path: "zalo.json")
        return ""
      } catch {
        return error.description
      }
    }
    let good = #""appId": "1", "appSecret": "2", "oaSecretKey": "3", "refreshToken": "4""#
    #expect(fault("{\(good)}") == "")
    #expect(fault(#"{"appId": "1"}"#).contains("“appSecret” is missing"))
    #expect(fault("{\(good), \"quietSecond\": 1}").contains("did you mean “quietSeconds”"))
    #expect(fault("{\(good), \"quietSeconds\": \"1\"}").contains("“quietSeconds” has the wrong type"))
    #expect(fault("{\(good), \"quietSeconds\": 0}").contains("1 to 86400"))
    #expect(fault("{").contains("not JSON"))
  }
}
