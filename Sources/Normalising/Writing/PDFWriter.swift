import Digests
import Files

/// Writes a PDF object by object, front to back: no more than one object is in memory.
///
/// The bytes follow from what is written alone: no clock, no random number; the file's /ID is the digest of its own
/// objects. For one thread.
final class PDFWriter {
  private let file: OwnedDescriptor
  private let limit: Int
  private let digest = SHA256Digest()
  private var pending: [UInt8] = []
  private var position = 0
  /// Where each object begins; 0 for those not written yet. Object n stands at n - 1.
  private var offsets: [Int] = []

  /// Writes to `file` from its present position; more than `limit` bytes are refused.
  init(_ file: OwnedDescriptor, limit: Int) throws(NormalisingError) {
    self.file = file
    self.limit = limit
    // ISO 19005-2, 6.1.2: a comment of four bytes above 127 follows the header.
    try write("%PDF-1.7\n%")
    try write([0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
  }

  /// A number for an object that is written later.
  func reserve() -> PDFReference {
    offsets.append(0)
    return PDFReference(number: offsets.count)
  }

  /// Writes an object whose body is spelled out.
  func write(_ body: String, as reference: PDFReference) throws(NormalisingError) {
    try begin(reference)
    try write(body)
    try write("\nendobj\n")
  }

  @discardableResult
  func add(_ body: String) throws(NormalisingError) -> PDFReference {
    let reference = reserve()
    try write(body, as: reference)
    return reference
  }

  /// Writes a stream; `entries` are those of its dictionary besides /Length.
  @discardableResult
  func addStream(_ entries: String, _ bytes: [UInt8]) throws(NormalisingError) -> PDFReference {
    let reference = reserve()
    try begin(reference)
    try write("<<\(entries.isEmpty ? "" : entries + " ")/Length \(bytes.count)>>\nstream\n")
    try write(bytes)
    try write("\nendstream\nendobj\n")
    return reference
  }

  /// The same, compressed.
  @discardableResult
  func addCompressed(_ entries: String, _ bytes: [UInt8]) throws(NormalisingError) -> PDFReference {
    try addStream("\(entries.isEmpty ? "" : entries + " ")/Filter /FlateDecode", Deflate.compress(bytes))
  }

  /// Writes cross-reference table and trailer; returns the file's size in bytes.
  func finish(root: PDFReference, info: PDFReference?) throws(NormalisingError) -> Int {
    let identifier = PDFSyntax.hexadecimal(digest.finish().prefix(16))
    let start = position
    var table = "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      table += String(repeating: "0", count: max(0, 10 - digits.count)) + digits + " 00000 n \n"
    }
    let information = info.map { " /Info \($0)" } ?? ""
    table += "trailer\n<</Size \(offsets.count + 1) /Root \(root)\(information) /ID [\(identifier) \(identifier)]>>\n"
    table += "startxref\n\(start)\n%%EOF\n"
    try put(Array(table.utf8))
    try flush()
    return position
  }

  private func begin(_ reference: PDFReference) throws(NormalisingError) {
    offsets[reference.number - 1] = position
    try write("\(reference.number) 0 obj\n")
  }

  private func write(_ text: String) throws(NormalisingError) {
    try write(Array(text.utf8))
  }

  private func write(_ bytes: [UInt8]) throws(NormalisingError) {
    digest.update(bytes)
    try put(bytes)
  }

  private func put(_ bytes: [UInt8]) throws(NormalisingError) {
    position += bytes.count
    guard position <= limit else {
      throw NormalisingError.unsuitable("its copy would be larger than \(limit >> 20) MiB")
    }
    if pending.count + bytes.count > 1 << 16 { try flush() }
    if bytes.count > 1 << 16 {
      try pass(bytes)
    } else {
      pending += bytes
    }
  }

  private func flush() throws(NormalisingError) {
    try pass(pending)
    pending.removeAll(keepingCapacity: true)
  }

  private func pass(_ bytes: [UInt8]) throws(NormalisingError) {
    do {
      try file.write(bytes)
    } catch {
      throw .writing(error)
    }
  }
}

/// An object that others point to.
struct PDFReference: CustomStringConvertible {
  let number: Int

  /// As it stands in a file: `12 0 R`.
  var description: String { "\(number) 0 R" }
}
