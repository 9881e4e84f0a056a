import Console
import Reception
import Storage
import Upkeep
import Workflow

enum FixityCommand: Command {
  static let description = CommandDescription(
    ["fixity"], summary: "read every stored file and package back and hold it against its digest",
    discussion: """
      Also reports files and packages that the record refers to and that are gone, and what a crash left half-written.
      A package must be whole by its own manifests and be the one that the record names; a finding tells the package,
      the file and both digests. Exit code 1 when something is missing, damaged or unreadable.
      """,
    options: [GlobalOptions.home, GlobalOptions.store, GlobalOptions.files], examples: ["hoso fixity"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let installation = try Opening.installation(arguments)
    let expected = try installation.store.referencedFiles()
    let bar = ProgressBar(title: "fixity", total: expected.count)
    let report = try installation.files.checkFixity(
      finding: { finding in
        bar.finish()
        Output.line("\(finding)")
      },
      progress: { report in
        bar.set(done: report.files, total: max(report.files, expected.count))
        return true
      })
    bar.finish()
    // What lies there was held against its name; what the record names and does not lie there is missing.
    let missing = try expected.filter { try !installation.files.contains($0) }
    for sha256 in missing.sorted() { Output.line("missing \(sha256): the record refers to it") }
    Output.line(
      "\(report.files) files, \(report.bytes) bytes read: \(missing.count) missing, \(report.damaged) damaged, "
        + "\(report.unreadable) unreadable")
    let packageBar = ProgressBar(title: "packages", total: 0)
    let packages = try PackageFixity.check(
      installation,
      finding: { finding in
        packageBar.finish()
        Output.line(Shown.line(finding))
      }, progress: { packageBar.set(done: $0, total: $1) })
    packageBar.finish()
    Output.line(
      "\(packages.packages) packages read: \(packages.missing) missing, \(packages.damaged) damaged, "
        + "\(packages.unreadable) unreadable")
    return report.isSound && missing.isEmpty && packages.isSound ? .done : .needsAttention
  }
}
