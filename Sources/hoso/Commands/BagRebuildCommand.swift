import Archive
import Console
import Reception
import Stages
import Worker
import Workflow

enum BagRebuildCommand: Command {
  static let description = CommandDescription(
    ["bag", "rebuild"], operands: "DOSSIER FOLDER", operandCount: 2...2,
    summary: "make a dossier's package once more, from the record and the stored files",
    discussion: """
      DOSSIER is a dossier code or id. The package in FOLDER has the very bytes of the one that was handed off, on
      whatever machine, in whatever time zone and language it is made: a way to replace a damaged one, and to show
      that nothing was changed by hand. Prints the path and the package's digest.
      """,
    options: [GlobalOptions.home, GlobalOptions.store, GlobalOptions.files],
    examples: ["hoso bag rebuild H26.1-261122-0001 again"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let installation = try Opening.office(arguments, .never)
    let dossier = try Opening.dossier(arguments.operands[0], in: installation.store)
    let folder = Home.absolute(arguments.operands[1])
    do {
      let placed = try PackageRebuild.run(
        dossier, store: installation.store, files: installation.files, procedures: installation.office.procedures,
        calendar: installation.office.calendar, program: "hoso \(HosoVersion.text)", to: folder, scratch: folder)
      Output.line("\(folder)/\(placed.path)\t\(placed.digest)")
      let known = try installation.store.packages(of: dossier.id).contains { $0.digest == placed.digest }
      if !known { Output.note("this package is another than the record has: it was made by another version") }
      return known ? .done : .needsAttention
    } catch let error as PackageRebuild.Refused {
      throw ConfigurationError("\(dossier.reference): \(error.description)")
    }
  }
}
