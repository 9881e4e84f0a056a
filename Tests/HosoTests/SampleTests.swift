import Foundation
import Testing

@Suite("The samples, from files to packages", .serialized)
struct SampleTests {
  @Test("every sample ends as expected.tsv says, and taking all in again doubles nothing", .timeLimit(.minutes(10)))
  func samples() throws {
    let home = try TemporaryHome()
    for name in ["procedures.json", "calendar.json"] {
      try FileManager.default.copyItem(atPath: Program.root + "/samples/" + name, toPath: home.path + "/" + name)
    }
    let report = home.path + "/report.csv"
    let folder = Program.root + "/samples/dossiers"
    for round in 1...2 {
      let ended = try Program.hoso("import", folder, "--report", report, home: home.path)
      #expect(ended.status == 1, "round \(round): \(ended.errors.suffix(2000))")
    }
    let check = try Program.run(Program.root + "/samples/check", [report])
    #expect(check.status == 0, "\(check.output)")

    let status = try Program.hoso("status", "--json", home: home.path)
    let dossiers = try status.output.split(separator: "\n").map {
      try JSONDecoder().decode(DossierLine.self, from: Data($0.utf8))
    }
    let codes = dossiers.compactMap(\.code)
    #expect(Set(codes).count == codes.count)
    let folders = dossiers.flatMap(\.packages).map { home.path + "/packages/" + $0.path }
    #expect(folders.count == codes.count)
    #expect(try Program.run(Program.folder + "/hoso", ["bag", "verify"] + folders).status == 0)

    let receipt = folders[0] + "/data/receipt/receipt.png"
    let lookup = try Program.hoso("lookup", receipt, "--json", home: home.path)
    #expect(lookup.output.contains("\"receipt\":\"genuine\""), "\(lookup.output)")
  }

  private struct DossierLine: Decodable {
    struct Package: Decodable {
      let path: String
    }

    let code: String?
    let packages: [Package]
  }
}
