public import Dossiers
import Files

/// A package in its place as one tar file, for sending elsewhere.
public enum PackageCopy {
  /// Writes the tar file into the scratch folder and returns its path; the caller removes it. The same package gives
  /// the same bytes. `time` is what its entries are dated.
  public static func make(of package: String, time: Timestamp, in scratch: String) throws(ArchiveError) -> String {
    let target = "\(scratch)/copy-\(String(UInt64.random(in: 0...UInt64.max), radix: 16)).tar"
    let name = String(package.split(separator: "/").last ?? "package")
    _ = try PackageSerialiser.write(package, as: .tar, named: name, time: time.milliseconds, to: target)
    return target
  }
}
