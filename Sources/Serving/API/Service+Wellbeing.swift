import Dossiers
import Files
import Reception
import Storage
import Worker
import Workflow

/// How the server is, for those who watch it; and what it can do.
extension Service {
  func wellbeingRoutes() -> [Route] {
    [
      Route(
        method: "GET", template: "/healthz", name: "health", summary: "The process is alive", access: .open,
        success: .text
      ) { _ in .answer(.text("ok\n")) },
      Route(
        method: "GET", template: "/readyz", name: "readiness",
        summary: "Store and files can be written; not while the server stops", access: .open, success: .text,
        refusals: [507]
      ) { [unowned self] _ in .answer(try readiness()) },
      Route(
        method: "GET", template: "/metrics", name: "metrics", summary: "Counts and gauges for Prometheus",
        access: .open, success: .text
      ) { [unowned self] _ in .answer(try metricsPage()) },
      Route(
        method: "GET", template: "/openapi.json", name: "description", summary: "This description", access: .open,
        success: .json(["type": "object"])
      ) { [unowned self] _ in .answer(.json(OpenAPI.description(of: makeRoutes()))) },
    ]
  }

  private func readiness() throws -> HTTPAnswer {
    guard !isStopping else { throw Refusal.busy }
    _ = try installation.store.activePlan()
    if let space = try installation.files.space(), space.freeBytes < 64 << 20 { throw Refusal.full }
    return .text("ready\n")
  }

  private func metricsPage() throws -> HTTPAnswer {
    let page = metrics.text() + (try storeMetrics.text()) + (configuration.workerMetrics?.text ?? "")
    return .text(page, type: "text/plain; version=0.0.4; charset=utf-8")
  }
}
