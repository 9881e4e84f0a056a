import Console
import Dossiers
import Foundation
import Workflow

/// What is known of a task in quarantine, for an operator.
enum QuarantinePage {
  static func text(of entry: QuarantinedTask, terminal: Terminal) -> String {
    let task = entry.task
    var lines = [terminal.styled(task.id.rawValue, .bold) + "  \(task.kind.rawValue), stage \(task.stage ?? "–")"]
    var facts = [
      ("dossier", "\(entry.dossierCode ?? task.dossier.rawValue), \(entry.dossierState.rawValue)"),
      ("set aside", Moment.text(entry.since)),
    ]
    if let document = entry.document {
      facts.append(("document", "\(document.ordinal). \(Shown.line(document.name)), \(document.byteCount) bytes"))
      facts.append(("sha256", document.sha256))
    }
    lines += Help.columns(facts)
    for (number, strike) in entry.strikes.enumerated() {
      lines += [
        "", terminal.styled("Strike \(number + 1)", .bold) + "  \(Moment.text(strike.at))  \(Shown.line(strike.error))",
      ]
      lines += Help.columns(measures(strike) + [("worker", strike.worker.rawValue)])
      lines += (strike.evidence["lastLines"]?.array ?? []).compactMap(\.string).map { "  | " + Shown.line($0) }
    }
    return lines.joined(separator: "\n")
  }

  /// What the deaths came of, in a few words: `memory-limit, page 3, peak 1024 MiB`.
  static func summary(of entry: QuarantinedTask) -> String {
    guard let evidence = entry.strikes.last?.evidence else { return entry.task.lastError ?? "" }
    return
      (["cause"].compactMap { evidence[$0]?.string }
      + measures(evidence).map { "\($0.0) \($0.1)" }).joined(separator: ", ")
  }

  private static func measures(_ strike: QuarantinedTask.Strike) -> [(String, String)] {
    [("cause", strike.evidence["cause"]?.string ?? "–"), ("stage", strike.stage)] + measures(strike.evidence)
  }

  private static func measures(_ evidence: JSONValue) -> [(String, String)] {
    let plain: [(String, String)] = [
      ("page", "page"), ("signal", "signal"), ("exit code", "exitCode"), ("system call", "systemCall"),
    ]
    var measures = plain.compactMap { name, key in evidence[key]?.integer.map { (name, "\($0)") } }
    if let bytes = evidence["limitBytes"]?.integer { measures.append(("limit", "\(bytes >> 20) MiB")) }
    if let time = evidence["limitMilliseconds"]?.integer { measures.append(("limit", "\(time) ms")) }
    if let peak = evidence["peakMemoryBytes"]?.integer { measures.append(("peak memory", "\(peak >> 20) MiB")) }
    if let time = evidence["cpuMilliseconds"]?.integer { measures.append(("processor", "\(time) ms")) }
    return measures
  }
}
