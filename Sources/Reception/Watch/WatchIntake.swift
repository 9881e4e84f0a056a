import Digests
import Dossiers
import Files
import Foundation
import Pipeline
import Stages
import Storage
import Worker
import Workflow

/// Takes one finished file or folder in, and moves it away.
struct WatchIntake {
  private static let channel = "watch"

  private let installation: Installation
  private let folder: String
  private let settings: WatchedFolder.Settings
  private let stacks: StackIntake?

  init(_ installation: Installation, folder: String, settings: WatchedFolder.Settings) throws {
    self.installation = installation
    self.folder = folder
    self.settings = settings
    stacks =
      settings.splitsStacks
      ? StackIntake(
        installation, desk: try FileDesk(scratch: installation.home.scratch), channel: Self.channel) : nil
  }

  /// What became of it; nothing where it changed while it was read, or where `goesOn` said no: then it stays as it is,
  /// and what of a stack was taken in is known when it is looked at again.
  func take(
    _ name: String, _ sight: WatchSight, goesOn: @escaping () -> Bool
  ) -> [WatchedFolder.Outcome] {
    stacks?.goesOn = goesOn
    do {
      return try takeIn(name, sight, goesOn)
    } catch is FileDesk.Stopped {
      return []
    } catch let error as ReceptionError where Self.isSenders(error) {
      return Self.attempt {
        try refuse(name, BilingualText(vi: "Không tiếp nhận được: \(error.message)", en: error.message))
      }
    } catch let error as StorageError where error.code == .tooLarge {
      return Self.attempt {
        try refuse(name, BilingualText(vi: "Tệp quá lớn.", en: "A file is too large."))
      }
    } catch {
      return [.putOff("\(error)")]
    }
  }

  /// Nothing waits any more for now.
  func rest() {
    stacks?.rest()
  }

  private func takeIn(
    _ name: String, _ sight: WatchSight, _ goesOn: () -> Bool
  ) throws -> [WatchedFolder.Outcome] {
    let path = "\(folder)/\(name)"
    var details = settings.details
    var paths = [path]
    if sight.isFolder {
      let dossier = FolderScan.dossier(named: name, in: path)
      if let trouble = dossier.trouble { throw trouble }
      paths = dossier.files
      details = dossier.details
      details.procedure = details.procedure ?? settings.details.procedure
      details.sender = details.sender ?? settings.details.sender
    }
    guard !paths.isEmpty else {
      return [try refuse(name, BilingualText(vi: "Thư mục không có tệp nào.", en: "The folder holds no file."))]
    }
    var opened: [StackIntake.Stack] = []
    paths = try paths.filter { path in
      guard let stack = try stack(path) else { return true }
      opened.append(stack)
      return false
    }
    if let problem = try firstProblem(paths) { return [try refuse(name, problem)] }
    let rest = paths.isEmpty ? nil : try store(paths, below: path, name)
    guard try WatchSight(path) == sight else { return [] }
    var notes = StackNotes()
    for stack in opened {
      stacks?.takeIn(
        stack, details: details, duplicates: nil, goesOn: { notes.trouble == nil && goesOn() },
        each: { notes.add($0) })
    }
    // A stack of which not all was taken in stays where it is.
    guard opened.isEmpty || goesOn() else {
      installation.ringBell()
      return notes.outcomes
    }
    if let trouble = notes.trouble { return notes.outcomes + [.putOff(trouble)] }
    if let rest {
      details.key = details.key.map { opened.isEmpty ? $0 : $0 + ":rest" } ?? rest.key
      let answer = try Enqueuer(installation, channel: Self.channel).enqueue(stored: rest.files, details: details)
      notes.outcomes.append(
        .takenIn(code: answer.dossier.code, id: answer.submission.id.rawValue, wasKnown: answer.wasKnown))
    }
    installation.ringBell()
    if let reason = notes.refusal { return notes.outcomes + [try refuse(name, reason)] }
    let place = try move(name, to: WatchedFolder.done)
    if !notes.remarks.isEmpty { try write(notes.remarks, beside: place, as: "notes") }
    return notes.outcomes
  }

