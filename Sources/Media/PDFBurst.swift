import Dossiers
import Glibc

/// Looks for streams of a PDF that burst when they are unpacked, before a library unpacks them into memory or reads
/// through all of it: their sender is told in seconds, rather than by a stage's limits.
///
/// It asks the bytes, not the file's structure, which may lie and whose own parts may burst. What it does not see (the
/// streams of encrypted files) still meets the stage's limits.
enum PDFBurst {
  /// Unpacked bytes of one stream, and of all together. A page with 256 MiB of drawing operators takes a renderer
  /// minutes; a document of 500 pages with 4 MiB each, far beyond what drawing programs write, passes.
  private static let mostOfOne = 256 << 20
  private static let mostOfAll = 2 << 30

  /// Throws where the file holds such a stream. Attached files are left out, as nobody unpacks them, and of pictures
  /// the last filter, whose work is judged by their size in pixels.
  static func check(_ bytes: FileBytes) throws(MediaRefusal) {
    // An archivist's stack: to read through all of it would bring it into memory.
    guard !bytes.isStack else { return }
    defer { bytes.letGo() }
    var objects = ObjectSearch(bytes: bytes)
    var isEncrypted: Bool?
    var total = 0
    var position = 0
    while let keyword = next("stream", in: bytes, from: position) {
      position = keyword + 6
      guard let start = dataStart(in: bytes, after: position) else { continue }
      let head = PDFStreamHead(in: bytes.raw, before: keyword) { objects.find($0, $1) }
      guard !head.isAttachment else { continue }
      let rest = UnsafeRawBufferPointer(rebasing: bytes.raw[start...])
      for chain in chains(of: head, at: rest) {
        if chain.first != .flate {
          // Encrypted bytes would be unpacked as if they meant something.
          let known = isEncrypted ?? (next("/Encrypt", in: bytes, from: 0) != nil)
          isEncrypted = known
          if known { continue }
        }
        let limit = min(mostOfOne, mostOfAll - total)
        guard let layer = UnpackingLayer.chain(chain, growsEarly: head.growsEarly, limit: limit) else { continue }
        // What ends by itself, or fails, tells better than the dictionary how far it goes.
        let read = layer.feed(
          chain.first == .flate || chain.first == .lzw ? rest : data(of: head, in: bytes, at: start))
        total += layer.sum
        guard layer.most < limit, total < mostOfAll else {
          throw MediaRefusal(.pdfBursts, detail: "a stream at byte \(start) unpacks to more than \(layer.most) bytes")
        }
        position = max(position, start + (chain.first == .flate ? read : 0))
      }
    }
  }

  /// What has to be undone; where the dictionary tells nothing, what the bytes look like.
  private static func chains(of head: PDFStreamHead, at data: UnsafeRawBufferPointer) -> [[PDFFilter]] {
    let isDeflated = UnpackingLayer.isDeflated(data)
    if head.chains.isEmpty { return isDeflated && !head.isPicture ? [[.flate]] : [] }
    return head.chains.map { head.isPicture ? Array($0.dropLast()) : $0 }.filter { chain in
      chain.contains(where: \.mayBurst) && (chain.first != .flate || isDeflated)
    }
  }

  /// The stream's bytes: as many as its dictionary says where they end there, else up to the word that ends them, or as
  /// many as the dictionary says if these are more.
  private static func data(of head: PDFStreamHead, in bytes: FileBytes, at start: Int) -> UnsafeRawBufferPointer {
    let said = head.length.map { min(bytes.count, start + max(0, min($0, bytes.count))) } ?? start
    let isTrue = said > start && next("endstream", in: bytes, from: said).map { $0 - said <= 2 } ?? false
    let end = isTrue ? said : max(said, next("endstream", in: bytes, from: start) ?? bytes.count)
    return UnsafeRawBufferPointer(rebasing: bytes.raw[start..<end])
  }

  /// ISO 32000-1, 7.3.8.1: the keyword, then CR LF or LF. Nil behind `endstream` and elsewhere in text.
  private static func dataStart(in bytes: FileBytes, after end: Int) -> Int? {
    guard end < bytes.count else { return nil }
    if bytes[end] == 0x0A { return end + 1 }
    // A lone CR is an error that readers forgive.
    guard bytes[end] == 0x0D, end + 1 < bytes.count else { return nil }
    return bytes[end + 1] == 0x0A ? end + 2 : end + 1
  }

  /// Where the word next stands.
  fileprivate static func next(_ word: StaticString, in bytes: FileBytes, from position: Int) -> Int? {
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

/// Finds `N G obj` in the bytes. To look for one reads through the file, so no file gets many.
private struct ObjectSearch {
  let bytes: FileBytes
  private var left = 32

  init(bytes: FileBytes) {
    self.bytes = bytes
  }

  /// Where the object's value begins.
  mutating func find(_ number: Int, _ generation: Int) -> Int? {
    guard left > 0 else { return nil }
    left -= 1
    let words = Array("\(number) \(generation)".utf8)
    var position = 0
    while let found = PDFBurst.next(" obj", in: bytes, from: position) {
      position = found + 4
      let start = found - words.count
      guard start >= 0, bytes.raw[start..<found].elementsEqual(words) else { continue }
      if start == 0 || !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[start - 1]) { return position }
    }
    return nil
  }
}
