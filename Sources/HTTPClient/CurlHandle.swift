import CCurl
import Glibc

/// Owns one `CURL *` with its kept connections; used by one thread at a time.
///
/// `@unchecked`: `HTTPClient` hands it to one request at a time, under its lock.
final class CurlHandle: @unchecked Sendable {
  private let handle: UnsafeMutableRawPointer

  init() throws(HTTPClientError) {
    if let problem = hoso_curl_load() { throw HTTPClientError(.unavailable, String(cString: problem)) }
    guard let handle = hoso_curl_easy_init() else {
      throw HTTPClientError(.unavailable, "libcurl gives no handle")
    }
    self.handle = handle
  }

  deinit { hoso_curl_easy_cleanup(handle) }

  func perform(
    _ request: OutgoingRequest, _ exchange: CurlExchange, _ limits: ClientLimits, certificates: String?
  ) throws(HTTPClientError) -> IncomingResponse {
    hoso_curl_easy_reset(handle)
    let lines = try HeaderLines(request)
    let words = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    // libcurl may write to it as long as the handle knows of it.
    defer {
      hoso_curl_easy_reset(handle)
      words.deallocate()
    }
    try check(hoso_curl_set_error_buffer(handle, words), request)
    try setTarget(request, limits, certificates: certificates)
    try check(hoso_curl_set_headers(handle, lines.list), request)
    if let byteCount = exchange.byteCount {
      try set(CURLOPT_UPLOAD, 1, request)
      try check(hoso_curl_set_offset(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(byteCount)), request)
    } else if request.method == "HEAD" {
      try set(CURLOPT_NOBODY, 1, request)
    }
    try text(CURLOPT_CUSTOMREQUEST, request.method, request)
    let code = withExtendedLifetime(exchange) {
      let context = Unmanaged.passUnretained(exchange).toOpaque()
      _ = hoso_curl_set_receiving(handle, Self.takeLine, Self.take, context)
      _ = hoso_curl_set_sending(handle, Self.fill, Self.rewind, context)
      return hoso_curl_easy_perform(handle)
    }
    if code == CURLE_OK {
      do {
        try exchange.end()
      } catch {
        throw HTTPClientError(.broken, "the response was not taken: \(error)")
      }
      return IncomingResponse(status: exchange.status, headers: exchange.headers, body: exchange.received)
    }
    throw CurlFailure.error(
      code, words: String(cString: words), isTooLarge: exchange.isTooLarge, address: request.url)
  }

  private func setTarget(
    _ request: OutgoingRequest, _ limits: ClientLimits, certificates: String?
  ) throws(HTTPClientError) {
    guard !request.url.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7f }) else {
      throw HTTPClientError(.badRequest, "an address holds spaces or control characters")
    }
    try text(CURLOPT_URL, request.url, request)
    try text(CURLOPT_PROTOCOLS_STR, "http,https", request)
    try set(CURLOPT_FOLLOWLOCATION, 0, request)
    // Time-outs without signals: many threads call.
    try set(CURLOPT_NOSIGNAL, 1, request)
    try set(CURLOPT_TIMEOUT, limits.totalSeconds, request)
    try set(CURLOPT_CONNECTTIMEOUT, limits.connectSeconds, request)
    try set(CURLOPT_LOW_SPEED_LIMIT, 1024, request)
    try set(CURLOPT_LOW_SPEED_TIME, limits.stallSeconds, request)
    try check(hoso_curl_set_offset(handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(limits.responseBytes)), request)
    if let certificates { try text(CURLOPT_CAINFO, certificates, request) }
  }

  private func set(_ option: CURLoption, _ value: Int, _ request: OutgoingRequest) throws(HTTPClientError) {
    try check(hoso_curl_set_long(handle, option, value), request)
  }

  private func text(_ option: CURLoption, _ value: String, _ request: OutgoingRequest) throws(HTTPClientError) {
    try check(hoso_curl_set_text(handle, option, value), request)
  }

  private func check(_ code: CURLcode, _ request: OutgoingRequest) throws(HTTPClientError) {
    guard code == CURLE_OK else {
      throw CurlFailure.error(code, words: "", isTooLarge: false, address: request.url)
    }
  }

  private static let takeLine: hoso_curl_bytes_in = { bytes, size, count, context in
    guard let context else { return 0 }
    let exchange = Unmanaged<CurlExchange>.fromOpaque(context).takeUnretainedValue()
    exchange.takeLine(UnsafeRawBufferPointer(start: bytes, count: size * count))
    return size * count
  }

  private static let take: hoso_curl_bytes_in = { bytes, size, count, context in
    guard let context else { return 0 }
    let exchange = Unmanaged<CurlExchange>.fromOpaque(context).takeUnretainedValue()
    // Anything but the full count breaks the request off; an empty piece must not.
    guard size * count > 0 else { return 0 }
    return exchange.take(UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
  }

  private static let fill: hoso_curl_bytes_out = { space, size, count, context in
    guard let context else { return hoso_curl_abort_reading() }
    let exchange = Unmanaged<CurlExchange>.fromOpaque(context).takeUnretainedValue()
    return exchange.fill(UnsafeMutableRawBufferPointer(start: space, count: size * count))
  }

  private static let rewind: hoso_curl_seek = { context, offset, origin in
    guard let context, offset == 0, origin == SEEK_SET else { return hoso_curl_seek_fail() }
    let exchange = Unmanaged<CurlExchange>.fromOpaque(context).takeUnretainedValue()
    return exchange.rewind() ? hoso_curl_seek_ok() : hoso_curl_seek_fail()
  }
}
