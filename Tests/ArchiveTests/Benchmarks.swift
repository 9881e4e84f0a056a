import Archive
import Digests
import Dossiers
import Files
import Foundation
import Storage
import Testing

/// Figures, not promises: `HOSO_BENCHMARKS=1 swift test -c release --filter ArchiveTests.Benchmarks`.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["HOSO_BENCHMARKS"] != nil))
struct Benchmarks {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func seconds(_ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let time = try clock.measure { try body() }
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }

  private func megabytes(_ bytes: Int, in seconds: Double) -> String {
    String(format: "%.0f MB/s (%.2f s)", Double(bytes) / 1e6 / seconds, seconds)
  }

  private func noise(_ count: Int, _ seed: UInt64) -> [UInt8] {
    var state = seed &* 6_364_136_223_846_793_005 &+ 1
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      for index in 0..<count {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        buffer[index] = UInt8(truncatingIfNeeded: state >> 56)
      }
      filled = count
    }
  }

  @Test("digests in memory")
  func digests() {
    let bytes = noise(64 << 20, 1)
    for algorithm in [DigestAlgorithm.sha256, .sha512] {
      let time = seconds { DigestContext(algorithm)?.update(bytes) }
      print("\(algorithm.rawValue): \(megabytes(bytes.count, in: time))")
    }
    let time = seconds {
      let digest = DoubleDigest()
      for start in stride(from: 0, to: bytes.count, by: 1 << 17) {
        bytes.withUnsafeBytes { digest.update(UnsafeRawBufferPointer(rebasing: $0[start..<start + (1 << 17)])) }
      }
      _ = digest.finish()
    }
    print("both in one pass: \(megabytes(bytes.count, in: time))")
  }

  @Test("a bag against bagit.py on the same tree", arguments: [(200, 2_000_000), (4000, 20_000)])
  func bags(count: Int, size: Int) throws {
    var entries: [PackageEntry] = []
    for index in 0..<count {
      let path = try scratch.write("tree/\(index / 100)/\(index).jpg", noise(size, UInt64(index)))
      entries.append(PackageEntry(path: "\(index / 100)/\(index).jpg", source: .path(path)))
    }
    let total = count * size
    print("\(count) files of \(size) bytes")
    let written = try seconds {
      _ = try BagWriter.write(to: "\(scratch.path)/bag", payload: entries, info: BagInfo())
    }
    print("  write and sync: \(megabytes(total, in: written))")
    let verified = try seconds {
      let report = try BagVerifier.verify("\(scratch.path)/bag")
      #expect(report.isValid)
    }
    print("  verify: \(megabytes(total, in: verified))")
    guard let there = try run("python3", ["-c", "import bagit"]), there.status == 0 else { return }
    let copied = try seconds { _ = try run("cp", ["-r", "\(scratch.path)/tree", "\(scratch.path)/copy"]) }
    let theirs = try seconds {
      let result = try run("python3", ["-m", "bagit", "--sha256", "--sha512", "\(scratch.path)/copy"])
      #expect(result?.status == 0)
    }
    print(
      "  bagit.py, in place: \(megabytes(total, in: theirs)); with a copy before: \(megabytes(total, in: theirs + copied))"
    )
    let checked = try seconds {
      _ = try run("python3", ["-m", "bagit", "--validate", "--quiet", "\(scratch.path)/copy"])
    }
    print("  bagit.py --validate: \(megabytes(total, in: checked))")
  }

  @Test("files into the store, one by one and in a batch")
  func store() throws {
    let store = try FolderStore(path: "\(scratch.path)/files")
    let files = (0..<2000).map { noise(100_000, UInt64($0)) }
    let single = try seconds { for bytes in files[..<1000] { _ = try store.put(bytes) } }
    let batched = try seconds {
      let batch = try store.batch()
      for bytes in files[1000...] { _ = try batch.put(bytes) }
      try batch.commit()
    }
    print("1000 files of 100 kB: one by one \(Int(1000 / single)) files/s, in a batch \(Int(1000 / batched)) files/s")
  }

  @Test("a file of more than 4 GiB in a serialised package", arguments: [PackageFormat.bagitZip, .bagitTar])
  func large(format: PackageFormat) throws {
    let size: Int64 = 9 << 30
    let path = try scratch.write("large", "")
    #expect(truncate(path, Int(size)) == 0)
    let digest = SHA256Digest()
    let zeros = [UInt8](repeating: 0, count: 1 << 20)
    for _ in 0..<(size >> 20) { digest.update(zeros) }
    var contents = try Samples.contents(scratch)
    contents.documents[0].original = ArchivedFile(sha256: digest.finishHex(), byteCount: size) {
      try OwnedDescriptor.reading(path)
    }
    let time = try seconds {
      let placed = try DossierPackager.package(
        contents, as: format, in: "\(scratch.path)/scratch", to: "\(scratch.path)/packages")
      #expect(placed.byteCount > size)
      let program =
        format == .bagitZip
        ? "import sys,zipfile; print(max(i.file_size for i in zipfile.ZipFile(sys.argv[1]).infolist()))"
        : "import sys,tarfile; print(max(i.size for i in tarfile.open(sys.argv[1])))"
      let result = try run("python3", ["-c", program, "\(scratch.path)/packages/\(placed.path)"])
      #expect(result?.output == "\(size)\n")
    }
    print("\(format.rawValue) of 9 GiB, made and read back: \(megabytes(Int(size), in: time))")
  }
}
