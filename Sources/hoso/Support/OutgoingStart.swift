import Logs
import Reception
import Serving
import Zalo

/// Whoever is told of what happens, as the home's files name them: reception systems, and citizens through Zalo.
struct OutgoingStart {
  private let zalo: ZaloService?
  private let events: EventDelivery?

  init(_ installation: Installation, publicAddress: String?, log: any Log) throws {
    let targets = try Self.targets(installation)
    events = targets.events.isEmpty ? nil : EventDelivery(installation, targets: targets, log: log)
    let path = OutboxTargets.zaloFile(in: installation.home)
    guard let bytes = try Self.secretFile(path) else {
      zalo = nil
      return
    }
    do {
      zalo = ZaloService(
        installation, configuration: try ZaloConfiguration.read(bytes, path: path), publicAddress: publicAddress,
        targets: targets.names, log: log)
    } catch {
      throw ConfigurationError(error.description)
    }
  }

  /// For a worker: systems that call nobody back. nil where there are none.
  static func events(_ installation: Installation, log: any Log) throws -> EventDelivery? {
    let targets = try targets(installation)
    return targets.events.isEmpty ? nil : EventDelivery(installation, targets: targets, log: log)
  }

  var webhooks: [any WebhookReceiver] { zalo.map { [ZaloRoute(webhook: $0.webhook)] } ?? [] }

  func start() {
    zalo?.start()
    events?.start()
  }

  func stop() {
    zalo?.stop()
    events?.stop()
  }

  private static func targets(_ installation: Installation) throws -> OutboxTargets {
    do {
      return try OutboxTargets.read(installation.home)
    } catch let error as ReceptionError {
      throw ConfigurationError(error.message)
    }
  }

  private static func secretFile(_ path: String) throws -> [UInt8]? {
    do {
      return try OutboxTargets.secretFile(path)
    } catch let error as ReceptionError {
      throw ConfigurationError(error.message)
    }
  }
}

/// Zalo's webhook as the server sees it.
private struct ZaloRoute: WebhookReceiver {
  let webhook: ZaloWebhook
  var path: String { ZaloWebhook.path }
  var limit: Int64 { ZaloWebhook.limit }

  func receive(headers: [String: String], body: [UInt8]) throws -> WebhookAnswer {
    switch try webhook.receive(headers: headers, body: body) {
    case .taken: .taken
    case .wrongSignature: .wrongSignature
    case .malformed: .malformed
    }
  }
}
