import Files
import Foundation

/// A path in a bag, compared by its bytes: to Swift's strings, a composed and a decomposed `ế` are the same, to a
/// file system they are two files.
struct BagPath: Hashable, Comparable, CustomStringConvertible {
  let text: String
  private let bytes: [UInt8]

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  var description: String { text }

  var isPayload: Bool { bytes.starts(with: "data/".utf8) }

  static func == (left: BagPath, right: BagPath) -> Bool { left.bytes == right.bytes }

  func hash(into hasher: inout Hasher) { hasher.combine(bytes) }

  static func < (left: BagPath, right: BagPath) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }

  /// What two names become on systems that fold case and compose letters.
  var folded: String { text.precomposedStringWithCanonicalMapping.lowercased() }

  // RFC 8493 2.1.3: CR, LF and % are percent-encoded in manifests and fetch.txt, nothing else is.
  var encoded: String {
    guard bytes.contains(where: { $0 == 0x0d || $0 == 0x0a || $0 == 0x25 }) else { return text }
    var result: [UInt8] = []
    for byte in bytes {
      switch byte {
      case 0x0d: result += Array("%0D".utf8)
      case 0x0a: result += Array("%0A".utf8)
      case 0x25: result += Array("%25".utf8)
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Undoes `encoded`; `%25` only from version 1.0 on, before it a percent sign stood for itself.
  static func decoded(_ text: String, percentIsEncoded: Bool) -> BagPath {
    guard text.utf8.contains(0x25) else { return BagPath(text) }
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self).uppercased()
      switch (byte, digits) {
      case (0x25, "0D"): result.append(0x0d)
      case (0x25, "0A"): result.append(0x0a)
      case (0x25, "25") where percentIsEncoded: result.append(0x25)
      default:
        result.append(byte)
        continue
      }
      rest = rest.dropFirst(2)
    }
    return BagPath(String(decoding: result, as: UTF8.self))
  }

  /// Why nothing in a bag may be called that, on any system; nil where it may.
  var danger: String? {
    if bytes.isEmpty { return "is empty" }
    if bytes.contains(0) { return "holds a NUL" }
    if bytes.first == UInt8(ascii: "/") { return "is absolute" }
    if bytes.first == UInt8(ascii: "~") { return "starts in a home folder" }
    if bytes.first == UInt8(ascii: "\\") { return "is absolute on Windows" }
    if bytes.first == UInt8(ascii: "%"), bytes.dropFirst().contains(UInt8(ascii: "%")) {
      return "starts with a variable on Windows"
    }
    if bytes.count > 1, bytes[1] == UInt8(ascii: ":") { return "names a drive on Windows" }
    for part in bytes.split(whereSeparator: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") })
    where part.elementsEqual("..".utf8) {
      return "leads out of the bag"
    }
    return nil
  }

  /// Why our own bags do not hold such a path though others may; nil where they may.
  var objection: String? {
    if let danger { return danger }
    if !text.precomposedStringWithCanonicalMapping.utf8.elementsEqual(bytes) {
      return "is not in the composed form NFC"
    }
    for part in text.split(separator: "/", omittingEmptySubsequences: false) {
      if part.isEmpty || part == "." { return "has an empty part" }
      if part.utf8.count > 255 { return "has a part longer than 255 bytes" }
      if part.hasSuffix(".") || part.hasSuffix(" ") { return "has a part that Windows would shorten" }
      if part.contains(where: { "\\:*?\"<>|".contains($0) }) { return "has a character that Windows reserves" }
      if SafeName.isDevice(part) { return "has a part that Windows takes for a device" }
    }
    return nil
  }
}
