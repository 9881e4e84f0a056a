import Dossiers
import Foundation
import Pipeline
import Stages
import Testing

/// The lines that a checker prints for a pipeline; empty for a good one.
func complaints(_ text: String) -> [String] {
  do {
    _ = try PlanReader.read(Array(text.utf8), catalogue: StageCatalogue.builtIn)
    return []
  } catch {
    return error.faults.map(\.description)
  }
}

func plan(_ text: String) throws -> Plan {
  try PlanReader.read(Array(text.utf8), catalogue: StageCatalogue.builtIn)
}

/// A pipeline of these stages, one a line, beginning on line 3.
func pipeline(_ stages: String...) -> String {
  "{ \"pipeline\": \"p\",\n\"stages\": [\n" + stages.joined(separator: ",\n") + "\n] }\n"
}

let validate = #"{ "id": "validate", "uses": "validate-file" }"#

@Suite struct PlanReaderTests {
  @Test("the pipeline.json at the top is the default that the program carries, and it is a good plan")
  func defaultPipeline() throws {
    let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = try String(contentsOf: top.appending(path: "pipeline.json"), encoding: .utf8)
    #expect(DefaultPipeline.json == file)
    let plan = try plan(file)
    #expect(plan.name == "mot-cua")
    #expect(
      plan.stages.map(\.uses) == [
        "validate-file", "locate-document", "read-barcodes", "read-text", "fingerprint", "classify", "extract-id-card",
        "extract-receipt", "normalise", "check-completeness", "check-duplicates", "issue-receipt",
        "bundle-dossier", "hand-off",
      ])
    #expect(plan.firstStage(of: .document)?.id == "validate")
    #expect(plan.firstStage(of: .dossier)?.id == "complete")
    #expect(plan.stage(id: "validate")?.settings["maxBytes"] == .integer(104_857_600))
    #expect(plan.stage(id: "validate")?.limits.memoryBytes == 1 << 30)
    #expect(plan.stage(id: "receipt")?.settings["agency"] == "H26.1")
  }

  @Test("a misspelt stage is shown in its place with the name that was meant")
  func misspeltStage() {
    let text = """
      {
        "pipeline": "mot-cua",
        "stages": [
          { "id": "validate", "uses": "validate-file" },
          {
            "id": "text",
            "uses": "read-txt"
          }
        ]
      }
      """
    do {
      _ = try plan(text)
      Issue.record("a misspelt stage was accepted")
    } catch let errors as PlanErrors {
      #expect(
        errors.description(in: "pipeline.json")
          == #"pipeline.json:7:15: unknown stage "read-txt"; did you mean "read-text"?"#)
      #expect(errors.faults.first?.path == "stages[1].uses")
    } catch {
      Issue.record(error)
    }
  }

  @Test(
    "each fault is found and named",
    arguments: [
      (
        #"{ "id": "v", "uses": "validate-file", "with": { "maxPixel": 1000000 } }"#,
        #"3:49: unknown key "maxPixel"; did you mean "maxPixels"?"#
      ),
      (
        #"{ "id": "v", "uses": "validate-file", "with": { "maxPages": 0 } }"#,
        "3:61: 0 is out of range; expected 1 to 10000"
      ),
      (
        #"{ "id": "v", "uses": "validate-file", "with": { "maxPages": "ten" } }"#,
        "3:61: a string where a whole number belongs"
      ),
      (
        #"{ "id": "v", "uses": "validate-file", "with": { "maxPages": 1.5 } }"#,
        "3:61: a number where a whole number belongs"
      ),
      (
        #"{ "id": "v", "uses": "validate-file", "with": { "maxBytes": "1 GigaByte" } }"#,
        #"3:61: "1 GigaByte" is not a size; expected a size such as 100MiB"#
      ),
      (
        #"{ "id": "v", "uses": "validate-file", "limits": { "time": 60 } }"#,
        "3:59: a number where a duration such as 60s, 1500ms or 5m belongs"
      ),
      (
        #"{ "id": "v", "uses": "validate-file", "limits": { "memory": "1MiB" } }"#,
        "3:61: 1MiB is out of range; expected 64MiB to 1024GiB"
      ),
      (
        #"{ "id": "v", "uses": "validate-file", "limits": { "tiem": "1s" } }"#,
        #"3:51: unknown key "tiem"; did you mean "time"?"#
      ),
      (
        #"{ "id": "Kiểm tra", "uses": "validate-file" }"#,
        #"3:9: "Kiểm tra" will not do as a name; expected 1 to 40 of a–z, 0–9 and -, beginning and ending with a letter or digit"#
      ),
      (#"{ "uses": "validate-file" }"#, #"3:1: the key "id" is missing"#),
      (#"{ "id": "v" }"#, #"3:1: the key "uses" is missing"#),
      (#""validate-file""#, "3:1: a string where an object belongs"),
      (
        #"{ "id": "r", "uses": "issue-receipt" }"#,
        #"3:22: "issue-receipt" needs the setting "agency": the code of the receiving agency, such as H26.1; expected an agency code such as H26.1 or 000.00.16.H60"#
      ),
      (
        #"{ "id": "r", "uses": "issue-receipt", "with": { "agency": "H26.1", "codeFormat": "old" } }"#,
        #"3:59: "H26.1" is no agency of the old code format; expected one such as 000.00.16.H60"#
      ),
      (
        #"{ "id": "r", "uses": "issue-receipt", "with": { "agency": "26H" } }"#,
        #"3:59: "26H" will not do; expected an agency code such as H26.1 or 000.00.16.H60"#
      ),
      (
        #"{ "id": "r", "uses": "issue-receipt", "with": { "agency": "H26", "codeFormat": "nwe" } }"#,
        #"3:80: unknown value "nwe"; did you mean "new"?"#
      ),
      (
        #"{ "id": "r", "uses": "issue-receipt", "with": { "agency": "H26", "lookupBase": "example.vn" } }"#,
        #"3:80: "example.vn" will not do; expected an address that begins with https:// or http:// and has no ? or #"#
      ),
      (
        #"{ "id": "x", "uses": "exec", "with": { "program": "clamdscan" } }"#,
        #"3:51: "clamdscan" will not do; expected an absolute path such as /usr/bin/clamdscan"#
      ),
      (
        #"{ "id": "x", "uses": "exec", "with": { "program": "/bin/true", "environment": { "A": 1 } } }"#,
        "3:86: a number where a string belongs"
      ),
      (
        #"{ "id": "h", "uses": "hand-off", "with": { "to": "x" } }"#, #"3:44: "hand-off" has no settings"#
      ),
      (
        #"{ "id": "h", "uses": "handoff", "wihen": {} }"#,
        #"3:22: unknown stage "handoff"; did you mean "hand-off"?"#
      ),
      (
        #"{ "id": "x", "uses": "frobnicate" }"#,
        "3:22: unknown stage \"frobnicate\"; expected one of validate-file, locate-document, read-barcodes, "
          + "read-text, classify, extract-id-card, extract-receipt, fingerprint, normalise, scan-virus, exec, "
          + "check-completeness, check-duplicates, issue-receipt, "
          + "bundle-dossier, hand-off"
      ),
    ])
  func faults(stage: String, complaint: String) {
    #expect(complaints(pipeline(stage)).contains(complaint), "\(complaints(pipeline(stage)))")
  }

  @Test("stages in the wrong order, missing or doubled are named")
  func order() {
    #expect(
      complaints(pipeline(#"{ "id": "t", "uses": "read-text" }"#)) == [
        #"3:22: "read-text" needs "validate-file" before it: no page is decoded before its size is checked"#
      ])
    #expect(
      complaints(pipeline(validate, #"{ "id": "i", "uses": "extract-id-card" }"#)) == [
        #"4:22: "extract-id-card" needs "read-barcodes" or "read-text" before it: without codes and text every card stays unread"#
      ])
    #expect(
      complaints(
        pipeline(validate, #"{ "id": "c", "uses": "check-completeness" }"#, #"{ "id": "t", "uses": "read-text" }"#))
        == [
          #"5:22: "read-text" works on documents and stands after "check-completeness", which works on dossiers; expected all document stages first"#
        ])
    #expect(
      complaints(
        pipeline(validate, #"{ "id": "h", "uses": "hand-off" }"#, #"{ "id": "b", "uses": "bundle-dossier" }"#))
        == [#"5:22: "bundle-dossier" stands after "hand-off", which must be the last stage"#])
    #expect(
      complaints(
        pipeline(
          validate, #"{ "id": "r", "uses": "issue-receipt", "with": { "agency": "H26" } }"#,
          #"{ "id": "r2", "uses": "issue-receipt", "with": { "agency": "H27" } }"#))
        == [#"5:23: "issue-receipt" stands twice: it can happen only once to a dossier"#])
    #expect(
      complaints(pipeline(validate, validate)) == [#"4:9: the id "validate" is taken by stages[0]"#])
  }

  @Test("the faults of a file show all at once, in the order of the file")
  func allAtOnce() {
    let text = """
      {
        "pipelin": "x",
        "pipeline": "một cửa",
        "reviewBelow": 2,
        "stages": [
          { "id": "v", "uses": "validate-fil", "with": { "maxPage": 3 } },
          { "id": "v", "uses": "read-text", "when": { "noTextLayr": true } },
          { "id": "t", "uses": "read-text", "with": { "languages": ["vie", 7] }, },
        ]
      }
      """
    #expect(
      complaints(text) == [
        #"2:3: unknown key "pipelin"; did you mean "pipeline"?"#,
        #"3:15: "một cửa" will not do as a name; expected 1 to 40 of a–z, 0–9 and -, beginning and ending with a letter or digit"#,
        "4:18: 2.0 is out of range; expected 0.0 to 1.0",
        #"6:26: unknown stage "validate-fil"; did you mean "validate-file"?"#,
        #"6:52: unknown key "maxPage"; did you mean "maxPages"?"#,
        #"7:13: the id "v" is taken by stages[0]"#,
        #"7:49: unknown fact "noTextLayr"; did you mean "noTextLayer"?"#,
        "8:70: a number where a string belongs",
        "8:74: a comma before the end of an object",
        "8:77: a comma before the end of a list",
      ])
  }

  @Test("a file that is no pipeline at all is refused with a reason", arguments: ["", "[]", "null", "{}", "\u{FEFF}"])
  func noPipeline(text: String) {
    #expect(!complaints(text).isEmpty)
  }
}
