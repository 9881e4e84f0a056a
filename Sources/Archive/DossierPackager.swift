import Files
import Glibc

/// Makes a dossier's package: written in scratch, checked by reading back, moved into its place.
public enum DossierPackager {
  /// Returns the package in its place; the same contents again give the same package, which is then adopted.
  ///
  /// `scratch` and `packages` are folders on one file system. It may be called again after any failure.
  public static func package(
    _ contents: DossierContents, in scratch: String, to packages: String
  ) throws(ArchiveError) -> PlacedPackage {
    let folder = "\(scratch)/bag-\(getpid())-\(String(UInt64.random(in: 0...UInt64.max), radix: 16))"
    defer {
      // After success it is gone; what cannot be removed now is swept with the rest of the scratch folder.
      _ = try? Folder.removeTree(folder)
    }
    let bag = try DossierBag.write(contents, to: folder)
    return try PackagePlace(folder: packages).place(bag, at: path(contents))
  }

  /// `2026/H26.1-261122-0001`, with the version behind it from the second one on.
  public static func path(_ contents: DossierContents) -> String {
    let name = SafeName.make(contents.code, fallback: "dossier")
    let version = contents.version > 1 ? ".v\(contents.version)" : ""
    return "\(VietnamTime(contents.receivedAt).year)/\(name)\(version)"
  }
}
