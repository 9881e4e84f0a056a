import Console
import Reception
import Storage
import Workflow

enum FixityCommand: Command {
  static let description = CommandDescription(
    ["fixity"], summary: "read every stored file back and hold it against its digest",
    discussion: """
      Also reports files that the record refers to and that are gone, and what a crash left half-written. Packages
      are checked with `hoso bag verify`. Exit code 1 when something is missing, damaged or unreadable.
      """,
    options: [GlobalOptions.home], examples: ["hoso fixity"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let installation = try Opening.installation(arguments)
    let expected = try installation.store.referencedFiles()
    let bar = ProgressBar(title: "fixity", total: expected.count)
    let report = try installation.files.checkFixity(
      expected: expected,
      finding: { finding in
        bar.finish()
        Output.line("\(finding)")
      },
      progress: { report in
        bar.set(done: report.files, total: max(report.files, expected.count))
        return true
      })
    bar.finish()
    Output.line(
      "\(report.files) files, \(report.bytes) bytes read: \(report.missing) missing, \(report.damaged) damaged, "
        + "\(report.unreadable) unreadable")
    return report.isSound ? .done : .needsAttention
  }
}
