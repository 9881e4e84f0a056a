import Digests
import Files

extension BagVerifier {
  private struct Claim {
    let manifest: BagManifest
    let path: BagPath
    let digest: String
  }

  /// Reads each listed file once and holds it against all that the manifests say of it.
  mutating func compareDigests(progress: (Int64) -> Void) {
    var claims: [BagPath: [Claim]] = [:]
    for manifest in manifests {
      for (path, digest) in manifest.digests {
        guard let found = file(for: path) else { continue }
        if found != path {
          report.note(.pathRespelled, .warning, found.text, "is spelled otherwise in \(manifest.name)")
        }
        claims[found, default: []].append(Claim(manifest: manifest, path: path, digest: digest))
      }
    }
    let buffer = ChunkBuffer()
    var bytesRead: Int64 = 0
    for path in files.keys.sorted() {
      guard let expected = claims[path] else { continue }
      guard let found = digests(of: path, Set(expected.map(\.manifest.algorithm)), buffer, &bytesRead, progress) else {
        continue
      }
      if path.isPayload {
        report.payloadFiles += 1
        report.payloadBytes += files[path]?.byteCount ?? 0
      }
      for claim in expected {
        let algorithm = claim.manifest.algorithm
        guard let digest = found[algorithm], digest != claim.digest else { continue }
        report.note(
          .fileDamaged, .invalid, path.text, "is not what \(claim.manifest.name) says",
          digest: .init(algorithm: algorithm.rawValue, expected: claim.digest, found: digest))
      }
    }
    let name = BagPath("tagmanifest-sha256.txt")
    if files[name] != nil {
      report.digest = digests(of: name, [.sha256], buffer, &bytesRead, progress)?[.sha256]
    }
  }

  /// Nil, with a finding, where the file cannot be read.
  private mutating func digests(
    of path: BagPath, _ algorithms: Set<DigestAlgorithm>, _ buffer: ChunkBuffer, _ bytesRead: inout Int64,
    _ progress: (Int64) -> Void
  ) -> [DigestAlgorithm: String]? {
    var contexts: [DigestContext] = []
    for algorithm in algorithms {
      guard let context = DigestContext(algorithm) else {
        report.note(.algorithmUnknown, .invalid, path.text, "libcrypto refuses \(algorithm.rawValue)")
        continue
      }
      contexts.append(context)
    }
    do {
      let file = try OwnedDescriptor.reading("\(folder)/\(path.text)", followingLinks: false)
      while true {
        let count = try file.read(into: buffer.space)
        if count == 0 { break }
        for context in contexts { context.update(buffer.filled(count)) }
        bytesRead += Int64(count)
        progress(bytesRead)
      }
    } catch {
      report.note(.fileUnreadable, .invalid, path.text, error.reason)
      return nil
    }
    return Dictionary(uniqueKeysWithValues: contexts.map { ($0.algorithm, $0.finishHex()) })
  }
}
