import Digests
import Dispatch
import Dossiers
import Foundation
import HTTPClient
public import Logs
import Synchronization
import Workflow

/// Tells reception systems of what happens: each message of the outbox is posted to each of them, signed, until it is
/// taken. On a thread a target, so that one that is away holds nobody up.
///
/// Headers: `X-Hoso-Event-Id` is the same each time a message is told; `X-Hoso-Timestamp` is in seconds;
/// `X-Hoso-Signature` is `sha256=` and the hexadecimal HMAC-SHA-256 of timestamp, a full stop and the body.
public final class EventDelivery: Sendable {
  private let installation: Installation
  private let targets: [EventTarget]
  private let names: Set<String>
  private let http = HTTPClient(limits: ClientLimits(responseBytes: 64 << 10, totalSeconds: 20, connectSeconds: 5))
  private let log: any Log
  private let isStopping = Mutex(false)
  private let ended = DispatchSemaphore(value: 0)
  private let wake: [DispatchSemaphore]

  public init(_ installation: Installation, targets: OutboxTargets, log: any Log) {
    self.installation = installation
    self.targets = targets.events
    names = targets.names
    self.log = log
    wake = targets.events.map { _ in DispatchSemaphore(value: 0) }
  }

  public func start() {
    for (index, target) in targets.enumerated() {
      let thread = Thread { [self] in
        while !isStopping.withLock({ $0 }) {
          var told = false
          do {
            told = try tell(target)
          } catch {
            log.error("events.failed", ("target", target.name), ("error", "\(error)"))
          }
          if !told { _ = wake[index].wait(timeout: .now() + .milliseconds(500)) }
        }
        ended.signal()
      }
      thread.stackSize = 2 << 20
      thread.start()
    }
  }

  /// Lets what is under way end; the rest waits in the outbox.
  public func stop() {
    isStopping.withLock { $0 = true }
    for bell in wake { bell.signal() }
    for _ in targets { ended.wait() }
  }

  /// False where there was nothing to tell.
  private func tell(_ target: EventTarget) throws -> Bool {
    let store = installation.store
    let messages = try store.claimDeliveries(
      to: target.target, limit: 10, until: Self.now().adding(milliseconds: 300_000))
    for message in messages {
      if isStopping.withLock({ $0 }) {
        try store.markUndelivered(message.id, to: target.target, error: "stopped", retryAt: Self.now())
        continue
      }
      guard target.wants(message.topic) else {
        try store.markDelivered(message.id, to: target.target, of: names)
        continue
      }
      if let failure = try post(message, to: target) {
        log.warning("events.not-taken", ("target", target.name), ("message", message.id), ("reason", failure))
        try store.markUndelivered(
          message.id, to: target.target, error: failure, retryAt: Self.retry(after: message.attempts))
      } else {
        try store.markDelivered(message.id, to: target.target, of: names)
      }
    }
    return !messages.isEmpty
  }

  /// Why it was not taken; nil where it was.
  private func post(_ message: OutboxMessage, to target: EventTarget) throws -> String? {
    let code = try installation.store.dossier(message.dossier)?.code
    let body: JSONValue = [
      "id": .integer(message.id), "topic": .string(message.topic), "at": .string(VietnamTime(message.at).iso),
      "dossier": .string(message.dossier.rawValue), "code": code.map { .string($0) } ?? .null,
      "data": message.payload,
    ]
    let text = body.canonical
    let seconds = Self.now().milliseconds / 1000
    let mac = MessageAuthentication.hmacSHA256(key: Array(target.secret.utf8), message: "\(seconds).\(text)")
    do {
      let response = try http.send(
        OutgoingRequest(
          "POST", target.url,
          headers: [
            ("Content-Type", "application/json"), ("X-Hoso-Event-Id", "\(message.id)"),
            ("X-Hoso-Timestamp", "\(seconds)"), ("X-Hoso-Signature", "sha256=\(Hexadecimal.encode(mac))"),
          ], body: .bytes(Array(text.utf8))))
      return response.isSuccess ? nil : "status \(response.status)"
    } catch {
      return error.code.rawValue
    }
  }

  /// Twice as long after each failure, up to an hour, with a quarter up or down.
  private static func retry(after attempts: Int) -> Timestamp {
    let plain: Int64 = min(3_600_000, 1_000 << Int64(min(attempts, 20)))
    return now().adding(milliseconds: plain + Int64.random(in: -plain / 4...plain / 4))
  }

  private static func now() -> Timestamp {
    Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }
}
