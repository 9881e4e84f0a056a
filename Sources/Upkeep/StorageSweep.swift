import Dossiers
public import Reception
import Storage
import Worker
import Workflow

/// Takes away what nothing refers to: stored files without a row, half-written ones, packages that were placed and
/// never recorded. What is younger than a given age stays, since it may be on its way into the record.
public struct StorageSweep {
  /// Below this, an upload that is slow to be recorded could be taken for forgotten.
  public static let leastAgeInSeconds: Int64 = 3_600

  public struct Report: Sendable, Equatable {
    public internal(set) var files = 0
    public internal(set) var bytes: Int64 = 0
    public internal(set) var packages = 0
    public internal(set) var halfWritten = 0
    /// Referred to by nothing, but too young to be taken.
    public internal(set) var young = 0
  }

  /// `dryRun` only looks. `found` is told each file (its SHA-256) and package (its path) that goes.
  public static func run(
    _ installation: Installation, olderThanSeconds age: Int64, dryRun: Bool, by actor: String,
    found: (String) -> Void
  ) throws(UpkeepError) -> Report {
    guard age >= leastAgeInSeconds else {
      throw UpkeepError(.refused, "what is younger than \(leastAgeInSeconds / 60) minutes may be on its way in")
    }
    do {
      let lock = try UpkeepLock(installation.home)
      defer { withExtendedLifetime(lock) {} }
      var report = Report()
      try sweepFiles(installation, age, dryRun, &report, found)
      try sweepPackages(installation, age, dryRun, &report, found)
      report.halfWritten =
        dryRun
        ? try oldTemporaries(installation, age) : try installation.files.sweep(olderThanSeconds: age)
      if !dryRun, report.files + report.packages + report.halfWritten > 0 {
        try installation.store.noteUpkeep(
          "storage.swept", by: actor,
          data: [
            "files": .integer(Int64(report.files)), "bytes": .integer(report.bytes),
            "packages": .integer(Int64(report.packages)), "halfWritten": .integer(Int64(report.halfWritten)),
          ])
      }
      return report
    } catch {
      throw UpkeepError(error)
    }
  }

  private static func sweepFiles(
    _ installation: Installation, _ age: Int64, _ dryRun: Bool, _ report: inout Report, _ found: (String) -> Void
  ) throws {
    let files = installation.files
    // Listed first, asked about afterwards: what is recorded meanwhile is in the answer.
    var candidates: [StoredFile] = []
    try files.list {
      candidates.append($0)
      return true
    }
    let referenced = try installation.store.referencedFiles()
    for file in candidates where !referenced.contains(file.sha256) {
      let goes =
        dryRun
        ? try files.isUntouched(file.sha256, forSeconds: age)
        : try files.remove(file.sha256, untouchedForSeconds: age)
      guard goes else {
        report.young += 1
        continue
      }
      report.files += 1
      report.bytes += file.byteCount
      found(file.sha256)
    }
  }

  private static func sweepPackages(
    _ installation: Installation, _ age: Int64, _ dryRun: Bool, _ report: inout Report, _ found: (String) -> Void
  ) throws {
    let place = PackageTree(folder: installation.home.packages)
    var known: Set<String> = []
    var last: StoredPackage?
    // Listed before the record is asked, as with files.
    let present = try place.packages()
    repeat {
      let page = try installation.store.packages(after: last, limit: 2_000)
      known.formUnion(page.map(\.path))
      last = page.last
    } while last != nil
    for path in present where !known.contains(path) {
      guard try place.isUntouched(path, forSeconds: age) else {
        report.young += 1
        continue
      }
      if !dryRun { guard try place.remove(path, untouchedForSeconds: age) else { continue } }
      report.packages += 1
      found("packages/\(path)")
    }
  }

  private static func oldTemporaries(_ installation: Installation, _ age: Int64) throws -> Int {
    let now = Backup.now().milliseconds / 1000
    var count = 0
    try installation.files.leftovers { leftover in
      if leftover.isTemporary, now - leftover.modifiedAt >= age { count += 1 }
    }
    return count
  }
}
