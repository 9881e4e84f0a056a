import Dossiers
import Foundation
import Pipeline
import Stages
import Testing

@Suite struct PlanTests {
  @Test("a plan that spells out a default, in another order and layout, is the same plan")
  func identity() throws {
    let short = try plan(pipeline(validate))
    let long = try plan(
      #"""
      { "stages": [ { "limits": { "memory": "1024MiB", "cpu": "1m", "time": "4m" }, "uses": "validate-file",
        "with": { "maxBytes": "100MiB", "maxPages": 500 }, "id": "validate" } ],
        "reviewBelow": 0.90, "pipeline": "p", "$schema": "./schema.json" }
      """#)
    #expect(short == long)
    #expect(short.id == long.id)
    #expect(short.id.count == 64)
  }

  @Test(
    "whatever changes what a plan does changes its identity",
    arguments: [
      #"{ "id": "validate", "uses": "validate-file", "with": { "maxPages": 499 } }"#,
      #"{ "id": "check", "uses": "validate-file" }"#,
      #"{ "id": "validate", "uses": "validate-file", "limits": { "time": "61s" } }"#,
      #"{ "id": "validate", "uses": "validate-file", "limits": { "cpu": "10s" } }"#,
      #"{ "id": "validate", "uses": "validate-file", "when": { "byteCount": { "atMost": 9 } } }"#,
    ])
  func identityChanges(stage: String) throws {
    #expect(try plan(pipeline(stage)).id != plan(pipeline(validate)).id)
  }

  @Test("the identity of a plan is the SHA-256 of its canonical JSON, the same on every machine and day")
  func canonical() throws {
    let plan = try plan(pipeline(#"{ "id": "x", "uses": "exec", "with": { "program": "/bin/true" } }"#))
    #expect(
      plan.canonicalJSON
        == #"{"pipeline":"p","reviewBelow":0.9,"stages":[{"id":"x","limits":{"cpuMilliseconds":60000,"memoryBytes":1073741824,"timeMilliseconds":60000,"timePerPageMilliseconds":0},"scope":"document","settings":{"arguments":[],"environment":{},"input":"json","network":false,"program":"/bin/true"},"sort":"brokered","uses":"exec"}]}"#
    )
    // printf %s '…' | sha256sum
    #expect(plan.id == "ebecabdccd72f4016a72d1b3da04a0ab81a28735d74a9c804331f91553bb9ec3")
  }

  @Test("a stored plan is read back without a catalogue, condition and all")
  func stored() throws {
    let text = pipeline(
      validate,
      #"{ "id": "t", "uses": "read-text", "when": { "or": [ { "noTextLayer": true, "mediaType": ["image/png", "image/jpeg"] }, { "not": { "pages": { "atLeast": 2, "atMost": 20 } } } ] } }"#
    )
    let plan = try plan(text)
    let back = try Plan(canonicalJSON: plan.canonicalJSON)
    #expect(back == plan)
    let decoded = try JSONDecoder().decode(Plan.self, from: JSONEncoder().encode(plan))
    #expect(decoded == plan)
    #expect(decoded.id == plan.id)
  }

  @Test(
    "a damaged stored plan is an error, not a crash",
    arguments: ["", "{}", #"{"pipeline":"p","reviewBelow":0.9,"stages":[{}]}"#, "[1]", "{\"pipeline\":"])
  func damaged(text: String) {
    #expect(throws: StoredPlanError.self) { try Plan(canonicalJSON: text) }
  }

  @Test("a difference between plans names what was added, removed, moved and set")
  func difference() throws {
    let text = #"{ "id": "text", "uses": "read-text" }"#
    let codes = #"{ "id": "codes", "uses": "read-barcodes" }"#
    let old = try plan(pipeline(validate, text, codes, #"{ "id": "end", "uses": "hand-off" }"#))
    let new = try plan(
      pipeline(
        #"{ "id": "validate", "uses": "validate-file", "with": { "maxPages": 20 }, "limits": { "time": "2m" } }"#,
        codes, #"{ "id": "text", "uses": "read-text", "when": { "noTextLayer": true } }"#,
        #"{ "id": "kind", "uses": "classify" }"#))
    let lines = PlanDiff(from: old, to: new).description.split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "- end (hand-off) at 4",
        #"~ validate.limits.cpu: "1m" → "2m""#,
        #"~ validate.limits.time: "4m" → "2m""#,
        "~ validate.with.maxPages: 500 → 20",
        "~ text: moved from 2 to 3",
        #"~ text.when: nothing → {"noTextLayer":true}"#,
        "+ kind (classify) at 4",
      ])
    #expect(PlanDiff(from: old, to: old).isEmpty)
  }

  @Test(
    "a task goes on in another plan at the first stage that differs, and never beyond where it stood",
    arguments: [
      // The plans' document stages, where the task stood, where it goes on.
      (["a", "b", "c"], ["a", "x", "c"], "c", "x"), (["a", "b", "c"], ["a", "b", "x"], "b", "b"),
      (["a", "b"], ["a", "b", "c"], "b", "b"), (["a", "b"], ["a"], "b", "a"), (["a", "b"], ["b", "a"], "b", "b"),
    ])
  func restarts(_ old: [String], _ new: [String], _ stage: String, _ expected: String) throws {
    func planned(_ ids: [String]) throws -> Plan {
      let stages = ids.map { #"{ "id": "\#($0)", "uses": "exec", "with": { "program": "/bin/\#($0)" } }"# }
      return try plan(pipeline(stages.joined(separator: ", ")))
    }
    let restart = try #require(
      PlanRestart(of: .document, from: try planned(old), at: stage, to: try planned(new)))
    #expect(restart.stage == expected)
    #expect(restart.kept == Array(new.prefix { $0 != expected }))
    #expect(PlanRestart(of: .dossier, from: try planned(old), at: nil, to: try planned(new)) == nil)
  }

  @Test("a plan that reads text names a language")
  func languages() {
    let stages = validate + #", { "id": "text", "uses": "read-text", "with": { "languages": [] } }"#
    #expect(throws: PlanErrors.self) { try plan(pipeline(stages)) }
  }
}
