import Dossiers
import Files
import Logs
import Reception
import Storage
import Worker
import Workflow

/// What follows from what a citizen does in a chat. Says nothing itself: the answer is a turn, to be recorded.
final class Conversation: Sendable {
  let installation: Installation
  let configuration: ZaloConfiguration
  let links: LookupLinks
  private let fetcher: AttachmentFetcher
  private let photo: ReceiptPhoto
  private let log: any Log
  private let guesses = GuessLimit()
  private static let fetchesTried = 4

  var store: any WorkflowStore { installation.store }

  init(_ installation: Installation, _ configuration: ZaloConfiguration, links: LookupLinks, log: any Log) {
    self.installation = installation
    self.configuration = configuration
    self.links = links
    self.log = log
    fetcher = AttachmentFetcher(configuration, files: installation.files)
    photo = ReceiptPhoto(scratch: installation.home.scratch)
  }

  /// Throws where the same may do better later.
  func answer(_ event: ChatEvent) throws -> ChatTurn {
    var reply = Reply(event, chat: try store.chat(with: event.citizen))
    switch event.kind {
    case "follow":
      reply.chat.isFollowing = true
      reply.say(ChatTexts.welcome)
    case "unfollow": reply.chat.isFollowing = false
    case "user_send_text":
      reply.chat.isFollowing = true
      try takeText(event.payload["message"]?["text"]?.string ?? "", &reply)
    case "user_send_image", "user_send_file": try takeFiles(&reply)
    case "user_submit_info": takeInfo(event.payload["info"], &reply)
    case "user_send_gif", "user_send_sticker", "user_send_audio", "user_send_video", "user_send_location",
      "user_send_link", "user_send_business_card":
      reply.say(ChatTexts.onlyFiles)
    // What the account itself sent, what was seen or received: nothing follows.
    default: break
    }
    return reply.turn
  }

  /// Asks a citizen who has fallen silent whether that is all.
  func ask(_ chat: Chat) throws -> ChatTurn {
    let count = try store.chatFiles(of: chat.citizen).count
    var turn = ChatTurn(chat: chat)
    turn.chat.askedAt = Wall.now()
    let heard = chat.heardAt?.milliseconds ?? 0
    turn.says = [("quiet:\(chat.citizen):\(chat.round):\(heard)", Speech(ChatTexts.quiet(files: count)).json)]
    return turn
  }

  // MARK: Texts

  private func takeText(_ text: String, _ reply: inout Reply) throws {
    let command = ChatCommand(SentText.text(text) ?? "")
    switch command {
    case .help: reply.say(ChatTexts.help)
    case .handIn:
      reply.chat.phase = .gathering
      reply.chat.subject = nil
      reply.say(ChatTexts.beginHandIn)
    case .done: try handIn(&reply)
    case .cancel:
      reply.chat.phase = .idle
      reply.chat.subject = nil
      reply.chat.askedAt = nil
      reply.turn.dropsFiles = true
      reply.say(ChatTexts.cancelled)
    case .lookUp(let code): try lookUp(code, &reply)
    case .supplement(let code): try supplement(code, &reply)
    case .returnBy(let way, let address): try chooseReturn(way, address, &reply)
    case .feedback(let words) where words.isEmpty: reply.say(ChatTexts.askFeedback)
    case .feedback(let words):
      reply.turn.feedback = String(words.prefix(4000))
      reply.say(ChatTexts.feedbackThanks)
    case .other(let words): try takeOther(words, &reply)
    }
  }

  private func takeOther(_ words: String, _ reply: inout Reply) throws {
    switch reply.chat.phase {
    case .givingAddress where !words.isEmpty:
      let address = String(words.prefix(500))
      reply.chat.address = address
      try chooseReturn(.post, address, &reply)
    case .lookingUp: reply.say(ChatTexts.notACode)
    case .gathering where reply.chat.askedAt != nil && ChatCommand.agrees(words): try handIn(&reply)
    case .gathering: reply.say(ChatTexts.quiet(files: try store.chatFiles(of: reply.event.citizen).count))
    case .idle, .givingAddress: reply.say(ChatTexts.notUnderstood)
    }
  }

  private func takeInfo(_ info: JSONValue?, _ reply: inout Reply) {
    reply.chat.name = info?["name"]?.string ?? reply.chat.name
    // Zalo gives numbers both as strings and as numbers.
    reply.chat.phone = info?["phone"].flatMap { $0.string ?? $0.integer.map { String($0) } } ?? reply.chat.phone
    let place = ["address", "ward", "district", "city"].compactMap { info?[$0]?.string }.filter { !$0.isEmpty }
    if !place.isEmpty { reply.chat.address = place.joined(separator: ", ") }
    reply.say(ChatTexts.infoThanks)
  }

