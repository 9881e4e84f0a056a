import Console
import Dossiers

/// A problem for an operator: code, what is wrong, what to do.
enum ProblemLines {
  static func of(_ problem: Problem, terminal: Terminal) -> [String] {
    let style: Terminal.Style =
      switch problem.severity {
      case .warning: .cyan
      case .review: .yellow
      case .rejects: .red
      }
    let page = problem.page.map { " (page \($0))" } ?? ""
    // A problem may be in an officer's own words, or quote what was read.
    let (message, remedy) = (problem.message, problem.remedy)
    return [
      terminal.styled(Shown.line(problem.code.rawValue), style) + page + ": " + Shown.line(message.en),
      "  → " + Shown.line(remedy.en),
      "  " + terminal.styled(Shown.line(message.vi + " " + remedy.vi), .dim),
    ]
  }
}
