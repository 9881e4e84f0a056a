import Dossiers
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
    case .bagitZip: return try serialise(contents, as: .zip, from: folder, to: place, at: path)
    case .bagitTar: return try serialise(contents, as: .tar, from: folder, to: place, at: path)
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
    case .bagitZip: return "\(path).zip"
    case .bagitTar: return "\(path).tar"
    case .earkSIP: return "\(path).sip/\(InformationPackage(.sip, contents).folderName)"
    case .earkAIP: return "\(path).aip/\(InformationPackage(.aip, contents).folderName)"
    }
  }

  private static func serialise(
    _ contents: DossierContents, as form: SerialisedForm, from folder: String, to place: PackagePlace,
    at path: String
  ) throws(ArchiveError) -> PlacedPackage {
    let bag = try DossierBag.write(contents, to: folder)
    let report = try BagVerifier.verify(folder)
    guard report.findings.isEmpty, report.digest == bag.digest else {
      throw ArchiveError(.invalid, "\(folder) does not stand its check: \(report.findings.first?.description ?? "")")
    }
    let file = "\(folder).\(form.rawValue)"
    defer {
      // After success it is gone; what cannot be removed now is swept with the rest of the scratch folder.
      _ = try? Folder.removeFile(file)
    }
    // The one folder within is called as the bag would be, without the year's folder and the file's ending.
    let name = String(Self.path(contents, as: .bagit).split(separator: "/").last ?? "bag")
    let written = try PackageSerialiser.write(
      folder, as: form, named: name, time: contents.packagedAt.milliseconds, to: file)
    return try place.place(
      file, holding: bag.files, below: name, sha256: written.sha256, byteCount: written.byteCount, at: path)
  }
}
