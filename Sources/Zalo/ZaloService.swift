import Dispatch
import Dossiers
import Foundation
public import Logs
public import Reception
import Synchronization
import Workflow

/// The office's Zalo Official Account at work: events in, answers and messages out, on threads of its own.
public final class ZaloService: Sendable {
  /// The addressee's name in the outbox.
  public static let target = "zalo"

  public var webhook: ZaloWebhook {
    ZaloWebhook(configuration, store: installation.store, log: log, arrived: { [bell] in bell.signal() })
  }

  private let installation: Installation
  private let configuration: ZaloConfiguration
  private let conversation: Conversation
  private let messenger: Messenger
  private let notices: Notices
  private let targets: Set<String>
  private let log: any Log
  private let bell = DispatchSemaphore(value: 0)
  private let saying = DispatchSemaphore(value: 0)
  private let isStopping = Mutex(false)
  private let ended = DispatchSemaphore(value: 0)

  /// `targets` are all addressees of the outbox, this one among them.
  public init(
    _ installation: Installation, configuration: ZaloConfiguration, publicAddress: String?, targets: Set<String>,
    log: any Log
  ) {
    self.installation = installation
    self.configuration = configuration
    self.targets = targets.union([Self.target])
    self.log = log
    let links = LookupLinks(installation, publicAddress: publicAddress)
    conversation = Conversation(installation, configuration, links: links, log: log)
    notices = Notices(installation: installation, links: links)
    let client = ZaloClient(configuration)
    let tokens = ZaloTokens(configuration, client: client, store: installation.store, log: log)
    messenger = Messenger(installation, configuration, client: client, tokens: tokens, log: log)
  }

  public func start() {
    run("zalo.answering", bell) { [self] in try answer() }
    run("zalo.saying", saying) { [self] in try messenger.work() }
    log.notice("zalo.started")
  }

  /// Lets what is under way end. Whatever came is in the store and goes on with the next start.
  public func stop() {
    isStopping.withLock { $0 = true }
    bell.signal()
    saying.signal()
    ended.wait()
    ended.wait()
  }

  /// Works while there is something to do; then waits for a ring, or half a second.
  private func run(_ name: String, _ bell: DispatchSemaphore, _ work: @escaping @Sendable () throws -> Bool) {
    let thread = Thread { [self] in
      while !isStopping.withLock({ $0 }) {
        var worked = false
        do {
          worked = try work()
        } catch {
          log.error("\(name).failed", ("error", "\(error)"))
        }
        if !worked { _ = bell.wait(timeout: .now() + .milliseconds(500)) }
      }
      ended.signal()
    }
    thread.name = name
    thread.stackSize = 4 << 20
    thread.start()
  }

  private func answer() throws -> Bool {
    let now = Wall.now()
    var worked = false
    let events = try installation.store.claimChatEvents(
      limit: 8, receivedBefore: now.adding(milliseconds: -configuration.settleMilliseconds),
      until: now.adding(milliseconds: 300_000))
    for event in events {
      worked = true
      do {
        try installation.store.record(try conversation.answer(event))
      } catch {
        // Later ones of the same citizen wait for it; those of others go on.
        log.warning("zalo.event-failed", ("event", event.id), ("error", "\(error)"))
        let delay = min(600_000, Int64(2_000) << Int64(min(event.attempts, 10)))
        try installation.store.markFailed(
          chatEvent: event.id, error: "\(type(of: error))", retryAt: Wall.now().adding(milliseconds: delay))
      }
    }
    for chat in try installation.store.quietChats(
      since: now.adding(milliseconds: -Int64(configuration.quietSeconds) * 1000), limit: 50)
    {
      worked = true
      try installation.store.record(try conversation.ask(chat))
    }
    if try notify(now) { worked = true }
    if worked { saying.signal() }
    return worked
  }

  /// Whose chat brought it; by the delivery's key where a crash came before that was recorded.
  private func citizen(of dossier: Dossier) throws -> String? {
    if let citizen = try installation.store.citizen(of: dossier.id) { return citizen }
    guard dossier.channel == "zalo", let key = try installation.store.submissions(of: dossier.id).first?.idempotencyKey
    else { return nil }
    let parts = key.split(separator: ":")
    return parts.count > 2 && parts[0] == "zalo" ? String(parts[1]) : nil
  }

  /// From the outbox into the chats.
  private func notify(_ now: Timestamp) throws -> Bool {
    let messages = try installation.store.claimDeliveries(
      to: Self.target, limit: 50, until: now.adding(milliseconds: 60_000))
    for message in messages {
      if let dossier = try installation.store.dossier(message.dossier), let citizen = try citizen(of: dossier) {
        let (says, asksForPapers) = try notices.speeches(for: message, about: dossier)
        var turn = ChatTurn(chat: try installation.store.chat(with: citizen))
        turn.says = says.enumerated().map { ("outbox:\(message.id)#\($0.offset)", $0.element.json) }
        if asksForPapers, turn.chat.phase == .idle {
          turn.chat.phase = .gathering
          turn.chat.subject = dossier.id
        }
        if !says.isEmpty { try installation.store.record(turn) }
      }
      try installation.store.markDelivered(message.id, to: Self.target, of: targets)
    }
    return !messages.isEmpty
  }
}
