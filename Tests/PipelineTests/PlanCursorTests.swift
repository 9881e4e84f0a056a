import Dossiers
import Pipeline
import Stages
import Testing

@Suite struct PlanCursorTests {
  static let stages = pipeline(
    validate,
    #"{ "id": "text", "uses": "read-text", "when": { "noTextLayer": true } }"#,
    #"{ "id": "classify", "uses": "classify" }"#,
    #"{ "id": "payment", "uses": "extract-receipt", "when": { "kind": "receipt" } }"#,
    #"{ "id": "complete", "uses": "check-completeness", "when": { "channel": ["http", "zalo"] } }"#,
    #"{ "id": "end", "uses": "hand-off" }"#)

  /// `text [1, 3] after skipping …`, for a table.
  func step(_ step: PlanCursor.Step) -> String {
    let skipped: [PlannedStage]
    var text: String
    switch step {
    case .run(let stage, let pages, let skipping):
      text = "\(stage.id) \(pages)"
      skipped = skipping
    case .end(let skipping):
      text = "end"
      skipped = skipping
    }
    if !skipped.isEmpty { text += " skipping " + skipped.map(\.id).joined(separator: ", ") }
    return text
  }

  @Test("a document's stages run in order, on the pages that their conditions choose, and are skipped on none")
  func document() throws {
    let cursor = PlanCursor(plan: try plan(Self.stages), scope: .document)
    var facts = Facts()
    #expect(step(cursor.next(finished: [], facts: facts)) == "validate []")
    facts.merge(
      Facts(
        document: ["pages": 3],
        pages: [["noTextLayer": true], ["noTextLayer": false], ["noTextLayer": true]]))
    #expect(step(cursor.next(finished: ["validate"], facts: facts)) == "text [1, 3]")
    #expect(step(cursor.next(finished: ["validate", "text"], facts: facts)) == "classify [1, 2, 3]")
    let done: Set = ["validate", "text", "classify"]
    // Nobody has told what the pages are: all of them are looked at.
    #expect(step(cursor.next(finished: done, facts: facts)) == "payment [1, 2, 3]")
    facts.merge(Facts(pages: [["kind": "id-card"], ["kind": "receipt"], ["kind": "other"]]))
    #expect(step(cursor.next(finished: done, facts: facts)) == "payment [2]")
    facts.merge(Facts(pages: [[:], ["kind": "form"]]))
    #expect(step(cursor.next(finished: done, facts: facts)) == "end skipping payment")
    #expect(step(cursor.next(finished: done.union(["payment"]), facts: facts)) == "end")
    let born = Facts(pages: [["noTextLayer": false]])
    #expect(step(cursor.next(finished: ["validate"], facts: born)) == "classify [1] skipping text")
  }

  @Test("a dossier's stages ask for the dossier's facts")
  func dossier() throws {
    let cursor = PlanCursor(plan: try plan(Self.stages), scope: .dossier)
    let online = Facts.ofDossier(channel: "zalo", procedure: "1.004222", documents: 2, kinds: [.idCard])
    let counter = Facts.ofDossier(channel: "cli", procedure: "1.004222", documents: 2, kinds: [])
    #expect(step(cursor.next(finished: [], facts: online)) == "complete []")
    #expect(step(cursor.next(finished: [], facts: counter)) == "end [] skipping complete")
    #expect(step(cursor.next(finished: ["complete", "end"], facts: online)) == "end")
  }

  @Test(
    "conditions hold as they read",
    arguments: [
      (#"{ "pages": { "atMost": 20 } }"#, [1, 2]),
      (#"{ "pages": { "atLeast": 3 } }"#, []),
      (#"{ "pages": 2 }"#, [1, 2]),
      (#"{ "mediaType": ["image/jpeg", "image/png"] }"#, []),
      (#"{ "mediaType": ["image/jpeg", "application/pdf"] }"#, [1, 2]),
      (#"{ "not": { "mediaType": "application/pdf" } }"#, []),
      (#"{ "kind": "receipt" }"#, [2]),
      (#"{ "not": { "kind": "receipt" } }"#, [1]),
      (#"{ "or": [ { "kind": "receipt" }, { "widthInPixels": { "atLeast": 2000 } } ] }"#, [1, 2]),
      (#"{ "and": [ { "kind": "receipt" }, { "widthInPixels": { "atLeast": 2000 } } ] }"#, []),
      (#"{ "kind": "receipt", "noTextLayer": false }"#, [2]),
      (#"{ "kind": ["receipt", "form"], "noTextLayer": true }"#, []),
      // Never told: open, so the page is looked at, and so is its opposite.
      (#"{ "heightInPixels": { "atMost": 9 } }"#, [1, 2]),
      (#"{ "not": { "heightInPixels": { "atMost": 9 } } }"#, [1, 2]),
      (#"{ "and": [ { "heightInPixels": 9 }, { "kind": "receipt" } ] }"#, [2]),
      (#"{ "or": [ { "not": { "pages": 2 } }, { "not": { "kind": "id-card" } } ] }"#, [2]),
    ])
  func conditions(when: String, pages: [Int]) throws {
    let plan = try plan(
      pipeline(
        validate, #"{ "id": "kind", "uses": "classify" }"#,
        #"{ "id": "x", "uses": "read-text", "when": \#(when) }"#))
    let facts = Facts(
      document: ["pages": 2, "mediaType": "application/pdf"],
      pages: [
        ["kind": "id-card", "widthInPixels": 2000, "noTextLayer": true],
        ["kind": "receipt", "widthInPixels": 100, "noTextLayer": false],
      ])
    let next = PlanCursor(plan: plan, scope: .document).next(finished: ["validate", "kind"], facts: facts)
    #expect(step(next) == (pages.isEmpty ? "end skipping x" : "x \(pages)"))
  }

  @Test(
    "a dossier holds a kind when one of its documents is of that kind", arguments: [("form", true), ("receipt", false)])
  func kinds(kind: String, holds: Bool) throws {
    let plan = try plan(
      pipeline(validate, #"{ "id": "x", "uses": "bundle-dossier", "when": { "kinds": "\#(kind)" } }"#))
    let facts = Facts.ofDossier(channel: "cli", procedure: "p", documents: 2, kinds: [.idCard, .form])
    let next = PlanCursor(plan: plan, scope: .dossier).next(finished: [], facts: facts)
    #expect(step(next) == (holds ? "x []" : "end skipping x"))
  }

  @Test(
    "a condition that cannot be meant is a fault",
    arguments: [
      ("{}", "an empty condition; expected a fact, and, or, or not"),
      (#"{ "noTextLayer": "yes" }"#, "a string where true or false belongs"),
      (#"{ "pages": { "atLeast": 3, "atMost": 2 } }"#, "atLeast 3 is above atMost 2: this never holds"),
      (#"{ "pages": { "above": 3 } }"#, #"unknown key "above"; expected one of atLeast, atMost"#),
      (#"{ "mediaType": [] }"#, "an empty list of values"),
      (#"{ "and": [] }"#, "an empty list of conditions"),
      (#"{ "or": { "pages": 1 } }"#, "an object where a list belongs"),
      (
        #"{ "kind": "receipt" }"#,
        #""kind" is not known yet: only "classify" tells it; expected "classify" before this stage"#
      ),
      (#"{ "channel": "zalo" }"#, #""channel" is a fact of dossiers, and this stage runs on documents"#),
      (#"{ "noTextLayr": true }"#, #"unknown fact "noTextLayr"; did you mean "noTextLayer"?"#),
      (#"{ "not": [ { "pages": 1 } ] }"#, "a list where an object belongs"),
    ])
  func faults(when: String, complaint: String) {
    let found = complaints(pipeline(validate, #"{ "id": "x", "uses": "read-text", "when": \#(when) }"#))
    #expect(found.count >= 1)
    #expect(found.allSatisfy { $0.hasSuffix(": " + complaint) && $0.hasPrefix("4:") }, "\(found)")
  }
}
