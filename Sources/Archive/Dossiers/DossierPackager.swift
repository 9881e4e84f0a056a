import Files
import Glibc

/// Makes a dossier's package: written in scratch, checked by reading back, moved into its place.
public enum DossierPackager {
  /// Returns the package in its place; the same contents again give the same package, which is then adopted.
  ///
  /// `scratch` and `packages` are folders on one file system. It may be called again after any failure.
  public static func package(
    _ contents: DossierContents, as format: PackageFormat = .bagit, in scratch: String, to packages: String
  ) throws(ArchiveError) -> PlacedPackage {
    let folder = "\(scratch)/package-\(getpid())-\(String(UInt64.random(in: 0...UInt64.max), radix: 16))"
    defer {
      // After success it is gone; what cannot be removed now is swept with the rest of the scratch folder.
      _ = try? Folder.removeTree(folder)
    }
    let place = PackagePlace(folder: packages)
    let path = path(contents, as: format)
    switch format {
    case .bagit: return try place.place(try DossierBag.write(contents, to: folder), at: path)
    case .earkSIP: return try place.place(try InformationPackageWriter.write(.sip, contents, to: folder), at: path)
    case .earkAIP: return try place.place(try InformationPackageWriter.write(.aip, contents, to: folder), at: path)
    }
  }

  /// `2026/H26.1-261122-0001`, with the version behind it from the second one on. An information package lies in a
  /// folder of its own there, because its folder's name is its identifier.
  public static func path(_ contents: DossierContents, as format: PackageFormat = .bagit) -> String {
    let name = SafeName.make(contents.code, fallback: "dossier")
    let version = contents.version > 1 ? ".v\(contents.version)" : ""
    let path = "\(VietnamTime(contents.receivedAt).year)/\(name)\(version)"
    switch format {
    case .bagit: return path
    case .earkSIP: return "\(path).sip/\(InformationPackage(.sip, contents).folderName)"
    case .earkAIP: return "\(path).aip/\(InformationPackage(.aip, contents).folderName)"
    }
  }
}
