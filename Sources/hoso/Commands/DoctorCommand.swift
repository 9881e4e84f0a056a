import Console
import Glibc
import Reception
import Stages
import Storage
import Worker

enum DoctorCommand: Command {
  static let description = CommandDescription(
    ["doctor"], summary: "what is missing on this machine, and the command that mends it",
    discussion: """
      Starts a stage host and looks at everything that a worker needs: the host's libraries, text recognition data,
      fonts, the walls of its sandbox, the home, its store and the room on its disk. Exit code 1 when something is
      missing. What works and deserves a look, such as receipts whose QR codes lead nowhere, is marked so.
      """,
    options: [GlobalOptions.home, GlobalOptions.store, GlobalOptions.files])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    var findings = MachineFindings()
    findings.lookAtHost()
    findings.lookAtHome(
      Opening.home(arguments), location: try Opening.location(arguments), files: try Opening.filesLocation(arguments))
    let terminal = Terminal.output
    for finding in findings.all {
      let mark =
        finding.isNote
        ? terminal.styled("look   ", .yellow)
        : finding.isGood ? terminal.styled("ok     ", .green) : terminal.styled("missing", .red)
      Output.line("\(mark)  \(finding.text)")
      if let remedy = finding.remedy { Output.line("         → \(remedy)") }
    }
    return findings.all.allSatisfy(\.isGood) ? .done : .needsAttention
  }
}
