import CZlib
import Dossiers
import Glibc

/// Looks for streams of a PDF that burst when they are unpacked, before a library unpacks them into memory or reads
/// through all of it: their sender is told in seconds, rather than by a stage's limits.
///
/// It asks the bytes, not the file's structure, which may lie and whose own parts may burst. What it does not see
/// (other filters, encrypted files) still meets the stage's limits.
enum PDFBurst {
  /// Unpacked bytes of one stream, and of all together. A page with 256 MiB of drawing operators takes a renderer
  /// minutes; a document of 500 pages with 4 MiB each, far beyond what drawing programs write, passes.
  private static let mostOfOne = 256 << 20
  private static let mostOfAll = 2 << 30

  /// Throws where the file holds such a stream. Pictures and attached files are left out: the former are judged by
  /// their size in pixels, the latter are not unpacked.
  static func check(_ bytes: FileBytes) throws(MediaRefusal) {
    // An archivist's stack: to read through all of it would bring it into memory.
    guard !bytes.isStack else { return }
    defer { bytes.letGo() }
    var total = 0
    var position = 0
    while let keyword = next("stream", in: bytes, from: position) {
      position = keyword + 6
      guard let start = dataStart(in: bytes, after: position), isDeflated(bytes, at: start),
        !isExempt(bytes, endingAt: keyword)
      else { continue }
      let (read, made) = DeflatedStream.unpackedSize(
        UnsafeRawBufferPointer(rebasing: bytes.raw[start...]), atMost: min(mostOfOne, mostOfAll - total))
      total += made
      guard made < mostOfOne, total < mostOfAll else {
        throw MediaRefusal(.pdfBursts, detail: "a stream at byte \(start) unpacks to more than \(made) bytes")
      }
      position = start + read
    }
  }

  /// ISO 32000-1, 7.3.8.1: the keyword, then CR LF or LF. Nil behind `endstream` and elsewhere in text.
  private static func dataStart(in bytes: FileBytes, after end: Int) -> Int? {
    guard end < bytes.count else { return nil }
    if bytes[end] == 0x0A { return end + 1 }
    // A lone CR is an error that readers forgive.
    guard bytes[end] == 0x0D, end + 1 < bytes.count else { return nil }
    return bytes[end + 1] == 0x0A ? end + 2 : end + 1
  }

  /// RFC 1950, 2.2: method 8, a window of at most 32 KiB, and a check over both bytes.
  private static func isDeflated(_ bytes: FileBytes, at start: Int) -> Bool {
    guard start + 2 <= bytes.count else { return false }
    let (method, flags) = (Int(bytes[start]), Int(bytes[start + 1]))
    return method & 0x0F == 8 && method >> 4 <= 7 && (method << 8 | flags) % 31 == 0
  }

  /// Whether the dictionary before the keyword calls the stream a picture or an attached file.
  private static func isExempt(_ bytes: FileBytes, endingAt end: Int) -> Bool {
    let dictionary = UnsafeRawBufferPointer(rebasing: bytes.raw[max(0, end - 2048)..<end])
    let begin = dictionary.lastStart(ofASCII: " obj") ?? 0
    let own = UnsafeRawBufferPointer(rebasing: dictionary[begin...])
    return ["/Image", "/EmbeddedFile"].contains { own.firstRange(ofASCII: $0, within: own.count) != nil }
  }

  /// Where the word next stands.
  private static func next(_ word: StaticString, in bytes: FileBytes, from position: Int) -> Int? {
    let length = word.utf8CodeUnitCount
    var position = position
    while position + length <= bytes.count,
      let found = memchr(bytes.pointer + position, Int32(word.utf8Start[0]), bytes.count - position - length + 1)
    {
      let start = UnsafeRawPointer(bytes.pointer).distance(to: found)
      if memcmp(found, word.utf8Start, length) == 0 { return start }
      position = start + 1
    }
    return nil
  }
}

/// One zlib stream, unpacked for its size only; where what comes out is deflated in turn, that is unpacked too.
private final class DeflatedStream {
  private var state = z_stream()
  private let isThere: Bool
  private var made = 0
  private var isFirst = true
  private var inner: DeflatedStream?
  private let depth: Int

  private init(depth: Int) {
    self.depth = depth
    isThere = inflateInit_(&state, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isThere { inflateEnd(&state) }
  }

  /// How many bytes were read, and how many came out at most at any layer; both end early at `limit`.
  static func unpackedSize(_ bytes: UnsafeRawBufferPointer, atMost limit: Int) -> (read: Int, made: Int) {
    let outer = DeflatedStream(depth: 0)
    let read = outer.feed(bytes, limit: limit)
    return (read, outer.most)
  }

  private var most: Int { max(made, inner?.most ?? 0) }

  /// Returns how much it has read of what it was given.
  private func feed(_ bytes: UnsafeRawBufferPointer, limit: Int) -> Int {
    guard isThere, let start = bytes.baseAddress else { return 0 }
    state.next_in = UnsafeMutablePointer(mutating: start.assumingMemoryBound(to: UInt8.self))
    let given = UInt32(clamping: bytes.count)
    state.avail_in = given
    return withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 16) { buffer in
      var code = Z_OK
      while code == Z_OK, most < limit {
        state.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        state.avail_out = UInt32(buffer.count)
        code = inflate(&state, Z_NO_FLUSH)
        let count = buffer.count - Int(state.avail_out)
        made += count
        pass(UnsafeRawBufferPointer(rebasing: buffer[..<count]), limit: limit)
        if count == 0, state.avail_in == 0 { break }
      }
      return Int(given - state.avail_in)
    }
  }

  private func pass(_ bytes: UnsafeRawBufferPointer, limit: Int) {
    guard !bytes.isEmpty else { return }
    // Filters may be named in a row; more than a few are no more than a trick.
    if isFirst, depth < 8, bytes.count > 1, bytes[0] & 0x0F == 8, (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0 {
      inner = DeflatedStream(depth: depth + 1)
    }
    isFirst = false
    _ = inner?.feed(bytes, limit: limit)
  }
}
