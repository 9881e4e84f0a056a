import Archive
import Console
import Dossiers
import Foundation
import Reception
import Workflow

enum ExportCommand: Command {
  static let description = CommandDescription(
    ["export"], operands: "FOLDER [DOSSIER…]", operandCount: 1...100_000,
    summary: "copy packages to a folder or a removable disk, and read them back",
    discussion: """
      Copies the newest package of each dossier named (code or id), or of all that meet the conditions, into FOLDER
      with a list of every file, manifest-sha256.txt (`sha256sum -c` reads it too). Then everything is read back from
      the disk: each file against the list, each package by itself and against the record.

      Can be stopped and run again: what is there is not copied twice. A disk without room is told before the first
      file; one that fills up ends it with `disk-full`, and the same command goes on after there is room.
      With --verify-only FOLDER is checked against its own list, without an installation. Exit code 1 when a package
      is missing, damaged or not there yet; 3 when the disk is full.
      """,
    options: [
      OptionDescription("--state", value: "S", summary: "only dossiers in this state; may be given several times"),
      OptionDescription("--procedure", value: "P", summary: "only dossiers of this procedure"),
      OptionDescription("--since", value: "DATE", summary: "received on this day or later: 2026-11-22"),
      OptionDescription("--until", value: "DATE", summary: "received on this day or before"),
      OptionDescription("--all-versions", summary: "also packages that a supplement's replaced"),
      OptionDescription("--no-verify", summary: "leave the reading back to a later --verify-only"),
      OptionDescription("--verify-only", summary: "only read back what lies in FOLDER"),
      GlobalOptions.home, GlobalOptions.store,
    ],
    examples: [
      "hoso export /media/disk --state handed-off --since 2026-11-01", "hoso export out H26.1-261122-0001",
      "hoso export /media/disk --verify-only",
    ])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let selection = try selection(arguments)
    do {
      let path = arguments.operands[0]
      if arguments.has("--verify-only") {
        guard FileManager.default.fileExists(atPath: "\(path)/\(ExportFolder.manifestName)") else {
          throw ConfigurationError("\(path) holds no export: there is no \(ExportFolder.manifestName)")
        }
        return try verify(try ExportFolder(path)) ? .done : .needsAttention
      }
      return try export(selection, to: path, arguments)
    } catch let error as ArchiveError where error.code == .diskFull {
      Output.note("error: export.disk-full: \(error.message)")
      Output.note("Make room or take another disk, then run the same command again: what is there stays.")
      return .fault
    } catch let error as ReceptionError where error.code == .unknownDossier {
      throw ConfigurationError(error.message)
    }
  }

  private static func export(
    _ selection: ExportSelection, to path: String, _ arguments: Arguments
  ) throws -> ExitStatus {
    let installation = try Opening.installation(arguments)
    let export = PackageExport(installation, selection: selection)
    let extent = try export.extent()
    let folder = try ExportFolder(path)
    // What an earlier run copied needs no room again.
    if folder.fileCount == 0 { try folder.requireRoom(for: extent.bytes) }
    let interrupt = Interrupt()
    let bar = ProgressBar(title: "copy", total: extent.packages)
    let summary = try export.copy(
      to: folder, goesOn: { !interrupt.isRequested }, copied: { bar.advance() })
    bar.finish()
    for code in summary.without { Output.note("\(code) has no package yet") }
    for failure in summary.failures { Output.note(failure) }
    Output.line(
      "\(summary.packages) packages, \(summary.files) files, \(summary.bytes) bytes in \(path); "
        + "\(summary.present) files were there already")
    if interrupt.isRequested {
      Output.note("Stopped. Run the same command again to go on.")
      return .needsAttention
    }
    var isSound = summary.without.isEmpty && summary.failures.isEmpty
    if !arguments.has("--no-verify") {
      if try !verify(folder) { isSound = false }
      let bar = ProgressBar(title: "check", total: extent.packages)
      let findings = try export.check(in: folder, scratch: Scratch.folder, checked: { bar.advance() })
      bar.finish()
      for finding in findings { Output.line(finding) }
      if !findings.isEmpty { isSound = false }
    }
    return isSound ? .done : .needsAttention
  }

  private static func verify(_ folder: ExportFolder) throws -> Bool {
    let bar = ProgressBar(title: "read back", total: folder.fileCount)
    let findings = try folder.verify { count in
      bar.set(done: count, total: folder.fileCount)
      return true
    }
    bar.finish()
    for finding in findings { Output.line("\(finding)") }
    Output.line("\(folder.fileCount) files read back: \(findings.isEmpty ? "all sound" : "\(findings.count) are not")")
    return findings.isEmpty
  }

  private static func selection(_ arguments: Arguments) throws -> ExportSelection {
    var selection = ExportSelection()
    selection.references = Array(arguments.operands.dropFirst())
    selection.procedure = arguments.value("--procedure")
    selection.allVersions = arguments.has("--all-versions")
    selection.since = try day("--since", arguments)
    selection.until = try day("--until", arguments)
    let states = arguments.allValues("--state")
    if !states.isEmpty {
      selection.states = Set(
        try states.map { word in
          guard let state = Dossier.State(rawValue: word) else {
            let known = Dossier.State.allCases.map(\.rawValue).joined(separator: ", ")
            throw UsageError("--state is one of \(known), not “\(word)”")
          }
          return state
        })
    }
    return selection
  }

  private static func day(_ option: String, _ arguments: Arguments) throws -> CivilDate? {
    guard let text = arguments.value(option) else { return nil }
    guard let date = CivilDate(iso: text) else {
      throw UsageError("\(option) takes a day such as 2026-11-22, not “\(text)”")
    }
    return date
  }
}
