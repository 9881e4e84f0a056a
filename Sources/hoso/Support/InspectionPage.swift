import Console
import Dossiers

/// What was read from a file, for people.
enum InspectionPage {
  static func text(_ inspection: Inspection, terminal: Terminal) -> String {
    var lines = [terminal.styled(Shown.line(inspection.file), .bold) + "  " + verdict(inspection.verdict, terminal)]
    for problem in inspection.problems { lines += ProblemLines.of(problem, terminal: terminal).map { "  " + $0 } }
    for part in inspection.parts {
      lines.append("  " + heading(part))
      lines += fields(part.fields, terminal: terminal).map { "    " + $0 }
    }
    return lines.joined(separator: "\n")
  }

  static func verdict(_ verdict: Verdict, _ terminal: Terminal) -> String {
    switch verdict {
    case .accepted: terminal.styled("accepted", .green)
    case .review: terminal.styled("review", .yellow)
    case .rejected: terminal.styled("rejected", .red)
    }
  }

  static func heading(_ part: Part) -> String {
    var words = [part.kind.rawValue]
    if let variant = part.variant { words.append(Shown.line(variant)) }
    if let sides = part.sides, !sides.isEmpty { words.append(Shown.line(sides.joined(separator: " + "))) }
    let pages = part.pages.map(String.init).joined(separator: ", ")
    return words.joined(separator: " · ") + " (page \(pages))"
  }

  /// One line a field: mark, name, value, and where it comes from.
  static func fields(_ fields: [FieldName: Field], terminal: Terminal, below threshold: Double = 0.9) -> [String] {
    let width = fields.keys.map(\.rawValue.count).max() ?? 0
    return fields.sorted { $0.key < $1.key }.map { name, field in
      let mark = mark(field, below: threshold)
      let padding = String(repeating: " ", count: width - name.rawValue.count)
      let origin = "\(field.source.rawValue), \(Int((min(max(field.confidence, 0), 1) * 100).rounded())) %"
      return "\(mark) \(Shown.line(name.rawValue))\(padding)  \(words(field.value))  \(terminal.styled(origin, .dim))"
    }
  }

  private static func mark(_ field: Field, below threshold: Double) -> String {
    if field.source == .person { return "✎" }
    if field.verified { return "✓" }
    return field.confidence < threshold ? "?" : " "
  }

  static func words(_ value: JSONValue) -> String {
    switch value {
    case .null: "–"
    case .bool(let flag): "\(flag)"
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .string(let text): Shown.line(text)
    case .array(let elements): elements.map(words).joined(separator: "; ")
    case .object(let members):
      members.sorted { $0.key > $1.key }.map { words($0.value) }.joined(separator: " ")
    }
  }
}
