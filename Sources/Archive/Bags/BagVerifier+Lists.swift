import Files

extension BagVerifier {
  // RFC 8493 2.2.3: "URL LENGTH FILENAME" a line.
  mutating func readFetchList() {
    guard files[BagPath("fetch.txt")] != nil, let text = text(of: "fetch.txt") else { return }
    for (index, line) in TagText.lines(of: text).enumerated() where !line.allSatisfy(\.isWhitespace) {
      let parts = line.split(maxSplits: 2, whereSeparator: \.isWhitespace)
      guard parts.count == 3, parts[1] == "-" || Int64(parts[1]).map({ $0 >= 0 }) == true else {
        report.note(.fetchMalformed, .invalid, "fetch.txt", "line \(index + 1) is no address, length and path")
        continue
      }
      let written = String(parts[2].drop(while: \.isWhitespace))
      let path = BagManifest.path(written, declaration, in: "fetch.txt", &report)
      if let danger = path.danger {
        report.note(.pathUnsafe, .invalid, "fetch.txt", "lists \(path), which \(danger)")
      } else if !path.isPayload {
        report.note(.notPayload, .invalid, "fetch.txt", "lists \(path), which is not below data/")
      } else {
        fetched.insert(path)
      }
    }
  }

  /// Holds the manifests against each other and against what is on the disk.
  mutating func compareLists() {
    let payloadManifests = manifests.filter { !$0.isTagManifest }
    for path in fetched.sorted() where !payloadManifests.contains(where: { $0.digests[path] != nil }) {
      report.note(.fetchUnlisted, .invalid, path.text, "is in fetch.txt and in no manifest")
    }
    var missing: Set<BagPath> = []
    for manifest in manifests {
      for path in manifest.digests.keys.sorted() where file(for: path) == nil && missing.insert(path).inserted {
        if fetched.contains(path) {
          report.note(.fileToFetch, .incomplete, path.text, "is yet to be fetched")
        } else {
          report.note(.fileMissing, .incomplete, path.text, "is in \(manifest.name) and not in the bag")
        }
      }
    }
    compareUnlisted(payloadManifests)
    for manifest in manifests where manifest.isTagManifest {
      for other in payloadManifests where manifest.digests[BagPath(other.name)] == nil {
        report.note(.manifestUnlisted, .warning, other.name, "is not in \(manifest.name)")
      }
    }
  }

  private mutating func compareUnlisted(_ payloadManifests: [BagManifest]) {
    guard !payloadManifests.isEmpty else { return }
    let listed = payloadManifests.map { manifest in Set(manifest.digests.keys.compactMap { file(for: $0) }) }
    for path in files.keys.sorted() where path.isPayload {
      let lacking = zip(payloadManifests, listed).filter { !$0.1.contains(path) }.map(\.0.name)
      // RFC 8493 2.1.3 wants a payload file in every manifest, the drafts before it in one at least.
      if lacking.count == payloadManifests.count || declaration.isFinal && !lacking.isEmpty {
        report.note(.fileUnlisted, .incomplete, path.text, "is not in \(lacking.joined(separator: ", "))")
      }
    }
  }

  /// The file on the disk that a listed path means: of the same bytes, else of the same letters otherwise composed, else
  /// one whose percent sign was not encoded.
  func file(for path: BagPath) -> BagPath? {
    if files[path] != nil { return path }
    if let other = filesByForm[path.text] { return other }
    let encoded = BagPath(path.encoded)
    return files[encoded] != nil ? encoded : nil
  }

  mutating func readInfo() {
    // Up to 0.95 it was called package-info.txt.
    let name = declaration.version <= (0, 95) ? "package-info.txt" : "bag-info.txt"
    guard files[BagPath(name)] != nil, let text = text(of: name) else { return }
    var malformed: [Int] = []
    report.info = BagInfo(parsing: text) { malformed.append($0) }
    for line in malformed { report.note(.infoMalformed, .invalid, name, "line \(line) is no label and value") }
    let payload = files.filter { $0.key.isPayload }
    let found = "\(payload.values.reduce(0) { $0 + $1.byteCount }).\(payload.count)"
    let claims = report.info.values(of: "Payload-Oxum")
    for claim in claims where claim != found {
      report.note(.oxumDiffers, .invalid, name, "Payload-Oxum is \(claim), the payload's is \(found)")
    }
  }
}
