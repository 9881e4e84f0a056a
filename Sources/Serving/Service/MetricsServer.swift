public import Files
import Glibc
public import Worker
public import Workflow

/// A worker's `/metrics` on a port of its own, for a Prometheus on the same machine or network.
public final class MetricsServer: Sendable {
  private let http: HTTPServer

  public init(_ worker: WorkerMetrics, store: any WorkflowStore, on socket: ListeningSocket) {
    http = HTTPServer(
      socket: socket, dispatcher: MetricsDesk(worker: worker, store: StoreMetrics(store)), limits: ServingLimits())
  }

  /// Begins to answer, on threads of its own.
  public func start() throws(SystemCallError) {
    try http.start()
  }

  /// To be called once.
  public func stop() {
    http.stop(within: 1_000)
  }
}

/// Answers `GET /metrics`, and nothing else.
private struct MetricsDesk: RequestDispatcher {
  let worker: WorkerMetrics
  let store: StoreMetrics

  func begin(_ request: HTTPRequest) -> RequestHandling {
    guard request.segments == ["metrics"] else { return .answer(.text("there is only /metrics here\n", status: 404)) }
    guard request.method == "GET" || request.method == "HEAD" else {
      return .answer(.text("GET only\n", status: 405))
    }
    var page = worker.text
    do {
      page += try store.text()
    } catch {
      // What this process counted is worth having while the store is away; the gap in the other values shows.
      worker.met(error)
    }
    return .answer(.text(page, type: Self.type))
  }

  func ended(_ request: HTTPRequest, status: Int?, bytesReceived: Int64) {}
  func cutOffConnection() {}

  static let type = "text/plain; version=0.0.4; charset=utf-8"
}
