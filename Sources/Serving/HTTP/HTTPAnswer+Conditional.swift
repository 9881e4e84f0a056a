extension HTTPAnswer {
  /// A file's answer as the request wants it: a part of it, or the word that nothing changed (RFC 9110 13 and 14).
  /// `tag` names these very bytes.
  func conditional(on request: HTTPRequest, tag: String, language: Language) -> HTTPAnswer {
    guard status == 200 else { return self }
    let quoted = "\"\(tag)\""
    var answer = self
    answer.headers += [("ETag", quoted), ("Accept-Ranges", "bytes")]
    if let known = request.headers["if-none-match"], Self.names(known, quoted) {
      answer.status = 304
      answer.body = .bytes([])
      answer.headers.removeAll { $0.name == "Content-Type" || $0.name == "Content-Disposition" }
      return answer
    }
    guard request.method == "GET", request.headers["if-range"].map({ $0 == quoted }) ?? true else { return answer }
    let byteCount = body.byteCount
    switch ByteRange(request.headers["range"], of: byteCount) {
    case .whole: return answer
    case .beyond:
      var refusal = Refusal.beyondTheEnd
      refusal.headers.append(("Content-Range", "bytes */\(byteCount)"))
      return refusal.answer(in: language)
    case .part(let range):
      answer.status = 206
      answer.headers.append(("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(byteCount)"))
      answer.body = body.part(range)
      return answer
    }
  }

  /// Weakly compared, as the header's definition has it.
  private static func names(_ list: String, _ tag: String) -> Bool {
    list.split(separator: ",").contains { item in
      let name = item.trimmingPrefix { $0 == " " }
      let end = name.lastIndex { $0 != " " }.map { name[...$0] } ?? ""
      return end == "*" || end == tag || end == "W/" + tag
    }
  }
}

extension HTTPAnswer.Body {
  var byteCount: Int64 {
    switch self {
    case .bytes(let bytes): Int64(bytes.count)
    case .file(_, _, let byteCount), .stream(_, let byteCount): byteCount
    }
  }

  fileprivate func part(_ range: Range<Int64>) -> HTTPAnswer.Body {
    let count = range.upperBound - range.lowerBound
    return switch self {
    case .bytes(let bytes): .bytes(Array(bytes[Int(range.lowerBound)..<Int(range.upperBound)]))
    case .file(let file, let offset, _): .file(file, from: offset + range.lowerBound, byteCount: count)
    case .stream(let source, _): .stream(SkippingSource(source, skip: range.lowerBound), byteCount: count)
    }
  }
}

/// A source without its first bytes. What stands behind the part wanted is never asked for.
private final class SkippingSource: ByteSource {
  private let source: any ByteSource
  private var skip: Int64

  init(_ source: any ByteSource, skip: Int64) {
    self.source = source
    self.skip = skip
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while skip > 0 {
      let wanted = Int(min(skip, Int64(buffer.count)))
      let count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]))
      guard count > 0 else { return 0 }
      skip -= Int64(count)
    }
    return try source.read(into: buffer)
  }
}

extension Refusal {
  fileprivate static let beyondTheEnd = Refusal(
    416, "request.bad-range", vi: "Không có phần nội dung được yêu cầu.", en: "The file has no such bytes.")
}
