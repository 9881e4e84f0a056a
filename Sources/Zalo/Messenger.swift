import Dossiers
import Files
import Logs
import Reception
import Storage
import Synchronization
import Workflow

/// Says what is to be said, in order for each citizen: freely within 48 hours of what they last wrote, by approved
/// templates after that, never faster than the account may.
final class Messenger: Sendable {
  private let configuration: ZaloConfiguration
  private let client: ZaloClient
  private let tokens: ZaloTokens
  private let installation: Installation
  private let log: any Log
  /// Nothing is sent before then.
  private let pausedUntil = Mutex(Timestamp(milliseconds: 0))

  private static let triesAllowed = 12
  private static let waitingDays: Int64 = 30
  /// Zalo takes larger files from nobody.
  private static let uploadLimit = 5 << 20
  private static let hour: Int64 = 3_600_000

  private var store: any WorkflowStore { installation.store }

  init(
    _ installation: Installation, _ configuration: ZaloConfiguration, client: ZaloClient, tokens: ZaloTokens,
    log: any Log
  ) {
    self.installation = installation
    self.configuration = configuration
    self.client = client
    self.tokens = tokens
    self.log = log
  }

  /// Says what is due. False where there was nothing to say, or it is not the time.
  func work() throws -> Bool {
    let now = Wall.now()
    guard pausedUntil.withLock({ $0 <= now }) else { return false }
    // One message of each citizen at a time: a later one waits until the earlier is through.
    let due = try store.claimChatMessages(limit: 1, until: now.adding(milliseconds: 120_000))
    for message in due { try say(message, now) }
    return !due.isEmpty
  }

  private func say(_ message: ChatMessage, _ now: Timestamp) throws {
    guard let speech = Speech(message.content) else {
      try store.giveUp(chatMessage: message.id, error: "not a message of this program")
      return
    }
    let chat = try store.chat(with: message.citizen)
    let heard = chat.heardAt?.milliseconds ?? 0
    let isOpen = chat.isFollowing && now.milliseconds - heard < Int64(configuration.answerHours) * Self.hour
    // Even spacing: the account's allowance is never used up at once.
    pause(until: now.adding(milliseconds: 60_000 / Int64(configuration.messagesPerMinute)))
    do {
      if isOpen {
        try withToken { try self.send(speech, to: message.citizen, token: $0) }
      } else {
        guard try sendTemplate(speech, message, chat) else {
          try wait(message, speech, chat, now)
          return
        }
      }
      try store.markSaid(message.id)
      log.debug("zalo.said", ("message", message.id))
    } catch let error as ZaloError {
      try putOff(message, error, now)
    }
  }

  private func send(_ speech: Speech, to citizen: String, token: String) throws {
    switch speech.content {
    case .text(let text): try client.send(text, to: citizen, token: token)
    case .file(let sha256, let name):
      let bytes = try installation.files.open(sha256).readToEnd(limit: Self.uploadLimit)
      try client.send(upload: try client.upload(bytes, name: name, token: token), to: citizen, token: token)
    }
  }

  /// False where no template fits, or the citizen's number is not known.
  private func sendTemplate(_ speech: Speech, _ message: ChatMessage, _ chat: Chat) throws -> Bool {
    guard let topic = speech.topic, let template = configuration.templates[topic], let phone = chat.phone else {
      return false
    }
    let data = JSONValue.object(speech.values.mapValues { .string($0) })
    try withToken {
      try self.client.send(
        template: template, data: data, phone: Self.international(phone), trackingID: "hoso-\(message.id)", token: $0)
    }
    return true
  }

  /// News wait until the citizen writes again, which opens the chat for another 48 hours.
  private func wait(_ message: ChatMessage, _ speech: Speech, _ chat: Chat, _ now: Timestamp) throws {
    guard speech.topic != nil else {
      // An answer is of no use any more.
      try store.giveUp(chatMessage: message.id, error: "not heard for \(configuration.answerHours) hours")
      return
    }
    let age = now.milliseconds - message.at.milliseconds
    guard chat.isFollowing, age < Self.waitingDays * 24 * Self.hour else {
      try store.giveUp(chatMessage: message.id, error: chat.isFollowing ? "never heard again" : "unfollowed")
      return
    }
    try store.markUnsaid(
      message.id, error: "not heard for \(configuration.answerHours) hours",
      retryAt: now.adding(milliseconds: 6 * Self.hour), counts: false)
  }

  private func putOff(_ message: ChatMessage, _ error: ZaloError, _ now: Timestamp) throws {
    log.warning("zalo.not-said", ("message", message.id), ("error", "\(error)"))
    switch error {
    case .limited:
      pause(until: now.adding(milliseconds: 60_000))
      try store.markUnsaid(
        message.id, error: "\(error)", retryAt: now.adding(milliseconds: 60_000), counts: false)
    case .closed:
      try store.markUnsaid(
        message.id, error: "\(error)", retryAt: now.adding(milliseconds: 6 * Self.hour), counts: false)
      let age = now.milliseconds - message.at.milliseconds
      if age > Self.waitingDays * 24 * Self.hour { try store.giveUp(chatMessage: message.id, error: "\(error)") }
    case .refused where message.attempts >= 2, _ where message.attempts >= Self.triesAllowed:
      try store.giveUp(chatMessage: message.id, error: "\(error)")
    case .unreachable, .unauthorised, .refused:
      let delay = min(Self.hour, 1000 << Int64(min(message.attempts, 12)))
      try store.markUnsaid(
        message.id, error: "\(error)", retryAt: now.adding(milliseconds: delay), counts: true)
    }
  }

  /// Once more with a fresh token where the present one is refused: it may have been taken back before its time.
  private func withToken(_ body: (String) throws -> Void) throws {
    let token = try tokens.access()
    do {
      try body(token)
    } catch ZaloError.unauthorised {
      try body(try tokens.access(refused: token))
    }
  }

  private func pause(until time: Timestamp) {
    pausedUntil.withLock { $0 = max($0, time) }
  }

  /// `0912 345 678` is `84912345678` to the templates' interface.
  private static func international(_ phone: String) -> String {
    let digits = phone.filter(\.isNumber)
    return digits.hasPrefix("0") ? "84" + digits.dropFirst() : digits
  }
}
