/// XML, HTML, SVG and plain text: formats without a signature.
enum MarkupSniffer {
  /// Root elements of Vietnam's e-invoices (Decision 1450/QĐ-TCT): an invoice alone, or wrapped for transmission.
  static let invoiceRoots: Set<String> = ["HDon", "TDiep", "DLHDon"]

  static func sniff(_ bytes: UnsafeRawBufferPointer) -> FileFormat? {
    let head = text(of: UnsafeRawBufferPointer(rebasing: bytes[..<min(bytes.count, 8192)]))
    var rest = Substring(head).drop(while: \.isWhitespace)
    guard rest.first == "<" else { return nil }
    let isXML = rest.hasPrefix("<?xml")
    // Skip declarations, comments and the document type to the root element.
    while rest.hasPrefix("<?") || rest.hasPrefix("<!") {
      if rest.lowercased().hasPrefix("<!doctype html") { return .unsupported(.html) }
      // A document type may hold declarations of its own in brackets.
      let hasSubset = rest.prefix { $0 != ">" }.contains("[") && rest.hasPrefix("<!DOCTYPE")
      let closing = rest.hasPrefix("<!--") ? "-->" : hasSubset ? "]>" : ">"
      guard let end = rest.range(ofText: closing) else { break }
      rest = rest[end...].drop(while: \.isWhitespace)
    }
    guard rest.first == "<" else { return isXML ? .unsupported(.xml) : nil }
    let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || "_-.:".contains($0) }
    let local = name.split(separator: ":").last.map(String.init) ?? ""
    if invoiceRoots.contains(local) { return .supported(.xml) }
    switch local.lowercased() {
    case "svg": return .unsupported(.svg)
    case "html", "head", "body", "table", "script", "title", "div": return .unsupported(.html)
    default: return isXML ? .unsupported(.xml) : nil
    }
  }

  /// True for UTF-8 (or ASCII) without control characters, judged by the first kilobytes.
  static func isPlainText(_ bytes: UnsafeRawBufferPointer) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return bytes.count % 2 == 0 }
    var head = bytes[..<min(bytes.count, 8192)]
    if head.contains(where: { $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D, 0x1B].contains($0) }) { return false }
    // The cut may split a character.
    while let last = head.last, last & 0xC0 == 0x80, head.count < bytes.count { head = head.dropLast() }
    if let last = head.last, last >= 0xC0, head.count < bytes.count { head = head.dropLast() }
    return String(validating: head, as: UTF8.self) != nil
  }

  /// The whole file as text: UTF-8, or UTF-16 where a byte order mark says so.
  static func text(of bytes: UnsafeRawBufferPointer) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
    let littleEndian = bytes.starts(with: [0xFF, 0xFE])
    guard littleEndian || bytes.starts(with: [0xFE, 0xFF]) else { return String(decoding: bytes, as: UTF8.self) }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index -> UInt16 in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return littleEndian ? second << 8 | first : first << 8 | second
    }
    return String(decoding: units, as: UTF16.self)
  }
}

extension Substring {
  /// The index behind the first occurrence of `text`.
  fileprivate func range(ofText text: String) -> Index? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
