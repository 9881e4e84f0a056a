import Console
import Files
import Foundation
import Glibc
import Logs
import Reception
import Serving
import Storage
import Synchronization
import Worker
import Zalo

enum ServeCommand: Command {
  static let description = CommandDescription(
    ["serve"], summary: "take dossiers in over HTTP, and answer citizens' look-ups",
    discussion: """
      Reception systems call /v1 with a key from `hoso keys create`; what they can do stands in /openapi.json.
      Citizens look their dossier up at /, or at the address in their receipt's QR code, and hand one in at
      /nop-ho-so. TLS is a proxy's affair: see samples/deploy.

      With a zalo.json in the home the office's Zalo account is served too (webhook: /zalo/webhook); the systems named
      in an events.json are told what happens, signed. README, "Zalo" and "Events", has both.

      SIGTERM or ctrl-C takes no new connections, lets what is under way end within 20 s, and stops. Whatever was
      acknowledged is durable either way.
      """,
    options: [
      OptionDescription("--listen", value: "ADDRESS:PORT", summary: "where to listen (default: 127.0.0.1:8080)"),
      OptionDescription("--work", summary: "run a worker in this process too"),
      OptionDescription("--jobs", value: "N", summary: "the worker's stage hosts at one time (default: the cores)"),
      OptionDescription(
        "--documents-per-host", value: "N", summary: "a stage host is replaced after so many; 1: none sees two (200)"),
      OptionDescription("--require-sandbox", summary: "refuse to work where a layer of confinement is missing"),
      OptionDescription(
        "--public-url", value: "URL",
        summary: "how citizens reach this server (default: the plan's lookupBase, which receipts have in print)"),
      OptionDescription("--behind-proxy", summary: "believe the last address of X-Forwarded-For"),
      OptionDescription("--max-upload", value: "MB", summary: "bytes of one request (default: 1024 MB)"),
      OptionDescription("--max-file", value: "MB", summary: "bytes of one file (default: 256 MB)"),
      OptionDescription("--max-connections", value: "N", summary: "connections at one time (default: 400)"),
      OptionDescription("--requests-per-minute", value: "N", summary: "for each key (default: 30000)"),
      OptionDescription("--uploads-at-once", value: "N", summary: "for each key (default: 64)"),
      GlobalOptions.home, GlobalOptions.store, GlobalOptions.files, GlobalOptions.log, GlobalOptions.verbose,
    ],
    examples: [
      "hoso serve --work", "hoso serve --listen 127.0.0.1:8080 --behind-proxy --public-url https://hoso.example.vn",
    ])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let log = try WorkerStart.log(arguments, quiet: false)
    let installation = try Opening.office(arguments, log: log)
    let interrupt = Interrupt()
    let worker =
      arguments.has("--work")
      ? try WorkerStart.worker(for: installation, arguments: arguments, quiet: false) : nil
    var configuration = try Self.configuration(arguments, installation)
    if let complaint = try LookupLinks(installation, publicAddress: configuration.publicAddress).complaint() {
      log.warning("lookup.unreachable", ("reason", complaint))
    }
    let outgoing = try OutgoingStart(installation, publicAddress: configuration.publicAddress, log: log)
    configuration.webhooks = outgoing.webhooks
    configuration.workerMetrics = worker?.metrics
    let server = Server(
      Service(installation, configuration: configuration, log: log),
      on: try Listening.socket(arguments.value("--listen") ?? "127.0.0.1:8080", option: "--listen"))
    var work: WorkAlongside?
    if let worker {
      interrupt.stops(worker)
      work = WorkAlongside(worker)
    }
    // What a crash left half-written. Younger than a day it may be another process's, in the making.
    _ = try installation.files.sweep(olderThanSeconds: 86_400)
    try server.start()
    outgoing.start()
    while !interrupt.isRequested, work?.hasEnded != true { usleep(100_000) }
    server.stop()
    outgoing.stop()
    try work?.end()
    return .done
  }

  private static func configuration(
    _ arguments: Arguments, _ installation: Installation
  ) throws -> Service.Configuration {
    var configuration = Service.Configuration(scratch: installation.home.scratch)
    configuration.isBehindProxy = arguments.has("--behind-proxy")
    if let url = arguments.value("--public-url") {
      guard url.hasPrefix("https://") || url.hasPrefix("http://") else {
        throw UsageError("--public-url begins with https://, not “\(url)”")
      }
      configuration.publicAddress = url.hasSuffix("/") ? String(url.dropLast()) : url
    }
    if let megabytes = try arguments.integer("--max-upload", in: 1...1_000_000) {
      configuration.limits.bodyBytes = Int64(megabytes) << 20
    }
    if let megabytes = try arguments.integer("--max-file", in: 1...1_000_000) {
      configuration.limits.fileBytes = Int64(megabytes) << 20
    }
    if let connections = try arguments.integer("--max-connections", in: 1...10_000) {
      configuration.limits.connections = connections
    }
    if let requests = try arguments.integer("--requests-per-minute", in: 1...10_000_000) {
      configuration.limits.keyRequestsPerMinute = requests
    }
    if let uploads = try arguments.integer("--uploads-at-once", in: 1...10_000) {
      configuration.limits.keyUploadsAtOnce = uploads
    }
    return configuration
  }
}

/// A worker on a thread of its own, beside the server.
private final class WorkAlongside: Sendable {
  private let worker: Worker
  private let outcome = Mutex<Result<Void, any Error>?>(nil)
  private let ended = DispatchSemaphore(value: 0)

  init(_ worker: Worker) {
    self.worker = worker
    let thread = Thread { [self] in
      let result = Result { try self.worker.run() }
      outcome.withLock { $0 = result }
      ended.signal()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }

  var hasEnded: Bool { outcome.withLock { $0 != nil } }

  /// Waits for its end, which the signal has asked for already. Throws what it ended with.
  func end() throws {
    ended.wait()
    if case .failure(let error) = outcome.withLock({ $0 }) { throw error }
  }
}
