import Archive
import Files
import Testing

@Suite struct BagConformanceTests {
  /// What each folder of the suite promises of its bags on Linux. What only Windows would walk out of its bag with is
  /// refused here too: such a path is below `data/` on no system.
  private static let promises = [
    "valid": true, "warning": true, "invalid": false, "linux-only": false, "windows-only": false,
  ]

  /// Bags that we judge otherwise than the suite's folder, and why.
  private static let disagreements: [String: String] = [:]

  @Test("the Library of Congress's conformance suite is judged as its folders say")
  func suite() throws {
    guard let suite = shared("corpus/third-party/bagit-conformance-suite") else { return }
    var agreed = 0
    var judged: [String] = []
    for version in try Folder.entries(of: suite).map(\.name) where version.hasPrefix("v") {
      for folder in try Folder.entries(of: "\(suite)/\(version)").map(\.name) {
        let promise = try #require(Self.promises[folder] as Bool?)
        for bag in try Folder.entries(of: "\(suite)/\(version)/\(folder)").map(\.name) {
          let name = "\(version)/\(folder)/\(bag)"
          let report = try BagVerifier.verify("\(suite)/\(name)")
          if report.isValid == promise {
            agreed += 1
            if folder == "warning" { #expect(!report.findings.isEmpty, "\(name) should carry a warning") }
          } else {
            judged.append(name)
            print(
              "\(name): \(report.isValid ? "valid" : "not valid") to us. \(Self.disagreements[name] ?? "No reason known")"
            )
            for finding in report.findings { print("  \(finding)") }
          }
        }
      }
    }
    print("BagIt conformance suite: \(agreed) of \(agreed + judged.count) bags judged as their folder says")
    #expect(agreed > 0)
    #expect(judged.sorted() == Self.disagreements.keys.sorted())
  }
}
