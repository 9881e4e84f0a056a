import CPosix
import Files
import Glibc

/// Wakes the workers of a home: a byte to a datagram socket that each of them listens on, in the home's folder.
///
/// A missed ring costs a second at most, since workers look by themselves too; so ringing never fails.
public enum Bell {
  /// There is something to do.
  public static func ring(in home: Home) {
    guard let entries = try? Folder.entries(of: home.path) else { return }
    for entry in entries where isBell(entry.name) {
      // A worker that was killed leaves its bell behind: nobody listens there again, as names are not used twice.
      if hoso_bell_ring(home.path, entry.name, 1) == ECONNREFUSED {
        _ = try? Folder.removeFile("\(home.path)/\(entry.name)")
      }
    }
  }

  private static func isBell(_ name: String) -> Bool {
    name.hasPrefix("worker-") && name.hasSuffix(".sock")
  }

  static func name(of worker: String) -> String { "worker-\(worker).sock" }
}

/// A worker's own bell, for ringers outside and for its own threads.
final class BellListener: Sendable {
  private let socket: OwnedDescriptor
  private let path: String
  private let wakeReading: OwnedDescriptor
  private let wakeWriting: OwnedDescriptor

  init(home: Home, worker: String) throws(WorkerError) {
    let name = Bell.name(of: worker)
    let descriptor = hoso_bell_bind(home.path, name)
    guard descriptor >= 0 else {
      throw WorkerError(.home, "cannot listen at \(home.path)/\(name): \(String(cString: strerror(errno)))")
    }
    path = "\(home.path)/\(name)"
    socket = OwnedDescriptor(owning: descriptor, path: path)
    (wakeReading, wakeWriting) = try HostPlumbing.pipe("wake")
    for end in [wakeReading.raw, wakeWriting.raw] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }

  deinit {
    unlink(path)
  }

  /// Ends the present or next wait. A full pipe means that it has ended already.
  func wake() {
    var byte: UInt8 = 0
    _ = write(wakeWriting.raw, &byte, 1)
  }

  /// Waits for a ring or a wake, at most so long.
  func wait(milliseconds: Int64) {
    var watched = [socket, wakeReading].map { pollfd(fd: $0.raw, events: Int16(POLLIN), revents: 0) }
    guard poll(&watched, 2, Int32(clamping: milliseconds)) > 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 256)
    while read(wakeReading.raw, &buffer, buffer.count) == buffer.count {}
    while read(socket.raw, &buffer, 1) > 0 {}
  }
}
