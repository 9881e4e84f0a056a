import Dossiers

/// The rules about which stages may follow which.
enum PlanOrder {
  static func check(_ stages: [PlanReader.ReadStage], into inspector: inout JSONInspector) {
    // A stage that nobody can guess at might be the one that is missed: say nothing about missing ones then.
    let allKnown = stages.allSatisfy { $0.declaration != nil }
    var before: [StageDeclaration] = []
    var last: (name: String, index: Int)?
    for stage in stages {
      guard let declaration = stage.declaration else { continue }
      func complain(_ message: String, expected: String? = nil) {
        inspector.complain(message, at: stage.usesPosition, path: "\(stage.path).uses", expected: expected)
      }
      if declaration.scope == .document, let dossier = before.first(where: { $0.scope == .dossier }) {
        complain(
          "\"\(declaration.name)\" works on documents and stands after \"\(dossier.name)\", which works on dossiers",
          expected: "all document stages first")
      }
      if let last {
        complain("\"\(declaration.name)\" stands after \"\(last.name)\", which must be the last stage")
      }
      if declaration.sort == .transactional, before.contains(where: { $0.name == declaration.name }) {
        complain("\"\(declaration.name)\" stands twice: it can happen only once to a dossier")
      }
      for need in declaration.needs where allKnown {
        if !before.contains(where: { need.oneOf.contains($0.name) }) {
          let names = need.oneOf.map { "\"\($0)\"" }.joined(separator: " or ")
          complain("\"\(declaration.name)\" needs \(names) before it: \(need.reason)")
        }
      }
      before.append(declaration)
      if declaration.isLast, last == nil { last = (declaration.name, stage.index) }
    }
  }
}
