import Dossiers
import Foundation
import Glibc
public import Logs
public import Reception
import Storage
import Synchronization
public import Worker
import Workflow

/// The ways in and out over HTTP, for one installation.
public final class Service: RequestDispatcher {
  public struct Configuration: Sendable {
    /// The address that citizens know, without a slash at the end; nil: the one that the plan prints on receipts.
    public var publicAddress: String?
    /// A proxy in front of us tells the clients' addresses (`X-Forwarded-For`).
    public var isBehindProxy = false
    public var limits = ServingLimits()
    /// Where pictures of receipts are read.
    public var scratch: String
    /// Other services that tell us of events.
    public var webhooks: [any WebhookReceiver] = []
    /// Of a worker in the same process.
    public var workerMetrics: WorkerMetrics?

    public init(scratch: String) {
      self.scratch = scratch
    }
  }

  let installation: Installation
  let configuration: Configuration
  let log: any Log
  let metrics = Metrics()
  let storeMetrics: StoreMetrics
  let lookups: LookupDesk
  let links: LookupLinks
  let hosts: HostSlots
  let pictures: PagePictures
  private let keyGate: Gate
  private let addressGate: Gate
  /// Refused keys and codes that were not there: guessing is slowed.
  let misses: TokenBuckets
  private let state = Mutex(State())

  private struct State {
    var routes: [Route] = []
    var isStopping = false
  }

  public init(_ installation: Installation, configuration: Configuration, log: any Log) {
    self.installation = installation
    self.configuration = configuration
    self.log = log
    storeMetrics = StoreMetrics(installation.store)
    let limits = configuration.limits
    links = LookupLinks(installation, publicAddress: configuration.publicAddress)
    hosts = HostSlots(atOnce: limits.hostsAtOnce, patienceMilliseconds: limits.hostPatienceMilliseconds)
    pictures = PagePictures(scratch: configuration.scratch, slots: hosts)
    lookups = LookupDesk(installation, scratch: configuration.scratch, slots: hosts)
    keyGate = Gate(
      requestsPerMinute: limits.keyRequestsPerMinute, bytesPerMinute: limits.keyBytesPerMinute,
      uploadsAtOnce: limits.keyUploadsAtOnce)
    addressGate = Gate(
      requestsPerMinute: limits.addressRequestsPerMinute, bytesPerMinute: limits.addressBytesPerMinute,
      uploadsAtOnce: limits.addressUploadsAtOnce)
    misses = TokenBuckets(perMinute: limits.missesPerMinute)
    let routes = makeRoutes()
    state.withLock { $0.routes = routes }
  }

  /// What can be asked for, described with the catalogue as it is now.
  func makeRoutes() -> [Route] {
    submissionRoutes() + dossierRoutes() + officerRoutes() + operatorRoutes() + wellbeingRoutes() + pageRoutes()
      + webhookRoutes()
  }

  var routes: [Route] { state.withLock { $0.routes } }

  var isStopping: Bool { state.withLock { $0.isStopping } }

  /// From now on not ready for new work.
  func beginStopping() { state.withLock { $0.isStopping = true } }

  func cutOffConnection() { metrics.cutOff() }

  func begin(_ incoming: HTTPRequest) -> RequestHandling {
    metrics.began()
    let request = configuration.isBehindProxy ? incoming.forwarded(from: Self.clientAddress(of: incoming)) : incoming
    let language = Language(request)
    var isPage: Bool?
    do {
      let (route, values) = try find(request)
      isPage = route.isPage
      let (key, client) = try letIn(request, to: route)
      return try route.handle(
        Call(request: request, values: values, language: language, key: key, client: client))
    } catch {
      let refusal = refusal(for: error)
      return .answer(isPage ?? wantsPage(request) ? ErrorPage.answer(refusal, language) : refusal.answer(in: language))
    }
  }

  func ended(_ request: HTTPRequest, status: Int?, bytesReceived: Int64) {
    metrics.ended(status: status, bytesReceived: bytesReceived)
    guard bytesReceived > 0 else { return }
    let address = configuration.isBehindProxy ? Self.clientAddress(of: request) : request.address
    // Both are charged for what they sent, also where it was refused.
    addressGate.bytes.charge(Double(bytesReceived), to: ClientNetwork.name(of: address))
    if let id = Self.bearer(request).flatMap({ AccessKeyText($0) })?.id {
      keyGate.bytes.charge(Double(bytesReceived), to: id)
    }
  }

