import Dossiers
import Testing
import Workflow

@Suite("Quarantine")
struct QuarantineTests {
  private static let reason = BilingualText(vi: "Tệp không mở được.", en: "The file cannot be opened.")

  /// A dossier whose last document is in quarantine, the others accepted; its own task parked by the gate.
  private func setAside(_ scenario: Scenario, files: Int) throws -> (DossierID, QuarantinedTask) {
    let id = try scenario.submit(files: files).dossier.id
    for _ in 1..<files { try scenario.record(scenario.claimOne(), .documentEnds(.accepted)) }
    for strike in 1...3 {
      try scenario.record(
        scenario.claimOne(), outcome: "strike",
        .strike(error: "signal 11", evidence: ["signal": 11, "page": .integer(Int64(strike))]))
    }
    try scenario.record(scenario.claimOne(), outcome: "review", .review(resumeAt: "check"))
    return (id, try #require(try scenario.store.quarantined(limit: 9).first))
  }

  @Test("every strike is listed with its evidence, the document and its dossier", arguments: Backend.all)
  func lists(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let (id, entry) = try setAside(scenario, files: 2)
    #expect(entry.task.dossier == id && entry.dossierState == .review)
    #expect(entry.document?.ordinal == 2 && entry.task.state == .quarantined && entry.task.stage == "read")
    #expect(entry.strikes.map { $0.evidence["page"]?.integer } == [1, 2, 3])
    #expect(entry.strikes.allSatisfy { $0.error == "signal 11" && $0.worker == scenario.worker && $0.stage == "read" })
    #expect(try scenario.store.quarantined(entry.task.id)?.task.id == entry.task.id)
    #expect(try scenario.store.quarantined(scenario.dossierTask(id).id) == nil)
  }

  @Test("a released document is tried again with its strikes at zero, by whom is in the record", arguments: Backend.all)
  func releases(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let (id, entry) = try setAside(scenario, files: 2)
    try scenario.store.release(quarantined: entry.task.id, by: "Vận hành B")
    #expect(try scenario.store.quarantined(limit: 9).isEmpty)
    #expect(try scenario.openProblems(id).isEmpty)
    #expect(try scenario.dossier(id).state == .received)
    let event = try #require(try scenario.store.events(of: id).last)
    #expect(event.type == "quarantine.released" && event.actor == "Vận hành B" && event.task == entry.task.id)
    let lease = try scenario.claimOne()
    #expect(lease.task.id == entry.task.id && lease.task.strikes == 0 && lease.task.stage == "read")
    for strike in 4...6 {
      let held = strike == 4 ? lease : try scenario.claimOne()
      try scenario.record(
        held, outcome: "strike", .strike(error: "signal 6", evidence: ["page": .integer(Int64(strike))]))
    }
    let again = try #require(try scenario.store.quarantined(limit: 9).first)
    #expect(again.strikes.map { $0.evidence["page"]?.integer } == [4, 5, 6], "the earlier ones were cleared")
  }

  @Test("a dropped document is refused with its reason, and its dossier goes on without it", arguments: Backend.all)
  func drops(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let (id, entry) = try setAside(scenario, files: 2)
    try scenario.store.drop(quarantined: entry.task.id, by: "Vận hành B", reason: Self.reason)
    #expect(try scenario.store.documents(of: id).map(\.state) == [.accepted, .cancelled])
    #expect(try scenario.task(entry.task.id).state == .cancelled)
    let open = try scenario.store.problems(of: id).filter { $0.settledAt == nil }
    #expect(open.map(\.problem.code.rawValue) == ["document.dropped"])
    #expect(open.first?.problem.severity == .warning && open.first?.problem.message == Self.reason)
    let event = try #require(try scenario.store.events(of: id).last { $0.type == "quarantine.dropped" })
    #expect(event.actor == "Vận hành B" && event.document == entry.document?.id)
    #expect(try scenario.store.pendingMessages(limit: 9).map(\.topic) == ["dossier.in-review", "document.refused"])
    #expect(try scenario.dossier(id).state == .received)
    let lease = try scenario.claimOne()
    #expect(lease.task.kind == .dossier && lease.task.stage == "check")
    try scenario.record(lease, .dossierEnds(.handedOff))
    #expect(try scenario.dossier(id).state == .handedOff)
  }

  @Test("a dossier of which nothing is left is rejected by its own task", arguments: Backend.all)
  func dropsTheOnlyOne(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let (id, entry) = try setAside(scenario, files: 1)
    try scenario.store.drop(quarantined: entry.task.id, by: "Vận hành B", reason: Self.reason)
    #expect(try scenario.store.documents(of: id).map(\.state) == [.rejected])
    let open = try scenario.store.problems(of: id).filter { $0.settledAt == nil }
    #expect(open.map(\.problem.severity) == [.rejects])
    #expect(
      try scenario.store.pendingMessages(limit: 9).map(\.topic) == ["dossier.in-review"], "the gate tells the sender")
    #expect(try scenario.claimOne().task.kind == .dossier)
  }

  @Test("a worker that holds the dossier's task loses it to the drop", arguments: Backend.all)
  func dropsUnderAWorker(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    try scenario.submit(files: 2)
    try scenario.record(scenario.claimOne(), .documentEnds(.accepted))
    for _ in 1...3 {
      try scenario.record(scenario.claimOne(), outcome: "strike", .strike(error: "s", evidence: nil))
    }
    let held = try scenario.claimOne()
    let entry = try #require(try scenario.store.quarantined(limit: 9).first)
    try scenario.store.drop(quarantined: entry.task.id, by: "x", reason: Self.reason)
    #expect(errorCode { try scenario.record(held, .review(resumeAt: "check")) } == .leaseLost)
    #expect(try scenario.claimOne().task.id == held.task.id)
  }

  @Test("only what is in quarantine, of a dossier still open, is released or dropped", arguments: Backend.all)
  func refuses(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let (id, entry) = try setAside(scenario, files: 2)
    let parked = try scenario.dossierTask(id)
    #expect(errorCode { try scenario.store.release(quarantined: parked.id, by: "x") } == .conflict)
    #expect(errorCode { try scenario.store.release(quarantined: TaskID(rawValue: "none"), by: "x") } == .notFound)
    // The officer takes the dossier with the file as it is.
    try scenario.store.accept(id, by: "Cán bộ A", note: nil)
    try scenario.record(scenario.claimOne(), .dossierEnds(.handedOff))
    #expect(errorCode { try scenario.store.release(quarantined: entry.task.id, by: "x") } == .conflict)
    #expect(
      errorCode { try scenario.store.drop(quarantined: entry.task.id, by: "x", reason: Self.reason) } == .conflict)
    #expect(try scenario.dossier(id).state == .handedOff)
    #expect(try scenario.store.quarantined(limit: 9).count == 1)
  }
}
