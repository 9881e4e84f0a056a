import Archive
import Console

enum BagVerifyCommand: Command {
  static let description = CommandDescription(
    ["bag", "verify"], operands: "FOLDER…", operandCount: 1...100_000,
    summary: "check packages on their own, ours or anyone's",
    discussion: "Reads every file back and holds it against the manifests (BagIt 0.93 to 1.0). Exit code 1 when one is not valid.",
    options: [GlobalOptions.json], examples: ["hoso bag verify hoso-home/packages/*/*"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    var status = ExitStatus.done
    for folder in arguments.operands {
      let report = try BagVerifier.verify(folder)
      if !report.isValid { status = .needsAttention }
      if arguments.has("--json") {
        try JSONLines.write(report)
      } else {
        let terminal = Terminal.output
        Output.line("\(folder): " + (report.isValid ? terminal.styled("valid", .green) : terminal.styled("not valid", .red)))
        for finding in report.findings { Output.line("  \(finding)") }
      }
    }
    return status
  }
}
