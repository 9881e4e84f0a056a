import Dossiers
import Files
import Foundation
import LoopbackHTTP
import Reception
import Storage
import Synchronization
import Testing
import Workflow
import Zalo

/// What citizens live through, played against a server that speaks as Zalo's do.
@Suite(.serialized) struct SceneTests {
  @Test("three photos and “xong” make one dossier; the receipt comes as a file with its look-up link; the rest follows")
  func wholeWay() throws {
    let scene = try Scene(works: true)
    for number in 1...3 {
      #expect(try scene.photo(scene.zalo.serve("/p/\(number).jpg", Scene.picture(number))) == 200)
    }
    try scene.hears("Đã nhận được tệp")
    try scene.say("XONG rồi ạ")
    try scene.hears("gồm 3 tệp")
    let receipt = try scene.hears("đã được tiếp nhận")
    let dossier = try #require(try scene.store.dossiers(DossierFilter()).first)
    let code = try #require(dossier.code)
    #expect(receipt.contains(code))
    #expect(receipt.contains("https://hoso.example.vn/t/\(code)?k="))
    #expect(dossier.channel == "zalo")
    #expect(try scene.store.dossiers(DossierFilter()).count == 1)
    #expect(try scene.store.documents(of: dossier.id).count == 3)
    try scene.settles { scene.zalo.state.withLock { $0.said.contains { $0.file != nil } } }
    let pdf = try #require(try scene.store.receipt(of: dossier.id)?.pdfSHA256)
    let kept = try scene.installation.files.open(pdf).readToEnd(limit: 1 << 22)
    #expect(scene.zalo.state.withLock { $0.said.compactMap(\.file) } == [kept])
    try scene.hears("đã được chuyển đến bộ phận chuyên môn")

    // Asks by code, with and without diacritics.
    try scene.say("tra cuu \(code.lowercased())", from: "binh")
    let told = try scene.hears("Hồ sơ \(code)", "binh")
    #expect(!told.contains("?k="))
    try scene.say("Tra cứu")
    try scene.hears("đang được giải quyết", count: 2)

    // Sends a photo of the receipt.
    let png = try #require(try scene.store.receipt(of: dossier.id)?.pngSHA256)
    let picture = try scene.installation.files.open(png).readToEnd(limit: 1 << 24)
    _ = try scene.photo(scene.zalo.serve("/receipt.png", picture, type: "image/png"), from: "chi")
    // Reading a picture takes its time in a debug build.
    let looked = try scene.hears("Giấy tiếp nhận hợp lệ", "chi", within: 240)
    #expect(looked.contains(code))

    // Chooses the post, gets the result's message.
    try scene.say("tra ket qua qua buu chinh")
    try scene.hears("địa chỉ để bưu chính")
    try scene.say("Nguyễn Thị Mẫu, 0900000000, Thôn 3, Xã A, Hà Nội")
    try scene.hears("trả qua dịch vụ bưu chính")
    #expect(try scene.store.returnChoice(of: dossier.id)?.way == .post)
    #expect(try scene.store.returnChoice(of: dossier.id)?.address == "Nguyễn Thị Mẫu, 0900000000, Thôn 3, Xã A, Hà Nội")
    let result = try scene.installation.files.put([1, 2, 3])
    try scene.store.recordResult(
      NewSubmission.File(name: "ket-qua.pdf", sha256: result.sha256, byteCount: 3), of: dossier.id, by: "Cán bộ A")
    let ready = try scene.hears("đã có kết quả")
    #expect(ready.contains("bưu chính"))
    try scene.settles { try scene.store.tally().outboxPending == 0 }
  }

  @Test("who sends a spoilt photo is told what to do, sends it again, and gets the receipt")
  func spoilt() throws {
    let scene = try Scene(works: true)
    let whole = Scene.picture(1)
    _ = try scene.photo(scene.zalo.serve("/half.jpg", Array(whole.prefix(whole.count / 3))))
    try scene.say("xong")
    let told = try scene.hears("cần gửi lại hoặc bổ sung")
    #expect(told.contains("anh-1.jpg:"))
    #expect(told.contains("dưới dạng tệp"))
    let dossier = try #require(try scene.store.dossiers(DossierFilter()).first)
    let problem = try #require(try scene.store.problems(of: dossier.id).first { $0.problem.severity == .rejects })
    #expect(told.contains(problem.problem.message.vi))
    #expect(told.contains(problem.problem.remedy.vi))
    // No command needed: the account waits for the papers that it asked for.
    _ = try scene.photo(scene.zalo.serve("/whole.jpg", whole))
    try scene.say("xong")
    try scene.hears("1 tệp bổ sung")
    try scene.hears("đã được tiếp nhận")
    #expect(try scene.store.dossiers(DossierFilter()).count == 1)
    #expect(try scene.store.dossier(dossier.id)?.version == 2)
  }

