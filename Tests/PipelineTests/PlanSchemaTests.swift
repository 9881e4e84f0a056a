import Dossiers
import Foundation
import Pipeline
import Stages
import Testing

@Suite struct PlanSchemaTests {
  /// A JSON Schema validator of Debian's or PyPI's (`jsonschema`), where the machine has one.
  static let validator: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", "import jsonschema; jsonschema.Draft202012Validator"]
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      return false
    }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  @Test(
    "the schema passes what the reader passes and refuses what it refuses",
    .enabled(if: validator, "python3 with jsonschema is not installed"),
    arguments: [
      (DefaultPipeline.json, true),
      (pipeline(#"{ "id": "x", "uses": "exec", "with": { "program": "/bin/true" } }"#), true),
      (
        pipeline(
          validate,
          #"{ "id": "t", "uses": "read-text", "when": { "or": [ { "noTextLayer": true }, { "pages": { "atMost": 2 } } ] } }"#,
          #"{ "id": "b", "uses": "bundle-dossier", "with": { "sourceOrganization": null }, "when": { "channel": ["zalo"] } }"#
        ), true
      ),
      (pipeline(#"{ "id": "x", "uses": "exec" }"#), false),
      (pipeline(#"{ "id": "x", "uses": "exec", "with": { "program": "true" } }"#), false),
      (pipeline(#"{ "id": "x", "uses": "validate-fil" }"#), false),
      (pipeline(#"{ "id": "X", "uses": "validate-file" }"#), false),
      (pipeline(#"{ "id": "x", "uses": "validate-file", "with": { "maxPages": 0 } }"#), false),
      (pipeline(#"{ "id": "x", "uses": "validate-file", "with": { "maxPage": 1 } }"#), false),
      (pipeline(#"{ "id": "x", "uses": "validate-file", "limits": { "time": 60 } }"#), false),
      (pipeline(#"{ "id": "x", "uses": "validate-file", "when": { "byteCount": "much" } }"#), false),
      (pipeline(#"{ "id": "x", "uses": "validate-file", "when": { "channel": "zalo" } }"#), false),
      (pipeline(#"{ "id": "x", "uses": "issue-receipt", "with": { "agency": "h26" } }"#), false),
      ("{}", false),
      (#"{ "pipeline": "p", "stages": [] }"#, false),
    ])
  func agrees(text: String, passes: Bool) throws {
    #expect(complaints(text).isEmpty == passes)
    let folder = FileManager.default.temporaryDirectory.appending(path: "hoso-schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let schema = folder.appending(path: "schema.json")
    let instance = folder.appending(path: "pipeline.json")
    try PlanSchema.make(StageCatalogue.builtIn).pretty.write(to: schema, atomically: false, encoding: .utf8)
    try text.write(to: instance, atomically: false, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      sys.exit(0 if jsonschema.Draft202012Validator(schema).is_valid(json.load(open(sys.argv[2]))) else 9)
      """, schema.path, instance.path,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == (passes ? 0 : 9))
  }
}
