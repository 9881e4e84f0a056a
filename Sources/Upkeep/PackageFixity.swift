import Archive
import Digests
import Files
public import Reception
import Storage
import Worker
import Workflow

/// Reads every package of the record back: each must be whole by its own manifests and be the very one that the record
/// names, so that a change that somebody also wrote into the manifests is seen.
public struct PackageFixity {
  /// The sums of a check.
  public struct Report: Sendable, Hashable {
    public internal(set) var packages = 0
    public internal(set) var missing = 0
    public internal(set) var damaged = 0
    public internal(set) var unreadable = 0

    public var isSound: Bool { missing + damaged + unreadable == 0 }
  }

  private let installation: Installation
  private let finding: (String) -> Void
  private var report = Report()

  /// Findings come one by one, in English, with the package's path and, where it is known, the file and its digests.
  /// `progress` gets the packages that were looked at.
  public static func check(
    _ installation: Installation, finding: @escaping (String) -> Void,
    progress: (_ done: Int, _ total: Int) -> Void
  ) throws -> Report {
    var total = 0
    try forEachPage(of: installation) { total += $0.count }
    var check = PackageFixity(installation: installation, finding: finding)
    try forEachPage(of: installation) { page in
      for package in page {
        try check.look(at: package)
        progress(check.report.packages, max(total, check.report.packages))
      }
    }
    return check.report
  }

  private static func forEachPage(of installation: Installation, _ body: ([StoredPackage]) throws -> Void) throws {
    var last: StoredPackage?
    while true {
      let page = try installation.store.packages(after: last, limit: 500)
      guard let end = page.last else { return }
      try body(page)
      last = end
    }
  }

  private init(installation: Installation, finding: @escaping (String) -> Void) {
    self.installation = installation
    self.finding = finding
  }

  private mutating func look(at package: StoredPackage) throws {
    report.packages += 1
    let place = "\(installation.home.packages)/\(package.path)"
    guard let status = try FileStatus.of(place) else {
      // Another home's package: its copy in Storage is one of the files, and was held against its name with them.
      if let copy = package.copySHA256, try installation.files.contains(copy) { return }
      report.missing += 1
      return finding("missing package \(package.path): the record refers to it")
    }
    do {
      let findings = try status.kind == .file ? lookAtFile(place, package) : lookAtFolder(place, package)
      if !findings.isEmpty { report.damaged += 1 }
      for text in findings { finding("damaged package \(package.path): \(text)") }
    } catch {
      report.unreadable += 1
      finding("unreadable package \(package.path): \(error)")
    }
  }

  private func lookAtFolder(_ place: String, _ package: StoredPackage) throws(ArchiveError) -> [String] {
    let found = try PackageVerifier.verify(place, in: installation.home.scratch)
    if !found.isValid { return found.findings.map(\.description) }
    guard found.digest == package.digest else {
      return ["it is another package: its digest is \(found.digest ?? "none"), the record has \(package.digest)"]
    }
    return []
  }

  /// The record has the digest of the file as a whole; which of the files within it is hurt, its manifests tell.
  private func lookAtFile(_ place: String, _ package: StoredPackage) throws -> [String] {
    let found = try CopiedFile.sha256(of: place)
    guard found != package.digest else { return [] }
    let whole = "its SHA-256 is \(found), the record has \(package.digest)"
    do {
      let within = try PackageVerifier.verify(place, in: installation.home.scratch)
      return [whole] + (within.isValid ? [] : within.findings.map(\.description))
    } catch {
      return [whole, error.message]
    }
  }
}
