import Dossiers
import Testing
import Workflow

@Suite("Chats, deliveries and tokens")
struct ChatTests {
  private func event(_ id: String, _ citizen: String, _ said: Int64) -> ChatEvent {
    ChatEvent(
      id: id, citizen: citizen, kind: "user_send_text", payload: ["message": ["text": "xin chào"]],
      saidAt: Timestamp(milliseconds: said))
  }

  private func claimed(_ scenario: Scenario) throws -> [String] {
    let now = scenario.clock.now().wall
    return try scenario.store.claimChatEvents(limit: 10, receivedBefore: now, until: now.adding(milliseconds: 60_000))
      .map(\.id)
  }

  @Test(
    "an event is kept once, and a citizen's events are worked on one after the other, as they were said",
    arguments: Backend.all)
  func order(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let store = scenario.store
    #expect(try store.receive(event("e2", "an", 2000)))
    #expect(try store.receive(event("e1", "an", 1000)))
    #expect(try store.receive(event("b1", "binh", 5000)))
    #expect(try !store.receive(event("e1", "an", 1000)))
    #expect(try Set(claimed(scenario)) == ["e1", "b1"])
    #expect(try claimed(scenario).isEmpty)
    try store.markFailed(chatEvent: "e1", error: "away", retryAt: scenario.clock.now().wall.adding(milliseconds: 500))
    #expect(try claimed(scenario).isEmpty)
    scenario.clock.advance(600)
    #expect(try claimed(scenario) == ["e1"])
    #expect(try store.record(ChatTurn(event: "e1", chat: store.chat(with: "an"))))
    #expect(try !store.record(ChatTurn(event: "e1", chat: store.chat(with: "an"))))
    #expect(try claimed(scenario) == ["e2"])
    #expect(try store.chat(with: "an").heardAt != nil)
  }

  @Test("a turn keeps state, files, dossier, feedback and words together", arguments: Backend.all)
  func turns(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let store = scenario.store
    _ = try store.receive(event("e1", "an", 1000))
    var chat = try store.chat(with: "an")
    chat.phase = .gathering
    chat.phone = "0900000000"
    let file = ChatFile(
      event: "e1", ordinal: 0, name: "ảnh.jpg", sha256: Scenario.digest(7), byteCount: 12,
      saidAt: Timestamp(milliseconds: 1000))
    var turn = ChatTurn(
      event: "e1", chat: chat, gathers: [file], says: [("k1", ["text": "một"]), ("k2", ["text": "hai"])])
    turn.feedback = "tốt"
    #expect(try store.record(turn))
    let again = try scenario.reopened()
    #expect(try again.chat(with: "an").phase == .gathering)
    #expect(try again.chat(with: "an").phone == "0900000000")
    #expect(try again.chatFiles(of: "an") == [file])
    #expect(try again.referencedFiles().contains(Scenario.digest(7)))
    #expect(try again.feedback(limit: 5).map(\.words) == ["tốt"])
    let id = try scenario.submit().dossier.id
    var made = ChatTurn(chat: chat, says: [("k1", ["text": "một lần nữa"])])
    made.made = id
    made.dropsFiles = true
    _ = try store.record(made)
    #expect(try store.chatFiles(of: "an").isEmpty)
    #expect(try store.dossiers(fromChatWith: "an") == [id])
    #expect(try store.citizen(of: id) == "an")

    let until = scenario.clock.now().wall.adding(milliseconds: 60_000)
    let first = try store.claimChatMessages(limit: 10, until: until)
    #expect(first.map { $0.content["text"]?.string } == ["một"])
    try store.markSaid(first[0].id)
    let second = try store.claimChatMessages(limit: 10, until: until)
    #expect(second.map { $0.content["text"]?.string } == ["hai"])
    try store.giveUp(chatMessage: second[0].id, error: "x")
    scenario.clock.advance(120_000)
    #expect(try store.claimChatMessages(limit: 10, until: until).isEmpty)
  }

  @Test("a chat is quiet when files are gathered, nobody was heard since, and nobody asked", arguments: Backend.all)
  func quiet(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let store = scenario.store
    _ = try store.receive(event("e1", "an", 1000))
    var chat = try store.chat(with: "an")
    chat.phase = .gathering
    let file = ChatFile(
      event: "e1", ordinal: 0, name: "a.jpg", sha256: Scenario.digest(1), byteCount: 1,
      saidAt: Timestamp(milliseconds: 1))
    #expect(try store.record(ChatTurn(event: "e1", chat: chat, gathers: [file])))
    let now = scenario.clock.now().wall
    #expect(try store.quietChats(since: now, limit: 5).isEmpty)
    #expect(try store.quietChats(since: now.adding(milliseconds: 1), limit: 5).map(\.citizen) == ["an"])
    chat.askedAt = now
    _ = try store.record(ChatTurn(chat: chat))
    #expect(try store.quietChats(since: now.adding(milliseconds: 1), limit: 5).isEmpty)
  }

