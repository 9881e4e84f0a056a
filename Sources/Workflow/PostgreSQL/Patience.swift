import Glibc

/// How long a call keeps trying while the database is away, or others stand in its way.
struct Patience {
  private let deadline: Int64
  private var pause: Int64 = 25
  private var duplicates = 0

  init(milliseconds: Int64) {
    deadline = Self.now() + milliseconds
  }

  /// Waits a little longer each time, and never as long as another one does. Throws `error` when time is up.
  mutating func wait(or error: StoreError) throws(StoreError) {
    guard Self.now() < deadline else { throw error }
    usleep(UInt32(Int64.random(in: pause / 2...pause) * 1000))
    pause = min(pause * 2, 2_000)
  }

  /// A unique key was taken. Whoever took it is visible to a second look; a third would find nothing else.
  mutating func lookAgain(or error: StoreError) throws(StoreError) {
    duplicates += 1
    if duplicates > 2 { throw error }
  }

  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
