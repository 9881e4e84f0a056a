import Digests

/// `manifest-<algorithm>.txt` or `tagmanifest-<algorithm>.txt`.
struct BagManifest {
  let name: String
  let algorithm: DigestAlgorithm
  let isTagManifest: Bool
  /// Lower-case hexadecimal digests; the path as it was written, decoded.
  private(set) var digests: [BagPath: String] = [:]

  /// The algorithm's spelling in a manifest's file name; nil where the name is no manifest's.
  static func algorithm(in name: String, prefix: String) -> String? {
    guard name.hasPrefix(prefix), name.hasSuffix(".txt") else { return nil }
    return String(name.dropFirst(prefix.count).dropLast(4))
  }

  init(
    name: String, algorithm: DigestAlgorithm, isTagManifest: Bool, text: String, declaration: BagDeclaration,
    report: inout BagReport
  ) {
    self.name = name
    self.algorithm = algorithm
    self.isTagManifest = isTagManifest
    for (index, line) in TagText.lines(of: text).enumerated() where !line.allSatisfy(\.isWhitespace) {
      guard let space = line.firstIndex(where: \.isWhitespace), space != line.startIndex else {
        report.note(.manifestMalformed, .invalid, name, "line \(index + 1) is no digest and path")
        continue
      }
      let digest = line[..<space].lowercased()
      guard Hexadecimal.decode(digest)?.count == algorithm.byteCount else {
        report.note(.manifestMalformed, .invalid, name, "line \(index + 1) has no \(algorithm.rawValue) digest")
        continue
      }
      let written = String(line[space...].drop(while: \.isWhitespace))
      add(written, digest, declaration, &report)
    }
  }

  private mutating func add(
    _ written: String, _ digest: String, _ declaration: BagDeclaration, _ report: inout BagReport
  ) {
    let path = Self.path(written, declaration, in: name, &report)
    if let danger = path.danger {
      report.note(.pathUnsafe, .invalid, name, "lists \(path), which \(danger)")
      return
    }
    if isTagManifest, path.text.hasPrefix("tagmanifest-"), !path.text.contains("/") {
      report.note(.tagManifestListed, .warning, name, "lists \(path), a tag manifest")
    }
    if !isTagManifest, !path.isPayload {
      report.note(.notPayload, .invalid, name, "lists \(path), which is not below data/")
      return
    }
    guard let earlier = digests.updateValue(digest, forKey: path) else { return }
    if earlier != digest {
      report.note(.listedTwiceDiffering, .invalid, path.text, "is listed twice in \(name), with different digests")
    } else {
      // RFC 8493 2.1.3: exactly once; the drafts before it did not say.
      let weight: BagFinding.Weight = declaration.isFinal ? .invalid : .warning
      report.note(.listedTwice, weight, path.text, "is listed twice in \(name), with the same digest")
    }
  }

  /// A path of a manifest or of fetch.txt: decoded, without md5sum's `*` and a leading `./`, which some tools write.
  static func path(
    _ written: String, _ declaration: BagDeclaration, in file: String, _ report: inout BagReport
  ) -> BagPath {
    var text = Substring(written)
    if text.hasPrefix("*") { text = text.dropFirst() }
    while text.hasPrefix("./") { text = text.dropFirst(2) }
    if text.count != written.count {
      report.note(.pathRespelled, .warning, file, "lists \(written), taken for \(text)")
    }
    return BagPath.decoded(String(text), percentIsEncoded: declaration.isFinal)
  }
}
