import CCurl

/// libcurl's codes as errors: the one place that knows them.
enum CurlFailure {
  static func error(_ code: CURLcode, words: String, isTooLarge: Bool, address: String) -> HTTPClientError {
    let reason = words.isEmpty ? String(cString: hoso_curl_easy_strerror(code)) : words
    return HTTPClientError(
      isTooLarge ? .tooLarge : kind(of: code), "\(address.prefix { $0 != "?" }): \(reason)")
  }

  private static func kind(of code: CURLcode) -> HTTPClientError.Code {
    switch code {
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL, CURLE_BAD_FUNCTION_ARGUMENT: .badRequest
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT: .unreachable
    case CURLE_OPERATION_TIMEDOUT: .timedOut
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM:
      .untrusted
    case CURLE_FILESIZE_EXCEEDED: .tooLarge
    default: .broken
    }
  }
}
