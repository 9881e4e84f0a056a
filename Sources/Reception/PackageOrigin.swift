import Archive
import Files
import Glibc
import Storage
import Worker
public import Workflow

/// Where a package can be read: in this home's folder, or unpacked from its copy in Storage, where a worker with another
/// home made it. What was unpacked is gone with this.
public final class PackageOrigin {
  /// A folder or a file, as the package is one.
  public let path: String
  private let unpacked: String?

  /// nil where it is neither here nor in Storage. Throws where the copy cannot be read.
  public init?(_ package: StoredPackage, in installation: Installation) throws {
    let place = "\(installation.home.packages)/\(package.path)"
    if try FileStatus.of(place) != nil {
      path = place
      unpacked = nil
      return
    }
    guard let copy = package.copySHA256, try installation.files.contains(copy) else { return nil }
    let name = "fetched-\(getpid())-\(String(UInt64.random(in: 0...UInt64.max), radix: 16))"
    let folder = "\(installation.home.scratch)/\(name)"
    try Folder.create(folder)
    do {
      let file = try installation.files.open(copy)
      // What is packed is as large as what it holds, but for headers.
      try SerialisedPackage.unpack("/proc/self/fd/\(file.raw)", to: folder, limit: try file.status().byteCount)
    } catch {
      _ = try? Folder.removeTree(folder)
      throw error
    }
    path = "\(folder)/\(package.path.split(separator: "/").last ?? "")"
    unpacked = folder
  }

  deinit {
    // What cannot be removed now is swept with the rest of the scratch folder.
    if let unpacked { _ = try? Folder.removeTree(unpacked) }
  }
}