  @Test("who sends a blurred card is told at once to take it again, and may wait for the officer instead")
  func blurred() throws {
    let scene = try Scene(works: true, reads: true)
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let sample = try Data(contentsOf: package.appending(path: "samples/dossiers/10-blurred-photo/mat-truoc.jpg"))
    _ = try scene.photo(scene.zalo.serve("/mo.jpg", Array(sample)))
    try scene.say("xong")
    // Reading what cannot be read takes its time, a debug build's most of all.
    let told = try scene.hears("chưa đọc được", within: 600)
    #expect(told.contains("anh-1.jpg: Ảnh thẻ bị mờ"))
    #expect(told.contains("chờ máy lấy nét") && told.contains("dưới dạng tệp"))
    #expect(told.contains("cán bộ vẫn sẽ xem xét"))
    let dossier = try #require(try scene.store.dossiers(DossierFilter()).first)
    #expect(dossier.state == .review)
    #expect(try scene.store.problems(of: dossier.id).map(\.problem.code.rawValue) == ["reading.blurred"])
    // No command needed: another picture goes to the same dossier. One that shows no card settles nothing.
    _ = try scene.photo(scene.zalo.serve("/ro.jpg", Scene.picture(1)))
    try scene.say("xong")
    try scene.hears("1 tệp bổ sung")
    #expect(try scene.store.dossiers(DossierFilter()).map(\.version) == [2])
    #expect(try scene.store.documents(of: dossier.id).count == 2)
    try scene.settles(within: 600) { try scene.store.dossier(dossier.id)?.state == .review }
    // A good one takes the blurred one's place, and no officer is needed.
    let good = try Data(contentsOf: package.appending(path: "samples/dossiers/01-cccd-2021-photos/mat-truoc.jpg"))
    _ = try scene.photo(scene.zalo.serve("/dep.jpg", Array(good)))
    try scene.say("xong")
    try scene.hears("được dùng thay tệp anh-1.jpg", within: 600)
    try scene.hears("đã được tiếp nhận", within: 60)
    #expect(try scene.store.problems(of: dossier.id).first?.settledBy == "superseded by document 3")
  }