  // MARK: Looking up

  private func lookUp(_ code: DossierCode?, _ reply: inout Reply) throws {
    if let code {
      reply.chat.phase = reply.chat.phase == .lookingUp ? .idle : reply.chat.phase
      guard guesses.allows(reply.event.citizen) else {
        reply.say(ChatTexts.tooManyGuesses)
        return
      }
      let answer = try Lookup(installation).answer(typed: code.description)
      if answer.standing == nil { guesses.missed(reply.event.citizen) }
      try say(answer, &reply)
    } else if let own = try ownDossier(nil, reply.event.citizen) {
      try say(try Lookup(installation).answer(dossier: own), of: own, &reply)
      if reply.chat.phase == .idle { reply.chat.phase = .lookingUp }
    } else {
      if reply.chat.phase == .idle { reply.chat.phase = .lookingUp }
      reply.say(ChatTexts.askCode)
    }
  }

  private func say(_ answer: LookupAnswer, of known: Dossier? = nil, _ reply: inout Reply) throws {
    var dossier = known
    if dossier == nil, let code = answer.standing?.code { dossier = try store.dossier(code: code) }
    var remedies: [Problem] = []
    var link: String?
    if let dossier {
      if dossier.state == .rejected {
        remedies = try store.problems(of: dossier.id)
          .filter { $0.settledAt == nil && $0.problem.severity == .rejects }.map(\.problem)
      }
      // The signed address of the receipt is its holder's; who typed a code gets the plain page.
      link =
        try answer.receipt == nil && known == nil
        ? "\(links.base())/t/\(dossier.code ?? "")" : links.page(of: dossier)
    }
    reply.say(ChatTexts.fitting(ChatTexts.standing(answer, link: link, remedies: remedies)))
  }

  // MARK: Files

  private func takeFiles(_ reply: inout Reply) throws {
    reply.chat.isFollowing = true
    let attachments = Attachment.all(in: reply.event.payload)
    guard !attachments.isEmpty else {
      reply.say(ChatTexts.onlyFiles)
      return
    }
    let gathered = try store.chatFiles(of: reply.event.citizen)
    guard gathered.count + attachments.count <= configuration.filesPerDossier else {
      reply.say(ChatTexts.tooManyFiles(configuration.filesPerDossier))
      return
    }
    let files: [ChatFile]
    do {
      files = try fetcher.fetch(attachments, of: reply.event, firstNumber: gathered.count + 1)
    } catch let failure as AttachmentFetcher.Failure {
      log.warning("zalo.not-fetched", ("event", reply.event.id), ("reason", "\(failure)"))
      switch failure {
      case .passing where reply.event.attempts + 1 < Self.fetchesTried: throw failure
      case .passing, .gone: reply.say(ChatTexts.notFetched)
      case .tooLarge: reply.say(ChatTexts.tooLarge(configuration.fileMegabytes))
      case .notAllowed: reply.say(ChatTexts.wrongPlace)
      }
      return
    }
    if try answerReceipts(files, &reply) { return }
    if let closedAt = reply.chat.closedAt, reply.event.saidAt < closedAt,
      let last = try store.dossiers(fromChatWith: reply.event.citizen).first
    {
      // Sent before the word that handed the dossier in, told after it: it belongs to that dossier.
      try submit(files, key: "late:\(reply.event.id)", supplementing: last, &reply)
      reply.say(ChatTexts.lateFiles(files.count))
      return
    }
    reply.turn.gathers = files
    if reply.chat.phase != .gathering {
      reply.chat.phase = .gathering
      reply.chat.subject = nil
    }
    reply.chat.askedAt = nil
    if gathered.isEmpty { reply.say(ChatTexts.firstFile) }
  }

  /// A picture of one of our receipts asks where its dossier stands. False where there is none.
  private func answerReceipts(_ files: [ChatFile], _ reply: inout Reply) throws -> Bool {
    guard files.count == 1, let file = files.first else { return false }
    let descriptor = try installation.files.open(file.sha256)
    let reading = try withExtendedLifetime(descriptor) { try photo.read("/proc/self/fd/\(descriptor.raw)") }
    guard reading.showsReceipt else {
      guard reply.chat.phase == .lookingUp else { return false }
      reply.say(ChatTexts.fitting(try Lookup(installation).answer(receiptTexts: reading.texts).finding.vi))
      reply.chat.phase = .idle
      return true
    }
    if reply.chat.phase == .lookingUp { reply.chat.phase = .idle }
    try say(try Lookup(installation).answer(receiptTexts: reading.texts), &reply)
    return true
  }
}
