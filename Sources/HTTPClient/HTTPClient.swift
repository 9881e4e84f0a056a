import Synchronization

/// Calls other servers over HTTP and HTTPS, through libcurl. Blocks its caller; may be used by many threads, each of
/// which gets a connection of its own; connections are kept for the next request.
///
/// Redirections are not followed: where a request goes is its sender's decision.
public final class HTTPClient: Sendable {
  private let idle = Mutex<[CurlHandle]>([])
  private let limits: ClientLimits
  private let certificates: String?
  private static let idleLimit = 64

  /// `certificates` is a file of trusted certificates (PEM) instead of the system's.
  public init(limits: ClientLimits = ClientLimits(), certificates: String? = nil) {
    self.limits = limits
    self.certificates = certificates
  }

  /// The response with its body, whatever its status.
  public func send(_ request: OutgoingRequest, limits: ClientLimits? = nil) throws(HTTPClientError) -> IncomingResponse
  {
    let exchange = CurlExchange(body: request.body, sink: nil, limit: (limits ?? self.limits).responseBytes)
    return try run(request, exchange, limits)
  }

  /// The response; `sink` takes its body. What the sink throws is thrown as it is.
  public func send(
    _ request: OutgoingRequest, into sink: any ResponseBodySink, limits: ClientLimits? = nil
  ) throws -> IncomingResponse {
    let exchange = CurlExchange(body: request.body, sink: sink, limit: (limits ?? self.limits).responseBytes)
    do {
      return try run(request, exchange, limits)
    } catch {
      throw exchange.error ?? error
    }
  }

  private func run(
    _ request: OutgoingRequest, _ exchange: CurlExchange, _ limits: ClientLimits?
  ) throws(HTTPClientError) -> IncomingResponse {
    let kept = idle.withLock { $0.popLast() }
    let handle = if let kept { kept } else { try CurlHandle() }
    defer { idle.withLock { if $0.count < Self.idleLimit { $0.append(handle) } } }
    return try handle.perform(request, exchange, limits ?? self.limits, certificates: certificates)
  }
}
