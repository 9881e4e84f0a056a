import Foundation

/// A file system of its own in memory, small enough to fill up. Needs the right to mount.
final class SmallDisk {
  let path: String
  private var ballast: String { path + "/ballast" }

  /// nil where nothing can be mounted here.
  init?(mebibytes: Int) throws {
    path = NSTemporaryDirectory() + "hoso-disk-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard try Program.run("/bin/mount", ["-t", "tmpfs", "-o", "size=\(mebibytes)m", "tmpfs", path]).status == 0 else {
      print("skipped: no right to mount a small file system")
      try FileManager.default.removeItem(atPath: path)
      return nil
    }
  }

  deinit {
    _ = try? Program.run("/bin/umount", ["--lazy", path])
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Takes all the room but that much.
  func fill(leavingKiB rest: Int) throws {
    var room = statvfs()
    guard statvfs(path, &room) == 0 else { throw CocoaError(.fileReadUnknown) }
    let free = Int(room.f_bavail) * Int(room.f_frsize) - rest << 10
    guard free > 0 else { return }
    let descriptor = open(ballast, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    defer { close(descriptor) }
    // Someone else may be quicker with the last blocks.
    var page = [UInt8](repeating: 0, count: 64 << 10)
    var left = free
    while left > 0 {
      let count = write(descriptor, &page, min(left, page.count))
      if count <= 0 { return }
      left -= count
    }
  }

  func makeRoom() {
    unlink(ballast)
  }

  func remount(readOnly: Bool) throws -> Bool {
    try Program.run("/bin/mount", ["-o", readOnly ? "remount,ro" : "remount,rw", path]).status == 0
  }
}