  /// Nil for what is no stack, or no readable one: then the plan's own check of files tells what is wrong.
  private func stack(_ path: String) throws -> StackIntake.Stack? {
    do {
      return try stacks?.open(path)
    } catch is FileDesk.Trouble {
      return nil
    }
  }

  /// What the sender can mend; everything else is passing trouble of ours.
  private static func isSenders(_ error: ReceptionError) -> Bool {
    [.malformed, .unknownProcedure, .noFiles, .tooLarge].contains(error.code)
  }

  private static func attempt(_ body: () throws -> WatchedFolder.Outcome) -> [WatchedFolder.Outcome] {
    do {
      return [try body()]
    } catch {
      return [.putOff("\(error)")]
    }
  }

  /// Why the first file that is no document is none, by the plan's own `validate-file`, in a stage host.
  private func firstProblem(_ paths: [String]) throws -> BilingualText? {
    let stages = try installation.activePlan().stages.filter { $0.uses == "validate-file" }
    guard !stages.isEmpty, !paths.isEmpty else { return nil }
    let plan = Plan(name: "watch", stages: stages)
    var found: BilingualText?
    try Inspector(plan: plan, jobs: 1, scratch: installation.home.scratch).inspect(paths) { finding in
      guard let problem = finding.inspection.problems.first(where: { $0.severity == .rejects }) else { return true }
      let name = finding.inspection.file.split(separator: "/").last ?? ""
      found = BilingualText(
        vi: "\(name): \(problem.message.vi) \(problem.remedy.vi)",
        en: "\(name): \(problem.message.en) \(problem.remedy.en)")
      return false
    }
    return found
  }

  /// The files in Storage, and the key of their dossier: where it lies, and what is in it.
  private func store(
    _ paths: [String], below path: String, _ name: String
  ) throws -> (files: [NewSubmission.File], key: String) {
    let batch = try installation.files.batch()
    let digest = SHA256Digest()
    digest.update("\(folder)/\(name)")
    var files: [NewSubmission.File] = []
    for file in paths {
      let stored = try batch.put(path: file, limit: settings.byteLimit, followingLinks: false)
      let fileName = file.split(separator: "/").last.map(String.init) ?? name
      digest.update("\n\(file.dropFirst(path.count))|\(stored.sha256)")
      files.append(NewSubmission.File(name: fileName, sha256: stored.sha256, byteCount: stored.byteCount))
    }
    try batch.commit()
    return (files, "watch:" + digest.finishHex())
  }

  private func refuse(_ name: String, _ reason: BilingualText) throws -> WatchedFolder.Outcome {
    try write([reason], beside: try move(name, to: WatchedFolder.refused), as: "reason")
    return .refused(reason)
  }

  /// Texts as a file beside another, each in two lines.
  private func write(_ texts: [BilingualText], beside place: String, as kind: String) throws {
    let words = texts.map { "\($0.vi)\n\($0.en)\n" }.joined(separator: "\n")
    let file = "\(place).\(kind).txt"
    do {
      try Data(words.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
    } catch {
      throw ReceptionError(.storage, "\(file) cannot be written")
    }
  }

  /// Renames it into the folder; where its name is taken, with a number. Where it lies now.
  @discardableResult
  private func move(_ name: String, to place: String) throws -> String {
    let dot = name.lastIndex(of: ".").flatMap { $0 > name.startIndex ? $0 : nil } ?? name.endIndex
    for number in 1...10_000 {
      let free = number == 1 ? name : "\(name[..<dot])-\(number)\(name[dot...])"
      let target = "\(folder)/\(place)/\(free)"
      do {
        try Folder.renameExclusively("\(folder)/\(name)", to: target)
        return target
      } catch {
        guard error.isExisting else { throw error }
      }
    }
    throw ReceptionError(.storage, "\(folder)/\(place) has too many files called \(name)")
  }
}
