import CCurl
import Files
import Glibc

/// Owns one `CURL*`, and with it a connection that is kept from one exchange to the next.
///
/// `@unchecked Sendable`: used by one thread at a time because `S3Client` lends it to one exchange at a time.
final class HTTPConnection: @unchecked Sendable {
  private let handle: UnsafeMutableRawPointer
  private let certificates: String?

  init(certificates: String?) throws(StorageError) {
    if let problem = hoso_curl_load() { throw StorageError(.unavailable, String(cString: problem)) }
    guard let handle = hoso_curl_easy_init() else { throw StorageError(.unavailable, "libcurl has no memory") }
    self.certificates = certificates
    self.handle = handle
  }

  deinit {
    hoso_curl_easy_cleanup(handle)
  }

  func ask(_ question: HTTPQuestion) throws(HTTPFailure) -> HTTPAnswer {
    // Keeps connections, forgets settings.
    hoso_curl_easy_reset(handle)
    let transfer = HTTPTransfer(question)
    let context = Unmanaged.passUnretained(transfer).toOpaque()
    var list: UnsafeMutablePointer<curl_slist>?
    // The server's "100 Continue" is not waited for.
    for (name, value) in question.headers + [("Expect", "")] {
      guard let longer = hoso_curl_slist_append(list, value.isEmpty ? "\(name):" : "\(name): \(value)") else { break }
      list = longer
    }
    defer { hoso_curl_slist_free_all(list) }
    set(question, context)
    hoso_curl_set_headers(handle, list)
    let code = withExtendedLifetime(transfer) { hoso_curl_easy_perform(handle) }
    if let error = transfer.fileError { throw HTTPFailure(cause: .file(error), message: error.description) }
    guard code == CURLE_OK else {
      throw HTTPFailure(cause: .connection, message: String(cString: hoso_curl_easy_strerror(code)))
    }
    return transfer.answer
  }

  private func set(_ question: HTTPQuestion, _ context: UnsafeMutableRawPointer) {
    hoso_curl_set_text(handle, CURLOPT_URL, question.url)
    hoso_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    hoso_curl_set_text(handle, CURLOPT_USERAGENT, "hoso")
    // Threads and signals do not go together.
    hoso_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
    hoso_curl_set_long(handle, CURLOPT_PATH_AS_IS, 1)
    hoso_curl_set_long(handle, CURLOPT_TCP_KEEPALIVE, 1)
    // A server that vanished without a word must not hold a worker for ever; a slow line may take its time.
    hoso_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT, 10)
    hoso_curl_set_long(handle, CURLOPT_LOW_SPEED_LIMIT, 100)
    hoso_curl_set_long(handle, CURLOPT_LOW_SPEED_TIME, 30)
    if let certificates { hoso_curl_set_text(handle, CURLOPT_CAINFO, certificates) }
    switch (question.method, question.body) {
    case ("HEAD", _): hoso_curl_set_long(handle, CURLOPT_NOBODY, 1)
    case ("GET", .none): hoso_curl_set_long(handle, CURLOPT_HTTPGET, 1)
    case ("DELETE", .none): hoso_curl_set_text(handle, CURLOPT_CUSTOMREQUEST, "DELETE")
    default:
      hoso_curl_set_long(handle, CURLOPT_UPLOAD, 1)
      hoso_curl_set_text(handle, CURLOPT_CUSTOMREQUEST, question.method)
      hoso_curl_set_size(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(question.body.length))
      hoso_curl_set_source(
        handle, { HTTPTransfer.of($3).give($0, $1 * $2) }, { HTTPTransfer.of($0).seek(Int64($1), $2) }, context)
    }
    hoso_curl_set_header_sink(handle, { HTTPTransfer.of($3).takeHeader($0, $1 * $2) }, context)
    hoso_curl_set_body_sink(handle, { HTTPTransfer.of($3).takeBody($0, $1 * $2) }, context)
  }
}

/// One exchange as libcurl's callbacks see it.
private final class HTTPTransfer {
  private let question: HTTPQuestion
  private var sent: Int64 = 0
  var answer = HTTPAnswer()
  /// What our own file failed with.
  var fileError: SystemCallError?

  /// An error's text may be so long.
  private static let bodyLimit = 32 << 20

  init(_ question: HTTPQuestion) {
    self.question = question
  }

  /// The transfer that libcurl was given as context, which `ask` holds meanwhile.
  static func of(_ context: UnsafeMutableRawPointer?) -> HTTPTransfer {
    guard let context else { preconditionFailure("libcurl lost its context") }
    return Unmanaged<HTTPTransfer>.fromOpaque(context).takeUnretainedValue()
  }

  func give(_ buffer: UnsafeMutablePointer<CChar>?, _ capacity: Int) -> Int {
    let count = Int(min(Int64(capacity), question.body.length - sent))
    guard count > 0, let buffer else { return 0 }
    let space = UnsafeMutableRawBufferPointer(start: buffer, count: count)
    switch question.body {
    case .none: return 0
    case .bytes(let bytes):
      space.copyBytes(from: bytes[Int(sent)..<Int(sent) + count])
      sent += Int64(count)
      return count
    case .file(let file, let offset, _):
      do throws(SystemCallError) {
        let read = try file.read(into: space, at: offset + sent)
        sent += Int64(read)
        return read
      } catch {
        fileError = error
        return Int(CURL_READFUNC_ABORT)
      }
    }
  }

  func seek(_ offset: Int64, _ origin: Int32) -> Int32 {
    guard origin == SEEK_SET else { return 1 }
    sent = offset
    return 0
  }

  func takeHeader(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
    let raw = UnsafeRawBufferPointer(start: bytes, count: count)
    let line = String(decoding: raw.prefix { $0 != 0x0D && $0 != 0x0A }, as: UTF8.self)
    if line.hasPrefix("HTTP/") {
      // A new answer begins; an interim one (100) came before.
      answer = HTTPAnswer()
      answer.status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    } else if let colon = line.firstIndex(of: ":") {
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      answer.headers[line[..<colon].lowercased()] = String(value)
    }
    return count
  }

  func takeBody(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
    let raw = UnsafeRawBufferPointer(start: bytes, count: count)
    if let file = question.into, answer.isGood {
      do throws(SystemCallError) {
        try file.write(raw)
      } catch {
        fileError = error
        return 0
      }
    } else {
      guard answer.body.count + count <= Self.bodyLimit else { return 0 }
      answer.body.append(contentsOf: raw)
    }
    return count
  }
}
