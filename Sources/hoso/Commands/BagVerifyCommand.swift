import Archive
import Console
import Foundation

enum BagVerifyCommand: Command {
  static let description = CommandDescription(
    ["bag", "verify"], operands: "PACKAGE…", operandCount: 1...100_000,
    summary: "check packages on their own, ours or anyone's",
    discussion:
      "Reads every file back and holds it against the manifests (BagIt 0.93 to 1.0, as a folder, .zip or .tar) or against "
      + "METS (E-ARK packages). All that are named are looked at, whatever is wrong with one. Exit code 1 when one is not "
      + "valid, 2 when one is not there.",
    options: [GlobalOptions.json], examples: ["hoso bag verify hoso-home/packages/*/*"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    var status = ExitStatus.done
    for folder in arguments.operands {
      let line: BagLine
      do throws(ArchiveError) {
        let report = try PackageVerifier.verify(folder, in: NSTemporaryDirectory())
        line = BagLine(folder: folder, report)
        if !report.isValid { status = status.worse(.needsAttention) }
      } catch {
        line = BagLine(folder: folder, error)
        status = status.worse(Self.status(of: error))
      }
      if arguments.has("--json") {
        try JSONLines.write(line)
      } else {
        let terminal = Terminal.output
        let verdict = line.isValid ? terminal.styled("valid", .green) : terminal.styled("not valid", .red)
        Output.line("\(Shown.line(folder)): \(verdict)")
        for finding in line.findings { Output.line("  " + Shown.line(finding)) }
      }
    }
    return status
  }

  /// A package that cannot be unpacked is not valid; one that is not there was mistyped; the rest is our machine.
  private static func status(of error: ArchiveError) -> ExitStatus {
    switch error.code {
    case .invalid, .badPath, .digestMismatch, .sourceUnreadable, .different: .needsAttention
    case .notFound: .usage
    case .diskFull, .readOnly, .denied, .io: .fault
    }
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

  init(folder: String, _ error: ArchiveError) {
    self.folder = folder
    isValid = false
    isComplete = false
    version = nil
    findings = [error.description]
  }

  enum CodingKeys: String, CodingKey {
    case folder, version, findings
    case isValid = "valid"
    case isComplete = "complete"
  }
}
