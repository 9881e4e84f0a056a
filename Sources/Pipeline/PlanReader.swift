public import Dossiers

/// Reads a pipeline.json and checks it against the stages that the program knows. Every fault is found in one go.
public struct PlanReader {
  /// `catalogue`: every kind of stage that `uses` may name.
  public static func read(_ bytes: [UInt8], catalogue: [StageDeclaration]) throws(PlanErrors) -> Plan {
    let (root, faults) = JSONReader.read(bytes)
    var reader = PlanReader(catalogue: catalogue, inspector: JSONInspector(faults: faults))
    let plan = root.flatMap { reader.plan($0) }
    guard let plan, reader.inspector.faults.isEmpty else { throw PlanErrors(reader.inspector.faults) }
    return plan
  }

  /// A stage as far as it could be read.
  struct ReadStage {
    let index: Int
    let position: TextPosition
    let usesPosition: TextPosition
    /// nil where `uses` is missing or names nothing near any stage.
    let declaration: StageDeclaration?
    var path: String { "stages[\(index)]" }
  }

  private static let keys = ["$schema", "pipeline", "reviewBelow", "stages"]
  private static let stageKeys = ["id", "uses", "with", "when", "limits"]

  private let catalogue: [StageDeclaration]
  private var inspector: JSONInspector

  private mutating func plan(_ root: PositionedJSON) -> Plan? {
    guard let members = inspector.object(root, at: "", keys: Self.keys, required: ["pipeline", "stages"]) else {
      return nil
    }
    if let schema = members["$schema"]?.value { _ = inspector.string(schema, at: "$schema") }
    let name = members["pipeline"].flatMap { identifier($0.value, at: "pipeline") }
    let reviewBelow = members["reviewBelow"].map { inspector.number($0.value, at: "reviewBelow", in: 0...1) } ?? 0.9
    guard let list = members["stages"]?.value, let elements = inspector.list(list, at: "stages") else { return nil }
    if elements.isEmpty {
      inspector.complain("a pipeline without stages", at: list.position, path: "stages", expected: "at least one stage")
    }
    // Who stands where is settled first: conditions and the rules of order look at the whole list.
    let stages = elements.enumerated().map { head($1, index: $0) }
    let planned = zip(elements, stages).map { body($0, $1, all: stages) }
    checkIDs(elements)
    PlanOrder.check(stages, into: &inspector)
    guard let name, let reviewBelow, inspector.faults.isEmpty else { return nil }
    return Plan(name: name, reviewBelow: reviewBelow, stages: planned.compactMap { $0 })
  }

  private mutating func head(_ node: PositionedJSON, index: Int) -> ReadStage {
    var usesPosition = node.position
    var declaration: StageDeclaration?
    if case .object(let members) = node.content, let uses = members.first(where: { $0.key == "uses" })?.value {
      usesPosition = uses.position
      if let name = inspector.string(uses, at: "stages[\(index)].uses") {
        declaration = catalogue.first { $0.name == name }
        if declaration == nil {
          let names = catalogue.map(\.name)
          let suggestion = Spelling.nearest(to: name, among: names)
          inspector.complain(
            "unknown stage \"\(name)\"", at: uses.position, path: "stages[\(index)].uses",
            expected: suggestion == nil ? "one of \(names.joined(separator: ", "))" : nil, suggestion: suggestion)
          // Go on as though the nearest had been written, so that the other faults of this stage show too.
          declaration = suggestion.flatMap { name in catalogue.first { $0.name == name } }
        }
      }
    }
    return ReadStage(index: index, position: node.position, usesPosition: usesPosition, declaration: declaration)
  }

  private mutating func body(_ node: PositionedJSON, _ stage: ReadStage, all: [ReadStage]) -> PlannedStage? {
    guard
      let members = inspector.object(node, at: stage.path, keys: Self.stageKeys, required: ["id", "uses"])
    else { return nil }
    let id = members["id"].flatMap { identifier($0.value, at: "\(stage.path).id") }
    guard let declaration = stage.declaration else { return nil }
    let settings = SettingReader(declaration: declaration).read(
      members["with"]?.value, stage: stage.usesPosition, path: "\(stage.path).with", into: &inspector)
    let condition = members["when"].flatMap {
      conditionReader(for: stage, declaration, all: all).read(
        $0.value, path: "\(stage.path).when", into: &inspector)
    }
    let limits = LimitReader.read(
      members["limits"]?.value, standard: declaration.limits, path: "\(stage.path).limits", into: &inspector)
    guard let id else { return nil }
    return PlannedStage(
      id: id, uses: declaration.name, scope: declaration.scope, sort: declaration.sort, settings: settings,
      when: condition, limits: limits)
  }

  private func conditionReader(
    for stage: ReadStage, _ declaration: StageDeclaration, all: [ReadStage]
  ) -> ConditionReader {
    let before = all[..<stage.index].compactMap(\.declaration)
    let names = Set(before.map(\.name))
    return ConditionReader(
      scope: declaration.scope, known: FactDeclaration.given + before.flatMap(\.facts),
      elsewhere: catalogue.filter { !names.contains($0.name) }.flatMap { teller in
        teller.facts.map { ($0, teller.name) }
      })
  }

  private mutating func checkIDs(_ elements: [PositionedJSON]) {
    var seen: [String: Int] = [:]
    for (index, element) in elements.enumerated() {
      guard case .object(let members) = element.content, let id = members.first(where: { $0.key == "id" })?.value,
        case .string(let text) = id.content
      else { continue }
      if let first = seen[text] {
        inspector.complain(
          "the id \"\(text)\" is taken by stages[\(first)]", at: id.position, path: "stages[\(index)].id")
      } else {
        seen[text] = index
      }
    }
  }

  /// Names go into logs, file names and addresses: a small alphabet spares everyone quoting.
  private mutating func identifier(_ node: PositionedJSON, at path: String) -> String? {
    guard let text = inspector.string(node, at: path) else { return nil }
    let allowed = text.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
    }
    if allowed, (1...40).contains(text.utf8.count), text.first != "-", text.last != "-" { return text }
    inspector.complain(
      "\"\(text)\" will not do as a name", at: node.position, path: path,
      expected: "1 to 40 of a–z, 0–9 and -, beginning and ending with a letter or digit")
    return nil
  }

  static let identifierPattern = "^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$"
}
