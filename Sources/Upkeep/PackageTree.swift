import Files
import Glibc

/// The folder of finished packages: `2026/CODE`, `2026/CODE.zip`, or `2026/CODE.aip/IDENTIFIER` (see
/// `DossierPackager.path`).
struct PackageTree {
  let folder: String

  /// What a sweep that was killed had set apart already.
  private static let setApart = ".swept-"
  private static let nesting = [".sip", ".aip"]

  /// Paths of all packages, recorded or not.
  func packages() throws(SystemCallError) -> [String] {
    var found: [String] = []
    for year in try names("") {
      for name in try names(year) {
        let path = "\(year)/\(name)"
        if Self.nesting.contains(where: name.hasSuffix) {
          found += try names(path).map { "\(path)/\($0)" }
        } else {
          found.append(path)
        }
      }
    }
    return found
  }

  private func names(_ relative: String) throws(SystemCallError) -> [String] {
    let path = relative.isEmpty ? folder : "\(folder)/\(relative)"
    guard try FileStatus.of(path)?.kind == .folder else { return [] }
    return try Folder.entries(of: path).filter { $0.isReadableName && !$0.name.hasPrefix(".") }.map(\.name)
  }

  /// Whether it has not been placed or adopted for so many seconds.
  func isUntouched(_ path: String, forSeconds age: Int64) throws(SystemCallError) -> Bool {
    try isOld("\(folder)/\(path)", age)
  }

  /// False where somebody adopted it meanwhile: then it stays.
  func remove(_ path: String, untouchedForSeconds age: Int64) throws(SystemCallError) -> Bool {
    let place = "\(folder)/\(path)"
    let apart = "\(folder)/\(Self.setApart)\(getpid())"
    // Out of sight first: whoever packs the dossier again now places a new one.
    try Folder.rename(place, to: apart)
    guard try isOld(apart, age) else {
      try Folder.renameExclusively(apart, to: place)
      return false
    }
    try Folder.removeTree(apart)
    return true
  }

  private func isOld(_ path: String, _ age: Int64) throws(SystemCallError) -> Bool {
    guard let status = try FileStatus.of(path) else { return false }
    let now = Int64(time(nil))
    return status.modifiedAt <= now && now - status.modifiedAt >= age
  }
}