  @Test("events out of order and events told again make one dossier with every photo once")
  func disorder() throws {
    let scene = try Scene { $0.settleMilliseconds = 700 }
    let address = scene.zalo.serve("/1.jpg", Scene.picture(1))
    let late = scene.zalo.serve("/2.jpg", Scene.picture(2))
    let start = scene.now
    let done = scene.event("user_send_text", from: "an", at: start + 50_000, message: ["text": "xong"])
    #expect(try scene.post(done) == 200)
    for _ in 0..<3 { #expect(try scene.photo(address, id: "m-1", at: start + 10_000) == 200) }
    #expect(try scene.photo(late, id: "m-2", at: start + 20_000) == 200)
    #expect(try scene.post(done) == 200)
    try scene.hears("gồm 2 tệp")
    // One more that was sent before “xong” and comes long after it.
    _ = try scene.photo(scene.zalo.serve("/3.jpg", Scene.picture(3)), id: "m-3", at: start + 30_000)
    try scene.hears("đã được thêm vào hồ sơ vừa nộp")
    let dossiers = try scene.store.dossiers(DossierFilter())
    #expect(dossiers.count == 1)
    #expect(try scene.store.documents(of: dossiers[0].id).count == 3)
    #expect(scene.zalo.state.withLock { $0.fetched.count } == 3)
    #expect(scene.zalo.texts(to: "an").filter { $0.contains("gồm 2 tệp") }.count == 1)
  }

  @Test("a wrong signature, a changed body and a replay under another time change nothing")
  func signatures() throws {
    let scene = try Scene()
    let event = scene.event("user_send_text", from: "an", message: ["text": "trợ giúp"])
    #expect(try scene.post(event, secret: "another") == 401)
    #expect(
      try scene.store.claimChatEvents(
        limit: 10, receivedBefore: Timestamp(milliseconds: .max), until: Timestamp(milliseconds: 0)
      ).isEmpty)
    #expect(try scene.post(event) == 200)
    try scene.hears("Bạn có thể nhắn")
    for _ in 0..<5 { #expect(try scene.post(event) == 200) }
    try scene.say("góp ý")
    try scene.hears("Vui lòng nhắn “góp ý”")
    #expect(scene.zalo.texts(to: "an").count == 2)
  }

  @Test("after a quiet time the citizen is asked once, and nothing is handed in without an answer")
  func quiet() throws {
    let scene = try Scene { $0.quietSeconds = 1 }
    _ = try scene.photo(scene.zalo.serve("/1.jpg", Scene.picture(1)))
    try scene.hears("Bạn đã gửi 1 tệp")
    usleep(1_500_000)
    #expect(scene.zalo.texts(to: "an").filter { $0.contains("Bạn đã gửi 1 tệp") }.count == 1)
    #expect(try scene.store.dossiers(DossierFilter()).isEmpty)
    try scene.say("Có ạ")
    try scene.hears("gồm 1 tệp")
    #expect(try scene.store.dossiers(DossierFilter()).count == 1)
  }

  @Test("files from elsewhere, too large or gone are refused in words, and nothing of them is kept")
  func fetching() throws {
    let scene = try Scene { $0.fileMegabytes = 1 }
    let other = try FakeZalo()
    _ = try scene.photo(other.serve("/x.jpg", [1]))
    try scene.hears("gửi trực tiếp trong cuộc trò chuyện")
    #expect(other.state.withLock { $0.fetched }.isEmpty)
    for bad in ["file:///etc/passwd", "http://127.0.0.1@evil.example/x", "https://zdn.vn.evil.example/x"] {
      _ = try scene.photo(bad)
    }
    try scene.hears("gửi trực tiếp trong cuộc trò chuyện", count: 4)
    scene.zalo.state.withLock { state in
      state.files["/away"] = LoopbackAnswer(302, headers: [("Location", other.address + "/x.jpg")])
    }
    _ = try scene.photo(scene.zalo.address + "/away")
    try scene.hears("gửi trực tiếp trong cuộc trò chuyện", count: 5)
    #expect(other.state.withLock { $0.fetched }.isEmpty)
    _ = try scene.photo(scene.zalo.serve("/big.jpg", [UInt8](repeating: 1, count: 1_100_000)))
    try scene.hears("lớn hơn 1 MB")
    _ = try scene.photo(scene.zalo.address + "/gone.jpg")
    try scene.hears("Chưa tải được tệp")
    #expect(try scene.store.chatFiles(of: "an").isEmpty)
    var kept = 0
    try scene.installation.files.list { _ in
      kept += 1
      return true
    }
    #expect(kept == 0)
  }

  @Test("a server that is away for a moment loses no photo")
  func passing() throws {
    let scene = try Scene()
    let address = scene.zalo.serve("/1.jpg", Scene.picture(1))
    let good = scene.zalo.state.withLock { state in
      let good = state.files["/1.jpg"]
      state.files["/1.jpg"] = LoopbackAnswer(503)
      return good
    }
    _ = try scene.photo(address)
    try scene.say("xong")
    try scene.settles { scene.zalo.state.withLock { !$0.fetched.isEmpty } }
    scene.zalo.state.withLock { $0.files["/1.jpg"] = good }
    // “xong” waited for the photo before it.
    try scene.hears("gồm 1 tệp")
  }

  @Test("codes that are not there are not guessed without end, and supplements go to one's own dossiers only")
  func guessing() throws {
    let scene = try Scene()
    for number in 1...6 { try scene.say("tra cứu H26.1-261122-000\(number)") }
    try scene.hears("quá nhiều mã không đúng")
    try scene.say("bổ sung H26.1-261122-0001")
    try scene.hears("chính bạn đã nộp")
    try scene.say("bổ sung")
    try scene.hears("chưa nộp hồ sơ nào")
  }

  @Test("feedback is kept with its words; cancelling drops what was gathered; what is no paper is told apart")
  func others() throws {
    let scene = try Scene()
    try scene.say("Góp ý: quầy số 2 phục vụ rất tốt")
    try scene.hears("Cảm ơn bạn đã góp ý")
    #expect(try scene.store.feedback(limit: 10).map(\.words) == ["quầy số 2 phục vụ rất tốt"])
    _ = try scene.photo(scene.zalo.serve("/1.jpg", Scene.picture(1)))
    try scene.hears("Đã nhận được tệp")
    try scene.say("hủy")
    try scene.hears("Đã bỏ các tệp")
    #expect(try scene.store.chatFiles(of: "an").isEmpty)
    try scene.say("xong")
    try scene.hears("chưa gửi giấy tờ nào")
    _ = try scene.post(scene.event("user_send_sticker", from: "an", message: ["attachments": []]))
    try scene.hears("Chỉ nhận được ảnh")
    try scene.say("alo alo", from: "dung")
    try scene.hears("chưa hiểu ý bạn", "dung")
  }
}
