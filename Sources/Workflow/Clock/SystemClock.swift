import Dossiers
import Glibc

/// The machine's clocks.
public struct SystemClock: StoreClock {
  private let bootID: String

  /// Throws `.unavailable` where the kernel does not tell the boot id: leases could not be told from another boot's.
  public init() throws(StoreError) {
    bootID = try Self.readBootID()
  }

  public func now() -> Moment {
    Moment(
      wall: Timestamp(milliseconds: Self.milliseconds(of: CLOCK_REALTIME)), bootID: bootID,
      sinceBoot: Self.milliseconds(of: CLOCK_BOOTTIME))
  }

  private static func milliseconds(of clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  private static func readBootID() throws(StoreError) -> String {
    let path = "/proc/sys/kernel/random/boot_id"
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = descriptor < 0 ? -1 : read(descriptor, &bytes, bytes.count)
    let text = String(decoding: bytes.prefix(max(count, 0)).prefix { $0 > 0x20 }, as: UTF8.self)
    guard !text.isEmpty else {
      throw StoreError(.unavailable, "\(path) cannot be read", doing: "reading the boot id")
    }
    return text
  }
}
