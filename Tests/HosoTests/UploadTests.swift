import Foundation
import Testing

/// Many clients against a real server; `hoso-bench upload` with its defaults is the same at full size.
@Suite("Uploads under load", .serialized)
struct UploadTests {
  @Test("of many uploads none is lost or doubled, though the server is killed in the middle", .timeLimit(.minutes(10)))
  func survivesKills() throws {
    let home = NSTemporaryDirectory() + "uploads-" + UUID().uuidString
    let ended = try Program.run(
      Program.folder + "/hoso-bench",
      [
        "upload", "--hoso", Program.folder + "/hoso", "--home", home, "--count", "120", "--clients", "12",
        "--least-kb", "100", "--most-kb", "400", "--kills", "2",
      ])
    print(ended.output)
    #expect(ended.status == 0, "\(ended.errors)")
    #expect(ended.output.contains("acknowledged 120, in the store 120: lost 0, doubled 0, wrong 0"))
  }
}
