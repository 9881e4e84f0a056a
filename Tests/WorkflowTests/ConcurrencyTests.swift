import Dispatch
import Dossiers
import Synchronization
import Testing
import Workflow

@Suite("Many at once")
struct ConcurrencyTests {
  @Test(
    "eight threads claim every task once and give every dossier a code of its own, without a gap",
    arguments: Backend.all)
  func claimsOnce(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    for _ in 0..<120 { try scenario.submit(documentStages: false) }
    let claimed = Mutex<[TaskID]>([])
    let codes = Mutex<[String]>([])
    let errors = Mutex<[any Error]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      do {
        // Every thread with a connection of its own, as processes have.
        let store = try scenario.reopened()
        let worker = WorkerID(rawValue: "worker-\(thread)")
        while let lease = try store.claim(ClaimRequest(worker: worker, limit: 1)).first {
          claimed.withLock { $0.append(lease.task.id) }
          let receipt = try store.issueReceipt(
            ReceiptRequest(
              agency: "H26.1", day: "260922", issuedAt: scenario.clock.now().wall, dueAt: nil, contentDigest: "d",
              keyID: "k1"), under: lease.token, sign: { $0 })
          codes.withLock { $0.append(receipt.code) }
          try store.record(scenario.result(lease, .dossierEnds(.handedOff)), under: lease.token)
        }
      } catch {
        errors.withLock { $0.append(error) }
      }
    }
    #expect(errors.withLock { $0.map { "\($0)" } } == [])
    #expect(claimed.withLock { Set($0).count } == 120)
    #expect(claimed.withLock { $0.count } == 120)
    let serials = codes.withLock { $0.compactMap { Int($0.suffix(4)) }.sorted() }
    #expect(serials == Array(1...120))
    #expect(try scenario.store.tally().outboxPending == 120)
  }

  @Test("one idempotency key from many threads makes one dossier", arguments: Backend.all)
  func submitsOnce(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let answers = Mutex<[(id: DossierID, wasKnown: Bool)]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      guard let store = try? scenario.reopened() else { return }
      for number in 0..<10 {
        guard let answer = try? store.submit(scenario.submission(key: "key-\(number)")) else { continue }
        answers.withLock { $0.append((answer.dossier.id, answer.wasKnown)) }
      }
    }
    answers.withLock { answers in
      #expect(answers.count == 80)
      #expect(answers.filter { !$0.wasKnown }.count == 10)
      #expect(Set(answers.map(\.id)).count == 10)
    }
    #expect(try scenario.store.dossiers(DossierFilter()).count == 10)
  }
}
