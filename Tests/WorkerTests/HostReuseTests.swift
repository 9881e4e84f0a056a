import Dossiers
import Foundation
import Pipeline
import Testing
import Worker
import Workflow

@Suite("hosts and how many documents they see", .serialized)
struct HostReuseTests {
  @Test("a host serves as many documents as it may; with one, none sees two", arguments: [(1, 4), (2, 2), (200, 1)])
  func reuse(documents: Int, hosts: Int) throws {
    let home = try TestHome()
    let plan = try home.apply([TestHome.stage("one", "count"), TestHome.stage("read", "locate-document")])
    let dossier = try home.enqueue(plan, documents: 4)
    try home.worker(jobs: 1) { $0.documentsPerHost = documents }.run(untilIdle: true)
    #expect(try home.state(dossier) == .handedOff)
    let runs = try home.store.runs(of: dossier.id).filter { $0.stage == "read" }
    let seen = runs.compactMap { $0.output.array?.first?["host"]?.integer }
    #expect(seen.count == 4)
    #expect(Set(seen).count == hosts)
  }
}
