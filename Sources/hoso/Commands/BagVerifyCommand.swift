import Archive
import Console
import Foundation

enum BagVerifyCommand: Command {
  static let description = CommandDescription(
    ["bag", "verify"], operands: "PACKAGE…", operandCount: 1...100_000,
    summary: "check packages on their own, ours or anyone's",
    discussion:
      "Reads every file back and holds it against the manifests (BagIt 0.93 to 1.0, as a folder, .zip or .tar) or against "
      + "METS (E-ARK packages). Exit code 1 when one is not valid.",
    options: [GlobalOptions.json], examples: ["hoso bag verify hoso-home/packages/*/*"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    var status = ExitStatus.done
    for folder in arguments.operands {
      let report = try PackageVerifier.verify(folder, in: NSTemporaryDirectory())
      if !report.isValid { status = .needsAttention }
      if arguments.has("--json") {
        try JSONLines.write(BagLine(folder: folder, report))
      } else {
        let terminal = Terminal.output
        Output.line(
          "\(folder): " + (report.isValid ? terminal.styled("valid", .green) : terminal.styled("not valid", .red)))
        for finding in report.findings { Output.line("  \(finding)") }
      }
    }
    return status
  }
}

/// What `hoso bag verify --json` says of one bag.
private struct BagLine: Encodable {
  let folder: String
  let isValid: Bool
  let isComplete: Bool
  let version: String?
  let findings: [String]

  init(folder: String, _ report: PackageVerifier.Report) {
    self.folder = folder
    isValid = report.isValid
    isComplete = report.isComplete
    version = report.version
    findings = report.findings.map { "\($0)" }
  }

  enum CodingKeys: String, CodingKey {
    case folder, version, findings
    case isValid = "valid"
    case isComplete = "complete"
  }
}
