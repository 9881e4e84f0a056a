/// What a dossier's package is. Raw values are those of the stage's setting and of the store.
public enum PackageFormat: String, Sendable, CaseIterable, Codable {
  /// RFC 8493, as a folder.
  case bagit
  /// The same bag as one file.
  case bagitZip = "bagit-zip"
  case bagitTar = "bagit-tar"
  /// E-ARK information package for handing in to an archive, as a folder.
  case earkSIP = "eark-sip"
  /// E-ARK information package for keeping, as a folder.
  case earkAIP = "eark-aip"
}
