public import Archive
import Dossiers
import Worker
import Workflow

/// Copies packages of chosen dossiers to a folder or a removable disk, and reads them back.
public struct PackageExport {
  /// What came of it.
  public struct Summary: Sendable {
    public internal(set) var packages = 0
    public internal(set) var files = 0
    public internal(set) var bytes: Int64 = 0
    /// Files that an earlier run had copied.
    public internal(set) var present = 0
    /// Dossiers that were asked for and have no package yet.
    public internal(set) var without: [String] = []
    /// Packages that could not be copied, with the reason.
    public internal(set) var failures: [String] = []
  }

  private let installation: Installation
  private let selection: ExportSelection

  public init(_ installation: Installation, selection: ExportSelection) {
    self.installation = installation
    self.selection = selection
  }

  /// How many packages there are to copy, and their bytes; for a look at the room first.
  public func extent() throws -> (packages: Int, bytes: Int64) {
    var extent = (packages: 0, bytes: Int64(0))
    try forEachPackage { _, packages in
      extent.packages += packages.count
      extent.bytes += packages.reduce(0) { $0 + $1.byteCount }
    }
    return extent
  }

  /// Copies until all is there or `goesOn` says no. A package that cannot be read is told and the others go on; a full
  /// disk ends it with `disk-full`, and the same call goes on later.
  public func copy(to folder: ExportFolder, goesOn: () -> Bool, copied: () -> Void) throws -> Summary {
    var summary = Summary()
    try forEachPackage { dossier, packages in
      if packages.isEmpty { summary.without.append(dossier.code ?? dossier.id.rawValue) }
      for package in packages {
        guard goesOn() else { return }
        do {
          guard let origin = try PackageOrigin(package, in: installation) else {
            throw ArchiveError(.notFound, "it is neither in this home nor in Storage")
          }
          let part = try folder.copy(origin.path, to: package.path)
          withExtendedLifetime(origin) {}
          summary.packages += 1
          summary.files += part.files
          summary.bytes += part.bytes
          summary.present += part.present
        } catch let error as ArchiveError where error.code == .diskFull || error.code == .readOnly {
          throw error
        } catch {
          summary.failures.append("\(package.path): \(error)")
        }
        copied()
      }
    }
    return summary
  }

  /// Holds what lies in the folder against the record: each package must be valid by itself and be the very one that
  /// the store knows. Returns what is not so.
  public func check(in folder: ExportFolder, scratch: String, checked: () -> Void) throws -> [String] {
    var findings: [String] = []
    try forEachPackage { _, packages in
      for package in packages {
        defer { checked() }
        do throws(ArchiveError) {
          let report = try PackageVerifier.verify("\(folder.path)/\(package.path)", in: scratch)
          if let finding = report.findings.first(where: { _ in !report.isValid }) {
            findings.append("\(package.path): \(finding)")
          } else if report.kind != .serialisedBag, report.digest != package.digest {
            findings.append("\(package.path) is another package than the record has")
          }
        } catch {
          findings.append("\(package.path): \(error.description)")
        }
      }
    }
    return findings
  }

  private func forEachPackage(_ body: (Dossier, [StoredPackage]) throws -> Void) throws {
    if !selection.references.isEmpty {
      for reference in selection.references {
        let dossier = try find(reference)
        try body(dossier, try packages(of: dossier))
      }
      return
    }
    var before: DossierID?
    while true {
      let page = try installation.store.dossiers(DossierFilter(states: selection.states, limit: 200, before: before))
      for dossier in page where selection.holds(dossier) {
        let packages = try packages(of: dossier)
        // Nobody asked for this one by name.
        if !packages.isEmpty { try body(dossier, packages) }
      }
      guard let last = page.last else { return }
      before = last.id
    }
  }

  private func find(_ reference: String) throws -> Dossier {
    let store = installation.store
    if let dossier = try store.dossier(code: reference) { return dossier }
    if let dossier = try store.dossier(DossierID(rawValue: reference)) { return dossier }
    if let dossier = try store.dossier(submission: SubmissionID(rawValue: reference)) { return dossier }
    throw ReceptionError(.unknownDossier, "no dossier has the code or id “\(reference)”")
  }

  private func packages(of dossier: Dossier) throws -> [StoredPackage] {
    let all = try installation.store.packages(of: dossier.id)
    guard !selection.allVersions, let newest = all.map(\.version).max() else { return all }
    return all.filter { $0.version == newest }
  }
}
