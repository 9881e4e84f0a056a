import Files
import Glibc
import HTTPClient
import Synchronization

/// Calls an S3 server: signs, sends, tries again what may go well a moment later.
final class S3Client: Sendable {
  private struct State {
    var credentials: S3Credentials?
    /// Seconds that the server's clock is ahead of ours.
    var skew: Int64 = 0
  }

  private let location: S3Location
  private let host: String
  private let given: S3Credentials?
  private let http: HTTPClient
  private let state = Mutex(State())

  /// With the pauses between, a call gives up after a quarter of a minute: a task is then tried again by the queue.
  private static let tries = 8
  /// A large file may take its time, as long as something moves.
  private static let limits = ClientLimits(responseBytes: .max, totalSeconds: 24 * 3600, stallSeconds: 30)

  init(_ location: S3Location, credentials: S3Credentials?) {
    self.location = location
    given = credentials
    http = HTTPClient(limits: Self.limits, certificates: location.certificates)
    let server = location.endpoint.drop { $0 != ":" }.dropFirst(3)
    let name = Self.withoutDefaultPort(String(server), isSecure: location.endpoint.hasPrefix("https:"))
    host = location.isPathStyle ? name : "\(location.bucket).\(name)"
  }

  /// The first answer that is a success. Throws `not-found` for 404, `denied` for refused credentials, `unavailable`
  /// where the server could not be reached or kept failing. `into` is emptied before each try.
  func send(
    _ request: S3Request, doing: String, into: DownloadTarget? = nil
  ) throws(StorageError) -> S3Answer {
    var last = StorageError(.unavailable, doing)
    var hasReloaded = false
    for attempt in 0..<Self.tries {
      if attempt > 0 { Self.pause(after: attempt) }
      let answer: S3Answer
      do {
        answer = try exchange(request, into: into)
      } catch let failure as HTTPClientError {
        last = StorageError(.unavailable, "\(doing): \(location.endpoint): \(failure.message)")
        // Without libcurl, or with an address that cannot be, no try goes better.
        guard failure.isPassing else { throw last }
        continue
      } catch let error as SystemCallError {
        throw StorageError(error)
      } catch {
        throw error as? StorageError ?? StorageError(.io, "\(doing): \(error)")
      }
      if answer.isGood {
        if !isErrorInDisguise(answer) { return answer }
        last = S3Failure(answer).error(doing)
        continue
      }
      let failure = S3Failure(answer)
      last = failure.error(doing)
      if failure.code == "RequestTimeTooSkewed" { learnTime(answer) }
      if failure.isPassing { continue }
      if failure.isAboutCredentials, !hasReloaded, try reloadCredentials() {
        hasReloaded = true
        continue
      }
      throw last
    }
    throw last
  }

  private func exchange(_ request: S3Request, into target: DownloadTarget?) throws -> S3Answer {
    let signature = S3Signature(credentials: try credentials(), region: location.region, time: now())
    let key = S3Encoding.encode(request.key, keepingSlashes: true)
    let path = location.isPathStyle ? "/\(location.bucket)/\(key)" : "/\(key)"
    let headers = signature.headers(
      method: request.method, host: host, path: path, query: request.query, headers: request.headers,
      payload: request.bodySHA256)
    let query = request.query.isEmpty ? "" : "?" + S3Signature.canonical(request.query)
    let scheme = location.endpoint.prefix { $0 != ":" }
    let outgoing = OutgoingRequest(
      request.method, "\(scheme)://\(host)\(path)\(query)", headers: headers.map { (name: $0.0, value: $0.1) },
      body: request.body.outgoing)
    guard let target else {
      let response = try http.send(outgoing)
      return S3Answer(status: response.status, headers: response.headers, body: response.body)
    }
    let response = try http.send(outgoing, into: target)
    return S3Answer(status: response.status, headers: response.headers, body: target.words)
  }

  /// "Completing a multipart upload" may begin its answer with 200 and end it with an error.
  private func isErrorInDisguise(_ answer: S3Answer) -> Bool {
    !answer.body.isEmpty && S3Document.read(answer.body)?.name == "Error"
  }

  // MARK: Who and when

  private func credentials() throws(StorageError) -> S3Credentials {
    if let known = given ?? state.withLock(\.credentials) { return known }
    let found = try S3Credentials.find()
    state.withLock { $0.credentials = found }
    return found
  }

  /// Looks for credentials again, which may have been changed under a running worker; false where they were not.
  private func reloadCredentials() throws(StorageError) -> Bool {
    if given != nil { return false }
    let found = try S3Credentials.find()
    return state.withLock { state in
      defer { state.credentials = found }
      return state.credentials != found
    }
  }

  private func now() -> Int64 { Int64(time(nil)) + state.withLock(\.skew) }

  private func learnTime(_ answer: S3Answer) {
    guard let shown = answer.headers["date"].flatMap(ServerTime.header) else { return }
    state.withLock { $0.skew = shown - Int64(time(nil)) }
  }

  private static func pause(after attempts: Int) {
    let plain = min(4_000, 50 << attempts)
    usleep(UInt32(Int.random(in: plain / 2...plain)) * 1000)
  }

  /// As HTTP's clients name a host: without the port that its scheme has anyway.
  private static func withoutDefaultPort(_ server: String, isSecure: Bool) -> String {
    let port = isSecure ? ":443" : ":80"
    return server.hasSuffix(port) ? String(server.dropLast(port.count)) : server
  }
}