  /// A slot for an upload, held as long as its body comes in.
  func uploadSlot(_ call: Call) throws(Refusal) -> UploadSlots.Slot {
    try (call.key == nil ? addressGate : keyGate).upload(call.client)
  }

  private func find(_ request: HTTPRequest) throws(Refusal) -> (Route, [String: String]) {
    guard let segments = request.segments else { throw .badPath }
    // RFC 9112 6.3: both together is how one request is smuggled inside another.
    if request.isChunked, request.headers["content-length"] != nil { throw .ambiguousLength }
    var allowed: Set<String> = []
    for route in routes {
      guard let values = route.values(for: segments) else { continue }
      if route.method == request.method || (route.method == "GET" && request.method == "HEAD") {
        return (route, values)
      }
      allowed.insert(route.method)
    }
    guard allowed.isEmpty else { throw .wrongMethod(allowed) }
    throw .noSuchPath
  }

  /// The key, where the route asks for one, and whom the limits count.
  private func letIn(_ request: HTTPRequest, to route: Route) throws -> (AccessKey?, String) {
    let scope: AccessKey.Scope
    let network = ClientNetwork.name(of: request.address)
    switch route.access {
    case .open:
      try addressGate.enter(network)
      return (nil, network)
    // A service's events all come from its few servers; a wrong signature costs us one digest.
    case .signed: return (nil, network)
    case .scope(let needed): scope = needed
    }
    guard let word = Self.bearer(request) else { throw Refusal.noKey }
    guard let key = try AccessKeyText(word)?.find(in: installation.store) else {
      // A right key is never held up by the wrong ones of others behind the same address; these are answered ever
      // more slowly.
      if !misses.take(1, from: network) { usleep(300_000) }
      throw Refusal.wrongKey
    }
    guard key.scopes.contains(scope) else { throw Refusal.outOfScope(scope) }
    try keyGate.enter(key.id)
    return (key, key.id)
  }

  func refusal(for error: any Error) -> Refusal {
    switch error {
    case let refusal as Refusal: return refusal
    case let error as StoreError:
      switch error.code {
      case .notFound: return .noSuchThing
      case .keyReused: return .keyTakenElsewhere
      case .conflict: return .conflict(error)
      case .diskFull: return .full
      case .busy, .unavailable: return .busy
      default: break
      }
    case let error as StorageError where error.code == .diskFull: return .full
    case let error as StorageError where error.code == .notFound: return .noSuchThing
    case let error as ReceptionError where error.code == .unknownProcedure:
      return .unknownProcedure((try? installation.office.procedures)?.codeList)
    case let error as ReceptionError:
      if let cause = error.cause { return refusal(for: cause) }
    default: break
    }
    log.error("request-failed", ("error", String(describing: error)))
    return .fault
  }

  private static func bearer(_ request: HTTPRequest) -> String? {
    guard let header = request.headers["authorization"] else { return nil }
    let pieces = header.split(separator: " ", maxSplits: 1)
    guard pieces.count == 2, pieces[0].lowercased() == "bearer" else { return nil }
    return pieces[1].trimmingCharacters(in: .whitespaces)
  }

  /// The last address on the list is the one that our own proxy saw; what stands before it anybody can write.
  private static func clientAddress(of request: HTTPRequest) -> String {
    let last = request.headers["x-forwarded-for"]?.split(separator: ",").last
    let address = last?.trimmingCharacters(in: .whitespaces) ?? ""
    return address.isEmpty ? request.address : address
  }

  /// Whether a person is answered: also under an address that is none, below one of the pages' own.
  private func wantsPage(_ request: HTTPRequest) -> Bool {
    let first = request.path.split(separator: "/").first
    if request.headers["accept"]?.contains("text/html") == true, first != "v1" { return true }
    return routes.contains { $0.isPage && $0.template.split(separator: "/").first == first && first != nil }
  }
}
