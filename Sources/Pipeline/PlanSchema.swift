public import Dossiers

/// The JSON Schema (2020-12) of a pipeline.json, made from what the program knows: for editors and for checkers.
///
/// It says what a schema can say; the order of stages and what a condition may know by then, `PlanReader` checks.
public enum PlanSchema {
  public static func make(_ catalogue: [StageDeclaration]) -> JSONValue {
    [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:hoso:pipeline",
      "title": "hoso pipeline",
      "type": "object",
      "required": ["pipeline", "stages"],
      "additionalProperties": false,
      "properties": [
        "$schema": ["type": "string"],
        "pipeline": ["$ref": "#/$defs/name", "description": "the name of the pipeline"],
        "reviewBelow": [
          "type": "number", "minimum": 0, "maximum": 1, "default": .number(0.9),
          "description": "fields with a lower confidence are flagged for a person",
        ],
        "stages": [
          "type": "array", "minItems": 1, "items": ["$ref": "#/$defs/stage"],
          "description": "in order: document stages first, then dossier stages",
        ],
      ],
      "$defs": [
        "name": ["type": "string", "pattern": .string(PlanReader.identifierPattern)],
        "stage": stage(catalogue),
        "limits": limits,
        "documentCondition": condition(catalogue, of: .document),
        "dossierCondition": condition(catalogue, of: .dossier),
        "size": [
          "oneOf": [
            ["type": "integer", "minimum": 0], ["type": "string", "pattern": .string(Quantity.sizePattern)],
          ]
        ],
        "duration": ["type": "string", "pattern": .string(Quantity.durationPattern)],
      ],
    ]
  }

  private static func stage(_ catalogue: [StageDeclaration]) -> JSONValue {
    [
      "type": "object",
      "required": ["id", "uses"],
      "additionalProperties": false,
      "properties": [
        "id": ["$ref": "#/$defs/name", "description": "unique in the pipeline"],
        "uses": [
          "oneOf": .array(
            catalogue.map { ["const": .string($0.name), "description": .string($0.summary)] })
        ],
        "with": ["type": "object"],
        "when": ["type": "object"],
        "limits": ["$ref": "#/$defs/limits"],
      ],
      "allOf": .array(catalogue.map(choice)),
    ]
  }

  /// If a stage uses this declaration, its settings and its condition are of this shape.
  private static func choice(_ declaration: StageDeclaration) -> JSONValue {
    let required = declaration.settings.filter { $0.standard == nil }.map { JSONValue.string($0.name) }
    var with: [String: JSONValue] = [
      "type": "object", "additionalProperties": false,
      "properties": .object(
        Dictionary(
          declaration.settings.map { ($0.name, setting($0)) }, uniquingKeysWith: { first, _ in first })),
    ]
    if !required.isEmpty { with["required"] = .array(required) }
    let condition = declaration.scope == .dossier ? "dossierCondition" : "documentCondition"
    var then: [String: JSONValue] = [
      "properties": ["with": .object(with), "when": ["$ref": .string("#/$defs/\(condition)")]]
    ]
    if !required.isEmpty { then["required"] = ["with"] }
    return [
      "if": ["properties": ["uses": ["const": .string(declaration.name)]], "required": ["uses"]],
      "then": .object(then),
    ]
  }

  private static func setting(_ setting: SettingDeclaration) -> JSONValue {
    var value = kind(setting.kind, setting.form)
    if setting.standard == .null { value = ["oneOf": [value, ["type": "null"]]] }
    guard case .object(var members) = value else { return value }
    members["description"] = .string(setting.summary)
    if let standard = setting.standard { members["default"] = standard }
    return .object(members)
  }

  private static func kind(_ kind: SettingDeclaration.Kind, _ form: TextForm?) -> JSONValue {
    switch kind {
    case .boolean: ["type": "boolean"]
    case .integer(let range):
      ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
    case .number(let range):
      ["type": "number", "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)]
    case .string:
      if let form { ["type": "string", "pattern": .string(form.pattern)] } else { ["type": "string"] }
    case .choice(let choices): ["enum": .array(choices.map { .string($0) })]
    case .size: ["$ref": "#/$defs/size"]
    case .duration: ["$ref": "#/$defs/duration"]
    case .list(let element): ["type": "array", "items": self.kind(element, form)]
    case .map: ["type": "object", "additionalProperties": ["type": "string"]]
    }
  }

  private static var limits: JSONValue {
    [
      "type": "object",
      "additionalProperties": false,
      "properties": [
        "time": ["$ref": "#/$defs/duration", "description": "wall time for a document"],
        "timePerPage": ["$ref": "#/$defs/duration", "description": "wall time on top for each page"],
        "memory": ["$ref": "#/$defs/size"],
        "cpu": ["$ref": "#/$defs/duration", "description": "processor time; without it the same as time"],
        "atOnce": [
          "type": "integer", "minimum": .integer(LimitReader.atOnce.lowerBound),
          "maximum": .integer(LimitReader.atOnce.upperBound),
          "description": "tasks that may be at the stage at one time, over all workers",
        ],
      ],
    ]
  }

  private static func condition(_ catalogue: [StageDeclaration], of scope: StageDeclaration.Scope) -> JSONValue {
    let own: JSONValue = ["$ref": .string("#/$defs/\(scope.rawValue)Condition")]
    let list: JSONValue = ["type": "array", "minItems": 1, "items": own]
    var properties: [String: JSONValue] = ["and": list, "or": list, "not": own]
    for declared in FactDeclaration.given + catalogue.flatMap(\.facts)
    where (declared.scope == .dossier) == (scope == .dossier) {
      properties[declared.name] = fact(declared)
    }
    return [
      "type": "object", "minProperties": 1, "additionalProperties": false, "properties": .object(properties),
    ]
  }

  private static func fact(_ fact: FactDeclaration) -> JSONValue {
    func single(_ kind: FactDeclaration.Kind) -> JSONValue {
      switch kind {
      case .boolean: ["type": "boolean"]
      case .integer: ["type": "integer"]
      case .string: ["type": "string"]
      case .choice(let choices): ["enum": .array(choices.map { .string($0) })]
      case .list(let element): single(element)
      }
    }
    let value = single(fact.kind)
    var forms: [JSONValue] = [value, ["type": "array", "minItems": 1, "items": value]]
    if case .integer = fact.kind {
      forms.append([
        "type": "object", "minProperties": 1, "additionalProperties": false,
        "properties": ["atLeast": ["type": "integer"], "atMost": ["type": "integer"]],
      ])
    }
    let subject = fact.scope == .page ? "of each page: " : ""
    return ["oneOf": .array(forms), "description": .string(subject + fact.summary)]
  }
}
