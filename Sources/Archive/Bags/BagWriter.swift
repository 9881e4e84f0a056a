import Digests
import Files

/// Writes BagIt 1.0 (RFC 8493) with SHA-256 and SHA-512 manifests; the same input gives the same bytes, whatever the
/// machine's clock, time zone, locale and umask.
public enum BagWriter {
  /// Makes the bag in a folder that must not exist yet, and syncs it.
  ///
  /// `info` holds the caller's elements, dates included; `Payload-Oxum` is added. `tagFiles` lie beside `data/` and are
  /// in the tag manifests. On an error the half-written folder stays, for the caller to remove.
  public static func write(
    to folder: String, payload: [PackageEntry], tagFiles: [PackageEntry] = [], info: BagInfo
  ) throws(ArchiveError) -> WrittenBag {
    let payload = try checked(payload, prefix: "data/")
    let tagFiles = try checked(tagFiles, prefix: "")
    let package = try PackageFolder(making: folder)
    try package.makeFolder("data")

    var payloadFiles: [PackageFile] = []
    for (path, entry) in payload { payloadFiles.append(try package.write(entry.source, to: path.text)) }
    let payloadBytes = payloadFiles.reduce(0) { $0 + $1.byteCount }

    var info = info
    info.append("Payload-Oxum", "\(payloadBytes).\(payloadFiles.count)")
    var tags: [PackageFile] = []
    func tag(_ name: String, _ text: String) throws(ArchiveError) {
      tags.append(try package.write(.bytes(Array(text.utf8)), to: name))
    }
    try tag("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    try tag("bag-info.txt", info.text)
    try tag("manifest-sha256.txt", manifest(payloadFiles, \.sha256))
    try tag("manifest-sha512.txt", manifest(payloadFiles, \.sha512))
    for (path, entry) in tagFiles { tags.append(try package.write(entry.source, to: path.text)) }

    let short = try package.write(.bytes(Array(manifest(tags, \.sha256).utf8)), to: "tagmanifest-sha256.txt")
    let long = try package.write(.bytes(Array(manifest(tags, \.sha512).utf8)), to: "tagmanifest-sha512.txt")
    try package.sync()
    return WrittenBag(
      folder: folder, payload: payloadFiles, files: payloadFiles + tags + [short, long],
      digest: short.digests.sha256)
  }

  private static func manifest(_ files: [PackageFile], _ digest: KeyPath<DoubleDigest.Result, String>) -> String {
    files.map { (BagPath($0.path), $0.digests[keyPath: digest]) }.sorted { $0.0 < $1.0 }
      .map { "\($0.1)  \($0.0.encoded)\n" }.joined()
  }

  /// Names that every system can keep, none twice even where case does not count, in the order of their bytes.
  private static func checked(
    _ entries: [PackageEntry], prefix: String
  ) throws(ArchiveError) -> [(path: BagPath, entry: PackageEntry)] {
    var seen: Set<String> = []
    var checked: [(path: BagPath, entry: PackageEntry)] = []
    for entry in entries {
      let path = BagPath(prefix + entry.path)
      if let objection = BagPath(entry.path).objection {
        throw ArchiveError(.badPath, "\(entry.path) \(objection)")
      }
      guard seen.insert(path.folded).inserted else {
        throw ArchiveError(.badPath, "\(entry.path) is there twice, case aside")
      }
      if prefix.isEmpty, path.isPayload || !path.text.contains("/") && isReserved(path.text) {
        throw ArchiveError(.badPath, "\(entry.path) is no name for a tag file")
      }
      checked.append((path, entry))
    }
    return checked.sorted { $0.path < $1.path }
  }

  private static func isReserved(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["bagit.txt", "bag-info.txt", "fetch.txt", "data"].contains(name)
      || name.hasPrefix("manifest-") || name.hasPrefix("tagmanifest-")
  }
}
