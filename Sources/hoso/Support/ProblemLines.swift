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
    return [
      terminal.styled(problem.code.rawValue, style) + page + ": " + problem.message.en,
      "  → " + problem.remedy.en,
      "  " + terminal.styled(problem.message.vi + " " + problem.remedy.vi, .dim),
    ]
  }
}
