import Dossiers
import Media
import Pipeline

extension StageResult {
  /// What a refused file comes to.
  init(refusal: MediaRefusal, output: JSONValue = .null) {
    self.init(output: output)
    add(refusal)
  }

  /// Adds what is wrong with a file or a page; the worst problem decides the outcome.
  mutating func add(_ refusal: MediaRefusal) {
    add(refusal.problem)
    detail = detail ?? refusal.detail
  }

  mutating func add(_ problem: Problem) {
    // Several stages stumble over the same broken page; once is enough.
    guard !problems.contains(problem) else { return }
    problems.append(problem)
    switch problem.severity {
    case .rejects: outcome = .rejected
    case .review: if outcome == .done { outcome = .review }
    case .warning: break
    }
  }
}
