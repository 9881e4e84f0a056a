import Files
import Glibc
import Workflow

/// What workers that were killed have left in the scratch folder.
enum ScratchFolders {
  /// Removes the folders of workers that run no more. Their hosts ended with them.
  ///
  /// Workers elsewhere, such as in other containers that share the home, have numbers that mean nothing here: they are
  /// taken to run until the store forgets them.
  static func sweep(_ scratch: String, workers: [WorkerRegistration], host: String) {
    // A number that some other process has now only keeps a folder for longer.
    let running = Set(
      workers.filter { $0.host != host || kill($0.processID, 0) == 0 || errno == EPERM }.map(\.id.rawValue))
    guard let entries = try? Folder.entries(of: scratch) else { return }
    for entry in entries where !running.contains(entry.name) && isWorkersFolder(entry.name) {
      _ = try? Folder.removeTree("\(scratch)/\(entry.name)")
    }
  }

  /// A worker's id: 26 characters. Other folders (`hoso inspect`'s) look after themselves.
  private static func isWorkersFolder(_ name: String) -> Bool {
    name.utf8.count == 26
  }

  /// A folder for this process's inspections; those of processes that are gone are removed on the way.
  static func inspection(in scratch: String) -> String {
    let prefix = "inspect-"
    for entry in (try? Folder.entries(of: scratch)) ?? [] where entry.name.hasPrefix(prefix) {
      let owner = entry.name.dropFirst(prefix.count).prefix { $0 != "-" }
      guard let pid = pid_t(owner), pid != getpid(), kill(pid, 0) != 0, errno == ESRCH else { continue }
      _ = try? Folder.removeTree("\(scratch)/\(entry.name)")
    }
    return "\(scratch)/\(prefix)\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
  }
}
