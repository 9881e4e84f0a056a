import Dossiers
import Reception
import Workflow

/// What a citizen does with dossiers of their own.
extension Conversation {
  /// Hands in what was gathered: a dossier, or a supplement to the one that is spoken of.
  func handIn(_ reply: inout Reply) throws {
    let files = try store.chatFiles(of: reply.event.citizen)
    guard !files.isEmpty else {
      reply.chat.phase = .gathering
      reply.say(ChatTexts.nothingGathered)
      return
    }
    let subject = reply.chat.subject
    let answer: SubmissionAnswer
    do {
      answer = try submit(files, key: "round:\(reply.chat.round)", supplementing: subject, &reply)
    } catch let error as ReceptionError where subject != nil && (error.cause as? StoreError)?.code == .conflict {
      reply.chat.subject = nil
      reply.chat.phase = .idle
      reply.say(ChatTexts.takesNoSupplement)
      return
    }
    let link = try links.page(answer.submission.id, receipt: try store.receipt(of: answer.dossier.id))
    reply.say(
      subject == nil
        ? ChatTexts.handedIn(files: files.count, link: link)
        : ChatTexts.supplemented(files: files.count, link: link))
    reply.turn.made = answer.dossier.id
    reply.turn.dropsFiles = true
    reply.chat.phase = .idle
    reply.chat.subject = nil
    reply.chat.round += 1
    reply.chat.askedAt = nil
    reply.chat.closedAt = reply.event.saidAt
  }

  /// The same key again is the same delivery: what a crash left half-done is not done twice.
  @discardableResult
  func submit(
    _ files: [ChatFile], key: String, supplementing dossier: DossierID?, _ reply: inout Reply
  ) throws -> SubmissionAnswer {
    var details = DossierDetails(procedure: configuration.procedure, key: "zalo:\(reply.event.citizen):\(key)")
    if let dossier, let known = try store.dossier(dossier) { details.procedure = known.procedure }
    let sender = DossierDetails.Sender(
      name: reply.chat.name, phone: reply.chat.phone, address: reply.chat.address)
    if sender != DossierDetails.Sender() { details.sender = sender }
    let answer = try Enqueuer(installation, channel: "zalo").enqueue(
      stored: files.map { NewSubmission.File(name: $0.name, sha256: $0.sha256, byteCount: $0.byteCount) },
      details: details, supplements: dossier)
    installation.ringBell()
    return answer
  }

  func supplement(_ code: DossierCode?, _ reply: inout Reply) throws {
    guard let dossier = try ownDossier(code?.description, reply.event.citizen) else {
      reply.say(code == nil ? ChatTexts.noDossier : ChatTexts.notYours)
      return
    }
    guard dossier.state != .cancelled, dossier.state != .resultReady else {
      reply.say(ChatTexts.takesNoSupplement)
      return
    }
    reply.chat.phase = .gathering
    reply.chat.subject = dossier.id
    reply.say(ChatTexts.beginSupplement(dossier.code ?? "vừa nộp"))
  }

  func chooseReturn(_ way: ReturnChoice.Way, _ address: String?, _ reply: inout Reply) throws {
    guard let dossier = try ownDossier(nil, reply.event.citizen) else {
      reply.say(ChatTexts.noDossier)
      return
    }
    let place = address ?? reply.chat.address
    if way == .post, place == nil {
      reply.chat.phase = .givingAddress
      reply.say(ChatTexts.askAddress)
      return
    }
    let choice = ReturnChoice(way: way, address: way == .post ? place : nil)
    try store.chooseReturn(choice, of: dossier.id, by: "zalo")
    if reply.chat.phase == .givingAddress { reply.chat.phase = .idle }
    reply.say(ChatTexts.returnChosen(choice))
  }

  /// The dossier of that code where this chat handed it in; without a code the newest.
  func ownDossier(_ code: String?, _ citizen: String) throws -> Dossier? {
    let own = try store.dossiers(fromChatWith: citizen)
    guard let code else { return try own.first.flatMap { try store.dossier($0) } }
    guard let dossier = try store.dossier(code: code), own.contains(dossier.id) else { return nil }
    return dossier
  }
}
