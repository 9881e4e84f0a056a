import Archive
import Dossiers
import Foundation
import HTTPClient
import Media
import TestTools
import Testing
import Workflow

/// What reception systems and citizens do with a server and a real worker, over real HTTP.
@Suite("A day at the office, over HTTP", .serialized)
struct OfficeDayTests {
  private static let plan = """
    {"pipeline":"office","stages":[
      {"id":"validate","uses":"validate-file"},{"id":"normalise","uses":"normalise"},
      {"id":"receipt","uses":"issue-receipt","with":{"agency":"H26.1"}},
      {"id":"bundle","uses":"bundle-dossier"},{"id":"hand-off","uses":"hand-off"}]}
    """

  private func json(_ bytes: [UInt8]) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
  }

  @Test(
    "what is handed in comes back as receipt and sound package; a photo of the receipt finds it; a forged one does not",
    .timeLimit(.minutes(10)))
  func wholeDay() throws {
    let home = try TemporaryHome()
    _ = try home.write("pipeline.json", Data(Self.plan.utf8))
    let office = try LiveOffice(home: home.path, ["--work", "--jobs", "1"])
    let key = try office.key("submit,read")
    let paper = [UInt8](SmallPDF.bytes(lines: ["DON DE NGHI", "Kinh gui: UBND phuong A"]))
    let sent = try office.post(
      "/v1/dossiers", file: "files", paper, name: "đơn.pdf", texts: ["sender": "Nguyễn Thị Mẫu"], key: key)
    #expect(sent.status == 202, "\(String(decoding: sent.body, as: UTF8.self))")
    let id = try #require(try json(sent.body)["id"]?.string)
    // Good from the first second, with nothing of anybody on it.
    let early = try office.get("/t/\(id)")
    #expect(early.status == 200 && !String(decoding: early.body, as: UTF8.self).contains("Mẫu"))
    var state = ""
    for _ in 0..<2400 where state != "handed-off" {
      state = try json(try office.get("/v1/dossiers/\(id)", key: key).body)["state"]?.string ?? ""
      usleep(50_000)
    }
    #expect(state == "handed-off")
    let store = try SQLiteStore.open(path: home.path + "/store.sqlite")
    let dossier = try #require(try store.dossiers(DossierFilter(limit: 2)).first)
    let code = try #require(dossier.code)

    let answer = try office.get("/v1/dossiers/\(id)/package", key: key)
    #expect(answer.status == 200 && answer.headers["content-type"] == "application/x-tar")
    let tar = try home.write("package.tar", Data(answer.body))
    let verified = try Program.hoso("bag", "verify", tar)
    #expect(verified.status == 0, "\(verified.output) \(verified.errors)")
    #expect(try office.get("/v1/dossiers/\(id)/package").status == 401)

    let receipt = try office.get("/v1/dossiers/\(id)/receipt.pdf", key: key)
    #expect(receipt.status == 200 && receipt.body.starts(with: Array("%PDF-".utf8)))
    let photo = try photographed(receipt.body)
    let found = try office.post("/tra-cuu", file: "photo", photo, name: "anh.jpg")
    let page = String(decoding: found.body, as: UTF8.self)
    #expect(found.status == 200 && page.contains(code) && page.contains("chữ ký đúng"), "\(page)")
    let english = try office.post("/tra-cuu?lang=en", file: "photo", photo, name: "a.jpg", language: "en")
    #expect(String(decoding: english.body, as: UTF8.self).contains("The receipt is genuine"))
    let nothing = try office.post("/tra-cuu", file: "photo", [1, 2, 3], name: "a.jpg")
    #expect(nothing.status == 404 && !String(decoding: nothing.body, as: UTF8.self).contains("<h1>\(code)"))
    // A signature of somebody's own.
    let seal = String(repeating: "A", count: 22)
    let forged = try office.get("/t/\(code)?k=1&t=\(dossier.receivedAt.milliseconds)&s=\(seal)")
    #expect(forged.status == 404 && !String(decoding: forged.body, as: UTF8.self).contains("đúng với hồ sơ"))
    // Look-ups leave nothing behind.
    let left = FileManager.default.enumerator(atPath: home.path + "/scratch/look-up")?.allObjects as? [String] ?? []
    #expect(left.isEmpty, "\(left)")
  }

  @Test("a refused paper that another one came for is shown as replaced, by the server and on the command line")
  func replaced() throws {
    let home = try TemporaryHome()
    _ = try home.write("pipeline.json", Data(Self.plan.utf8))
    let office = try LiveOffice(home: home.path, ["--work", "--jobs", "1"])
    let key = try office.key("submit,read")
    let sent = try office.post("/v1/dossiers", file: "files", Array("nothing".utf8), name: "a.pdf", key: key)
    let id = try #require(try json(sent.body)["id"]?.string)
    func wait(for state: String) throws -> JSONValue {
      var answer = JSONValue.null
      for _ in 0..<2400 {
        answer = try json(try office.get("/v1/dossiers/\(id)", key: key).body)
        if answer["state"]?.string == state { break }
        usleep(50_000)
      }
      #expect(answer["state"]?.string == state)
      return answer
    }
    _ = try wait(for: "rejected")
    let paper = [UInt8](SmallPDF.bytes(lines: ["DON DE NGHI"]))
    #expect(
      try office.post("/v1/dossiers/\(id)/documents", file: "files", paper, name: "b.pdf", key: key).status == 202)
    let answer = try wait(for: "handed-off")
    #expect(answer["documents"]?.array?.map { $0["state"]?.string } == ["replaced", "accepted"])
    let shown = try Program.hoso("status", answer["code"]?.string ?? "", home: home.path)
    #expect(shown.output.contains("a.pdf – replaced"), "\(shown.output)")
  }

  /// The first page as a camera sees it: a little coarse, a little grey, a table around it.
  private func photographed(_ pdf: [UInt8]) throws -> [UInt8] {
    let page = try MediaOpener.open(bytes: pdf, name: "receipt.pdf").renderColour(page: 1, longSideInPixels: 1500)
    let (width, height) = (page.width + 160, page.height + 120)
    var pixels = [UInt8](repeating: 96, count: 3 * width * height)
    for y in 0..<page.height {
      for x in 0..<page.width {
        for channel in 0..<3 {
          let value = Int(page.pixels[3 * (y * page.width + x) + channel])
          pixels[3 * ((y + 60) * width + x + 80 + y / 60) + channel] = UInt8(30 + value * 190 / 255 + (x * y) % 5)
        }
      }
    }
    return try JPEGEncoder.encode(ColourImage(width: width, height: height, pixels: pixels), quality: 75)
  }
}
