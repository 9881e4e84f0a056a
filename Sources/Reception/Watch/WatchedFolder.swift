import CPosix
public import Dossiers
import Files
import Glibc
public import Logs
import Worker

/// Takes in what scanners and people lay into a folder: a file is a dossier, a sub-folder is one with all its files; a
/// stack with cover sheets is taken apart, as an import does it. What was taken in moves to `done/`; what cannot be, to `refused/`, with the reason in a file beside it.
///
/// A file is taken only when it is finished: nobody has it open for writing, and it has stood unchanged for a while.
/// What was taken in is known by its content and path, so that a stop at any point loses and doubles nothing.
public final class WatchedFolder {
  public struct Settings: Sendable {
    /// A file must stand unchanged for so long.
    public var settleMilliseconds: Int64 = 2_000
    /// A sub-folder with all that is in it: a scanner fills it page by page.
    public var folderSettleMilliseconds: Int64 = 10_000
    /// Looks so often; nil: as the system tells of changes. Network shares tell nothing and are always looked at.
    public var pollMilliseconds: Int64?
    public var details = DossierDetails()
    /// Bytes that a file may have.
    public var byteLimit: Int64 = 2 << 30
    /// Stacks are taken apart at their cover sheets.
    public var splitsStacks = true

    public init() {}
  }

  /// What became of something in the folder.
  public enum Outcome: Sendable {
    /// `pages` are those of the stack that it came from; empty where it came as a file or folder of its own.
    case takenIn(code: String?, id: String, wasKnown: Bool, pages: [Int] = [])
    /// Something about a stack that a person should look at.
    case remark(BilingualText)
    case refused(BilingualText)
    /// Passing trouble of ours: it stays where it is.
    case putOff(String)
  }

  static let done = "done"
  static let refused = "refused"
  /// After trouble of our own, nothing is tried for so long.
  private static let restMilliseconds: Int64 = 30_000

  private let folder: String
  private let settings: Settings
  private let log: any Log
  private let intake: WatchIntake
  private let notifier: OwnedDescriptor?
  private var candidates: [String: WatchCandidate] = [:]
  private var restsUntil: Int64 = 0
  /// Names that the log has complained of.
  private var toldNames: Set<String> = []

  /// Whether changes are looked for rather than told.
  public var polls: Bool { notifier == nil }

  /// Throws where the folder is none, or cannot be written to.
  public init(
    _ folder: String, _ installation: Installation, settings: Settings, log: any Log
  ) throws {
    let folder = Home.absolute(folder)
    self.folder = folder
    self.settings = settings
    self.log = log
    guard let status = try FileStatus.of(folder), status.kind == .folder else {
      throw ReceptionError(.unreadable, "\(folder) is not a folder")
    }
    for name in [Self.done, Self.refused] { try Folder.create("\(folder)/\(name)", mode: 0o700) }
    intake = try WatchIntake(installation, folder: folder, settings: settings)
    if settings.pollMilliseconds == nil, hoso_is_remote(folder) == 0 {
      let watch = hoso_watch_folder(folder)
      notifier = watch >= 0 ? OwnedDescriptor(owning: watch, path: folder) : nil
    } else {
      notifier = nil
    }
  }

  /// Watches until `goesOn` says no, which is asked several times a second, also while a stack is looked at; tells each
  /// outcome (of a stack, several). With `untilEmpty` it ends when nothing waits any more.
  public func run(
    untilEmpty: Bool = false, goesOn: @escaping () -> Bool, each: (String, Outcome) -> Void
  ) throws {
    while goesOn() {
      try look(each, goesOn)
      if untilEmpty, candidates.isEmpty { return }
      wait(goesOn)
    }
  }

  /// A look at everything in the folder.
  private func look(_ each: (String, Outcome) -> Void, _ goesOn: @escaping () -> Bool) throws {
    let now = hoso_boot_milliseconds()
    var present: Set<String> = []
    for entry in try Folder.entries(of: folder) where Self.isOurs(entry.name) {
      guard entry.isReadableName else {
        if toldNames.insert(entry.name).inserted {
          log.warning("watch.unreadable-name", ("effect", "left alone until it is renamed in UTF-8"))
        }
        continue
      }
      present.insert(entry.name)
      let path = "\(folder)/\(entry.name)"
      // Gone since, or neither file nor folder.
      guard let seen = try WatchSight(path) else {
        present.remove(entry.name)
        continue
      }
      if candidates[entry.name]?.sight != seen {
        candidates[entry.name] = WatchCandidate(sight: seen, since: now)
      }
    }
    candidates = candidates.filter { present.contains($0.key) }
    guard now >= restsUntil else { return }
    for (name, candidate) in candidates.sorted(by: { $0.key < $1.key }) {
      guard goesOn() else { return }
      let settle = candidate.sight.isFolder ? settings.folderSettleMilliseconds : settings.settleMilliseconds
      guard now - candidate.since >= settle, !candidate.sight.hasWriter("\(folder)/\(name)") else { continue }
      // Nothing was taken in where it changed while it was read.
      candidates[name] = nil
      for outcome in intake.take(name, candidate.sight, goesOn: goesOn) {
        if case .putOff = outcome {
          restsUntil = now + Self.restMilliseconds
          candidates[name] = candidate
        }
        each(name, outcome)
      }
    }
    if candidates.isEmpty { intake.rest() }
  }

  /// Until something may have changed: told, or by the clock.
  private func wait(_ goesOn: () -> Bool) {
    let pause = settings.pollMilliseconds ?? (polls ? 2_000 : candidates.isEmpty ? 5_000 : 250)
    let end = hoso_boot_milliseconds() + pause
    while goesOn() {
      let left = min(200, end - hoso_boot_milliseconds())
      guard left > 0 else { return }
      if let notifier {
        if hoso_wait_for_watch(notifier.raw, Int32(left)) == 1 { return }
      } else {
        usleep(UInt32(left) * 1000)
      }
    }
  }

  /// Hidden files and what programs call files that they are still writing are nobody's yet.
  private static func isOurs(_ name: String) -> Bool {
    guard name != done, name != refused, !name.hasPrefix("."), !name.hasPrefix("~") else { return false }
    let lower = name.lowercased()
    return ![".part", ".tmp", ".temp", ".crdownload", ".filepart", ".partial"].contains { lower.hasSuffix($0) }
  }
}
