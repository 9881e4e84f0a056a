import Foundation

/// Removes files of acknowledged uploads above a bound: ten thousand uploads need not fill the disk.
///
/// `@unchecked Sendable`: only the thread that watches the run calls it.
final class UploadTrimmer: @unchecked Sendable {
  private let folder: String
  private let keepBytes: Int64
  private let tally: UploadTally
  private var seen = 0
  private var kept: [String] = []

  init(home: String, keepBytes: Int64, tally: UploadTally) {
    folder = home + "/files"
    self.keepBytes = keepBytes
    self.tally = tally
  }

  func trim() {
    let new = tally.acknowledgements(from: seen)
    seen += new.count
    kept += new.map(\.sha256)
    let average = max(1, tally.bytes / Int64(max(1, tally.doneCount)))
    let allowed = Int(keepBytes / average)
    while kept.count > allowed {
      let sha256 = kept.removeFirst()
      // Where the folder store puts it: two levels of two digits.
      let path = "\(folder)/\(sha256.prefix(2))/\(sha256.dropFirst(2).prefix(2))/\(sha256)"
      _ = try? FileManager.default.removeItem(atPath: path)
    }
  }
}
