/// A package as it was written, not yet checked by reading back.
struct WrittenPackage {
  let folder: String
  /// Every file of it.
  let files: [PackageFile]
  /// SHA-256 of the file that binds all others.
  let digest: String

  var byteCount: Int64 { files.reduce(0) { $0 + $1.byteCount } }
}