  @Test("every addressee gets a message once claimed, and it counts as sent when all have it", arguments: Backend.all)
  func deliveries(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let store = scenario.store
    let id = try scenario.submit(documentStages: false).dossier.id
    try scenario.record(scenario.claimOne(), .dossierEnds(.handedOff))
    let both: Set = ["zalo", "events:a"]
    func claim(_ target: String) throws -> [OutboxMessage] {
      try store.claimDeliveries(to: target, limit: 5, until: scenario.clock.now().wall.adding(milliseconds: 1000))
    }
    let message = try #require(try claim("zalo").first)
    #expect(message.dossier == id)
    #expect(try claim("zalo").isEmpty)
    #expect(try claim("events:a").map(\.id) == [message.id])
    try store.markDelivered(message.id, to: "zalo", of: both)
    #expect(try store.tally().outboxPending == 1)
    try store.markUndelivered(
      message.id, to: "events:a", error: "status 500", retryAt: scenario.clock.now().wall.adding(milliseconds: 5000))
    scenario.clock.advance(2000)
    #expect(try claim("zalo").isEmpty)
    #expect(try claim("events:a").isEmpty)
    scenario.clock.advance(4000)
    #expect(try claim("events:a").map(\.attempts) == [1])
    try store.markDelivered(message.id, to: "events:a", of: both)
    #expect(try store.tally().outboxPending == 0)
  }

  @Test("a message that is not taken holds its dossier's later ones back, for a dozen tries", arguments: Backend.all)
  func keepsOrder(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let store = scenario.store
    func handOff() throws {
      try scenario.submit(documentStages: false)
      let lease = try scenario.claimOne()
      var record = scenario.result(lease, .dossierEnds(.handedOff))
      record.outbox = [("dossier.receipt-issued", .null)]
      try store.record(record, under: lease.token)
    }
    func claim() throws -> [OutboxMessage] {
      try store.claimDeliveries(
        to: "events:a", limit: 9, until: scenario.clock.now().wall.adding(milliseconds: 1000))
    }
    try handOff()
    try handOff()
    let first = try claim()
    #expect(first.map(\.topic) == ["dossier.receipt-issued", "dossier.receipt-issued"])
    #expect(try claim().isEmpty)
    try store.markDelivered(first[1].id, to: "events:a", of: ["events:a"])
    let next = try claim()
    #expect(next.map(\.topic) == ["dossier.handed-off"])
    #expect(next.map(\.dossier) == [first[1].dossier])
    try store.markDelivered(next[0].id, to: "events:a", of: ["events:a"])
    for attempt in 1...12 {
      try store.markUndelivered(first[0].id, to: "events:a", error: "status 500", retryAt: scenario.clock.now().wall)
      let again = try claim()
      #expect(again.map(\.id) == (attempt < 12 ? [first[0].id] : [first[0].id, first[0].id + 1]), "\(attempt)")
    }
  }

  @Test("one process renews a token, and another first token begins anew", arguments: Backend.all)
  func tokens(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let store = scenario.store
    func begin(_ seed: String) throws -> Bool {
      try store.beginRenewing(
        "zalo", seed: seed, firstRefresh: "first-\(seed)", until: scenario.clock.now().wall.adding(milliseconds: 1000))
    }
    #expect(try begin("s"))
    #expect(try !begin("s"))
    #expect(try store.token(of: "zalo")?.refresh == "first-s")
    try store.keep(
      ServiceToken(
        service: "zalo", seed: "s", access: "a", refresh: "r", expiresAt: scenario.clock.now().wall))
    #expect(try store.token(of: "zalo")?.access == "a")
    #expect(try begin("s"))
    #expect(try begin("t"))
    #expect(try store.token(of: "zalo")?.refresh == "first-t")
  }

  @Test("who refused or withdrew a dossier shows in it", arguments: Backend.all)
  func endings(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let refused = try scenario.submit().dossier.id
    try scenario.store.reject(refused, by: "Cán bộ A", reason: BilingualText(vi: "Sai nơi nộp", en: "Wrong office"))
    #expect(try scenario.dossier(refused).ending == .refused)
    let withdrawn = try scenario.submit().dossier.id
    #expect(try scenario.dossier(withdrawn).ending == nil)
    try scenario.store.withdraw(withdrawn, by: "Người nộp")
    #expect(try scenario.dossier(withdrawn).state == .cancelled)
    #expect(try scenario.dossier(withdrawn).ending == .withdrawn)
    #expect(errorCode { try scenario.store.withdraw(withdrawn, by: "Người nộp") } == .conflict)
    #expect(try !scenario.store.hasUnfinishedWork())
    #expect(try scenario.store.dossiers(DossierFilter()).count == 2)
  }
}
