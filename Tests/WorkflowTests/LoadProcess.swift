import Foundation
import Testing

/// Another process at work on a store: `hoso-bench load`.
struct LoadProcess {
  private let process = Process()
  private let output = Pipe()

  init(_ path: String, worker: String, threads: Int, dossiers: Int, leaseMilliseconds: Int = 20_000) throws {
    let tests = try #require(try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    process.executableURL = URL(filePath: tests).deletingLastPathComponent().appending(path: "hoso-bench")
    process.arguments = [
      "load", path, "--worker", worker, "--threads", "\(threads)", "--dossiers", "\(dossiers)", "--lease",
      "\(leaseMilliseconds)",
    ]
    process.standardOutput = output
    try process.run()
  }

  /// Waits until the store is open there.
  func waitUntilWorking() {
    _ = output.fileHandleForReading.availableData
  }

  /// Waits until it is at work, whatever the machine's speed: the store is open, and then `hasRecorded` is true.
  func waitUntilWorking(_ hasRecorded: () throws -> Bool) rethrows {
    waitUntilWorking()
    let deadline = Date(timeIntervalSinceNow: 30)
    while try !hasRecorded(), Date() < deadline { usleep(1000) }
  }

  /// Waits for its own end and returns the exit code, or the signal as a negative number.
  func wait() -> Int32 {
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }

  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
