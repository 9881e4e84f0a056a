import Dossiers
import Testing
import Workflow

@Suite("Receipts and counters")
struct ReceiptTests {
  private func request(_ scenario: Scenario, agency: String = "H26.1", day: String = "260922") -> ReceiptRequest {
    ReceiptRequest(
      agency: agency, day: day, issuedAt: scenario.clock.now().wall,
      dueAt: scenario.clock.now().wall.adding(milliseconds: 86_400_000), contentDigest: "cd", keyID: "k1")
  }

  @Test("codes count from 1 for each agency and day, and a dossier gets one only once", arguments: Backend.all)
  func counts(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    for _ in 0..<4 { try scenario.submit(documentStages: false) }
    let leases = try scenario.claim(4)
    let requests = [
      request(scenario), request(scenario), request(scenario, day: "260923"), request(scenario, agency: "H27"),
    ]
    let receipts = try zip(leases, requests).map { lease, request in
      try scenario.store.issueReceipt(request, under: lease.token, sign: { "signed " + $0 })
    }
    #expect(
      receipts.map(\.code) == ["H26.1-260922-0001", "H26.1-260922-0002", "H26.1-260923-0001", "H27-260922-0001"])
    #expect(receipts[1].signature == "signed H26.1-260922-0002")
    let again = try scenario.store.issueReceipt(
      request(scenario, day: "260930"), under: leases[0].token, sign: { _ in "another" })
    #expect(again.code == receipts[0].code && again.signature == receipts[0].signature)
    let dossier = try #require(try scenario.store.dossier(code: receipts[0].code))
    #expect(dossier.id == leases[0].task.dossier)
    #expect(dossier.state == .accepted && dossier.dueAt == receipts[0].dueAt)
    #expect(try scenario.store.dossier(code: "H26.1-260922-9999") == nil)
  }

  @Test("a receipt that was not issued leaves no gap", arguments: Backend.all)
  func leavesNoGap(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    try scenario.submit(documentStages: false)
    try scenario.submit(documentStages: false)
    let leases = try scenario.claim(2)
    let stale = LeaseToken(task: leases[0].token.task, worker: scenario.worker, claim: 77)
    #expect(
      errorCode { _ = try scenario.store.issueReceipt(request(scenario), under: stale, sign: { _ in "s" }) }
        == .leaseLost)
    let codes = try leases.map {
      try scenario.store.issueReceipt(request(scenario), under: $0.token, sign: { _ in "s" }).code
    }
    #expect(codes == ["H26.1-260922-0001", "H26.1-260922-0002"])
  }

  @Test("a receipt that fails midway takes its number back", arguments: Backend.all)
  func rollsBack(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    try scenario.submit(documentStages: false)
    try scenario.submit(documentStages: false)
    let leases = try scenario.claim(2)
    // Of two that came within one millisecond either may be first.
    let second = leases[1].task.dossier
    // Two agencies whose names run into one code: the second number is counted, and then refused.
    _ = try scenario.store.issueReceipt(
      request(scenario, agency: "H26", day: "1-260922"), under: leases[0].token, sign: { _ in "s" })
    let clash = request(scenario, agency: "H26-1", day: "260922")
    for _ in 0..<2 {
      #expect(
        errorCode { _ = try scenario.store.issueReceipt(clash, under: leases[1].token, sign: { _ in "s" }) }
          == .conflict)
    }
    #expect(try scenario.dossier(second).code == nil)
    #expect(try scenario.store.receipt(of: second)?.code == nil)
  }
}
