import Dispatch
import Dossiers
import Glibc
import Synchronization
import Workflow

/// How long a submission waits for an idle worker: from the return of `submit` to the claim, through LISTEN/NOTIFY.
struct PickUp {
  private let ground: PostgresGround
  private static let rounds = 100

  init(_ ground: PostgresGround) {
    self.ground = ground
  }

  func run() throws {
    let place = try ground.makePlace()
    defer { place.remove() }
    let store = try place.open()
    let plan = PlanID(rawValue: "pick-up")
    _ = try store.apply(
      StoredPlan(id: plan, name: "pick-up", canonicalJSON: "{}", appliedAt: Timestamp(milliseconds: 0)), by: "bench")
    guard let signalling = try place.open() as? any SignallingStore else { return }
    let claimed = DispatchSemaphore(value: 0)
    let claimedAt = Mutex<UInt64>(0)
    let isOver = Mutex(false)
    let worker = BenchThread {
      let signal = signalling.makeWorkSignal()
      while !isOver.withLock({ $0 }) {
        let leases = (try? signalling.claim(ClaimRequest(worker: WorkerID(rawValue: "idle"), limit: 1))) ?? []
        if leases.isEmpty {
          _ = signal.wait(milliseconds: 1_000)
        } else {
          claimedAt.withLock { $0 = monotonicNanoseconds() }
          claimed.signal()
        }
      }
    }
    var waits: [Double] = []
    for _ in 0..<Self.rounds {
      usleep(20_000)
      _ = try store.submit(
        NewSubmission(
          channel: "bench", procedure: "bench", plan: plan, firstDocumentStage: "read", firstDossierStage: nil,
          files: [.init(name: "a.jpg", sha256: String(repeating: "0", count: 64), byteCount: 1)]))
      let submitted = monotonicNanoseconds()
      claimed.wait()
      let at = claimedAt.withLock { $0 }
      waits.append(at > submitted ? Double(at - submitted) / 1e6 : 0)
    }
    isOver.withLock { $0 = true }
    worker.join()
    waits.sort()
    let mean = waits.reduce(0, +) / Double(waits.count)
    print("pick-up when idle: mean \(hundredths(mean)) ms, worst \(hundredths(waits.last ?? 0)) ms")
  }

  private func hundredths(_ number: Double) -> String { "\((number * 100).rounded() / 100)" }
}
