import Dossiers

/// Reads a stage's `when` against the facts that are known before the stage runs.
///
/// `{"noTextLayer": true}`, `{"mediaType": ["image/jpeg", "image/png"]}`, `{"pages": {"atMost": 20}}`; several keys
/// of one object must hold together; `and` and `or` take a list of conditions, `not` one condition.
struct ConditionReader {
  static let operators = ["and", "or", "not"]

  let scope: StageDeclaration.Scope
  /// Told by what stands before the stage.
  let known: [FactDeclaration]
  /// Told by stages that stand later or not at all: the fact, and who tells it.
  let elsewhere: [(fact: FactDeclaration, teller: String)]

  func read(_ node: PositionedJSON, path: String, into inspector: inout JSONInspector) -> Condition? {
    guard let members = inspector.members(node, at: path) else { return nil }
    if members.isEmpty {
      inspector.complain("an empty condition", at: node.position, path: path, expected: "a fact, and, or, or not")
      return nil
    }
    // In the order of the names, so that the order of writing does not change the plan's identity.
    let conditions = members.sorted { $0.key < $1.key }.map { member in
      term(member, path: JSONInspector.join(path, member.key), into: &inspector)
    }
    let read = conditions.compactMap { $0 }
    guard read.count == conditions.count else { return nil }
    return read.count == 1 ? read[0] : .all(read)
  }

  private func term(
    _ member: PositionedJSON.Member, path: String, into inspector: inout JSONInspector
  ) -> Condition? {
    switch member.key {
    case "not": return read(member.value, path: path, into: &inspector).map { .not($0) }
    case "and", "or":
      guard let elements = inspector.list(member.value, at: path) else { return nil }
      if elements.isEmpty {
        inspector.complain("an empty list of conditions", at: member.value.position, path: path)
        return nil
      }
      let conditions = elements.enumerated().compactMap { index, element in
        read(element, path: "\(path)[\(index)]", into: &inspector)
      }
      guard conditions.count == elements.count else { return nil }
      if conditions.count == 1 { return conditions[0] }
      return member.key == "and" ? .all(conditions) : .any(conditions)
    default:
      guard let fact = fact(member, path: path, into: &inspector) else { return nil }
      return test(member.value, fact.kind, path: path, into: &inspector).map { .fact(fact.name, $0) }
    }
  }

  private func fact(
    _ member: PositionedJSON.Member, path: String, into inspector: inout JSONInspector
  ) -> FactDeclaration? {
    let wanted: (FactDeclaration) -> Bool = { ($0.scope == .dossier) == (scope == .dossier) }
    if let fact = known.first(where: { $0.name == member.key && wanted($0) }) { return fact }
    if let late = elsewhere.first(where: { $0.fact.name == member.key && wanted($0.fact) }) {
      inspector.complain(
        "\"\(member.key)\" is not known yet: only \"\(late.teller)\" tells it", at: member.keyPosition, path: path,
        expected: "\"\(late.teller)\" before this stage")
      return nil
    }
    if (known + elsewhere.map(\.fact)).contains(where: { $0.name == member.key }) {
      let (asked, runs) = scope == .dossier ? ("documents", "dossiers") : ("dossiers", "documents")
      inspector.complain(
        "\"\(member.key)\" is a fact of \(asked), and this stage runs on \(runs)", at: member.keyPosition, path: path)
      return nil
    }
    let names = known.filter(wanted).map(\.name)
    let suggestion = Spelling.nearest(
      to: member.key, among: names + elsewhere.map(\.fact).filter(wanted).map(\.name) + Self.operators)
    inspector.complain(
      "unknown fact \"\(member.key)\"", at: member.keyPosition, path: path,
      expected: suggestion == nil ? "one of \((names + Self.operators).joined(separator: ", "))" : nil,
      suggestion: suggestion)
    return nil
  }

  private func test(
    _ node: PositionedJSON, _ kind: FactDeclaration.Kind, path: String, into inspector: inout JSONInspector
  ) -> Condition.Test? {
    switch node.content {
    case .array(let elements):
      if elements.isEmpty {
        inspector.complain("an empty list of values", at: node.position, path: path)
        return nil
      }
      let values = elements.enumerated().compactMap { index, element in
        value(element, kind, path: "\(path)[\(index)]", into: &inspector)
      }
      guard values.count == elements.count else { return nil }
      return values.count == 1 ? .equals(values[0]) : .oneOf(values.sorted { $0.canonical < $1.canonical })
    case .object:
      guard case .integer = kind else {
        inspector.wrongKind(node, at: path, expected: Self.words(kind))
        return nil
      }
      if case .object(let members) = node.content, members.isEmpty {
        inspector.complain("no bound", at: node.position, path: path, expected: "atLeast, atMost or both")
        return nil
      }
      guard let bounds = inspector.object(node, at: path, keys: ["atLeast", "atMost"]), !bounds.isEmpty else {
        return nil
      }
      let limits = ["atLeast", "atMost"].map { key in
        bounds[key].flatMap {
          inspector.integer($0.value, at: JSONInspector.join(path, key), in: Int64.min...Int64.max)
        }
      }
      guard bounds.count == limits.compactMap({ $0 }).count else { return nil }
      if let low = limits[0], let high = limits[1], low > high {
        inspector.complain("atLeast \(low) is above atMost \(high): this never holds", at: node.position, path: path)
        return nil
      }
      return .within(atLeast: limits[0], atMost: limits[1])
    default:
      return value(node, kind, path: path, into: &inspector).map { .equals($0) }
    }
  }

  private func value(
    _ node: PositionedJSON, _ kind: FactDeclaration.Kind, path: String, into inspector: inout JSONInspector
  ) -> JSONValue? {
    switch (kind, node.content) {
    case (.boolean, .bool(let flag)): return .bool(flag)
    case (.integer, .integer(let whole)): return .integer(whole)
    case (.string, .string(let text)): return .string(text)
    case (.choice(let choices), .string): return inspector.choice(node, at: path, among: choices).map { .string($0) }
    case (.list(let kind), _): return value(node, kind, path: path, into: &inspector)
    default:
      inspector.wrongKind(node, at: path, expected: Self.words(kind))
      return nil
    }
  }

  private static func words(_ kind: FactDeclaration.Kind) -> String {
    switch kind {
    case .boolean: "true or false"
    case .integer: #"a whole number or {"atLeast": …, "atMost": …}"#
    case .string: "a string or a list of strings"
    case .choice(let choices): "one of \(choices.joined(separator: ", "))"
    case .list(let kind): words(kind)
    }
  }
}
