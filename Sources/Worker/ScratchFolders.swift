import Files
import Glibc
import Workflow

/// What workers that were killed have left in the scratch folder.
enum ScratchFolders {
  /// Removes the folders of workers that run no more. Their hosts ended with them.
  static func sweep(_ scratch: String, workers: [WorkerRegistration]) {
    // A number that some other process has now only keeps a folder for longer.
    let running = Set(workers.filter { kill($0.processID, 0) == 0 || errno == EPERM }.map(\.id.rawValue))
    guard let entries = try? Folder.entries(of: scratch) else { return }
    for entry in entries where !running.contains(entry.name) && isWorkersFolder(entry.name) {
      _ = try? Folder.removeTree("\(scratch)/\(entry.name)")
    }
  }

  /// A worker's id: 26 characters. Other folders (`hoso inspect`'s) look after themselves.
  private static func isWorkersFolder(_ name: String) -> Bool {
    name.utf8.count == 26
  }
}
