import CPosix
import Files
import Logs

/// Whether the home's file system has room enough to begin new work.
struct SpaceWatch {
  private let path: String
  private let floor: Int64
  private let log: any Log
  private var nextLook: Int64 = 0
  private var isLow = false

  private static let everyMilliseconds: Int64 = 2_000

  init(configuration: WorkerConfiguration, log: any Log) {
    path = configuration.home.path
    floor = configuration.freeSpaceFloorInBytes
    self.log = log
  }

  /// Looks at most every two seconds, and says once when it gets tight or the home is gone, and once when there is
  /// room again.
  mutating func hasRoom() -> Bool {
    let now = hoso_boot_milliseconds()
    guard now >= nextLook else { return !isLow }
    nextLook = now + Self.everyMilliseconds
    let free: Int64
    do {
      free = try DiskSpace.of(path).freeBytes
    } catch {
      // A file system that has gone, or that does not answer, is no place to begin new work on.
      if !isLow { log.error("home.gone", ("path", path), ("error", error), ("effect", "no task is begun")) }
      isLow = true
      return false
    }
    let wasLow = isLow
    isLow = free < floor
    if isLow, !wasLow {
      log.error("disk.low", ("freeMiB", free >> 20), ("floorMiB", floor >> 20), ("effect", "no task is begun"))
    } else if wasLow, !isLow {
      log.notice("disk.room-again", ("freeMiB", free >> 20))
    }
    return !isLow
  }
}
