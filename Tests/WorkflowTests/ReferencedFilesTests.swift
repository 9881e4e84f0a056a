import Dossiers
import Testing
import Workflow

@Suite("Referenced files")
struct ReferencedFilesTests {
  @Test(
    "large outputs and files that stages made count, whatever else an output says", arguments: Backend.all)
  func outputs(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    try scenario.submit(files: 4)
    let stored = Scenario.digest(0xA0)
    let made = Scenario.digest(0xB0)
    let outputs: [JSONValue] = [
      ["stored": .string(stored)],
      ["format": "PDF/A-2u", "byteCount": 9, "sha256": .string(made), "claimed": "2b"],
      ["text": .string(#"{"sha256":"not one"}"#)], .null,
    ]
    for output in outputs {
      let lease = try scenario.claimOne()
      var record = scenario.result(lease, .documentEnds(.accepted))
      record.output = output
      try scenario.store.record(record, under: lease.token)
    }
    #expect(
      try scenario.store.referencedFiles() == Set((0..<4).map { Scenario.digest($0) } + [stored, made]))
  }

  @Test("packages come page by page, each once", arguments: Backend.all)
  func pages(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    for number in 0..<5 {
      let id = try scenario.submit().dossier.id
      let lease = try scenario.throughDocuments()
      var record = scenario.result(lease, .dossierEnds(.handedOff))
      record.package = StoredPackage(
        dossier: id, version: 1, format: "bagit", path: "p\(number)", digest: "d", byteCount: 9,
        createdAt: scenario.clock.now().wall)
      try scenario.store.record(record, under: lease.token)
    }
    var paths: [String] = []
    var last: StoredPackage?
    while true {
      let page = try scenario.store.packages(after: last, limit: 2)
      guard let end = page.last else { break }
      paths += page.map(\.path)
      last = end
    }
    #expect(paths == ["p0", "p1", "p2", "p3", "p4"])
  }
}
