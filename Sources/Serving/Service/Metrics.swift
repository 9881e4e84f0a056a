import Synchronization

/// Counts since the start, in Prometheus' text format.
final class Metrics: Sendable {
  private struct Counts {
    var underWay = 0
    var answers: [Int: Int] = [:]
    var brokenOff = 0
    var cutOff = 0
    var bytesReceived: Int64 = 0
    var dossiers = 0
    var knownAgain = 0
    var files = 0
  }

  private let counts = Mutex(Counts())

  func began() { counts.withLock { $0.underWay += 1 } }

  func ended(status: Int?, bytesReceived: Int64) {
    counts.withLock { counts in
      counts.underWay -= 1
      counts.bytesReceived += bytesReceived
      if let status { counts.answers[status, default: 0] += 1 } else { counts.brokenOff += 1 }
    }
  }

  func cutOff() { counts.withLock { $0.cutOff += 1 } }

  func tookIn(files: Int, wasKnown: Bool) {
    counts.withLock { counts in
      if wasKnown { counts.knownAgain += 1 } else { counts.dossiers += 1 }
      counts.files += wasKnown ? 0 : files
    }
  }

  /// Ends with a line break.
  func text() -> String {
    let counts = counts.withLock { $0 }
    var lines = ["# TYPE hoso_requests_total counter"]
    for (status, count) in counts.answers.sorted(by: { $0.key < $1.key }) {
      lines.append("hoso_requests_total{status=\"\(status)\"} \(count)")
    }
    lines += [
      "# TYPE hoso_requests_broken_off_total counter", "hoso_requests_broken_off_total \(counts.brokenOff)",
      "# TYPE hoso_connections_cut_off_total counter", "hoso_connections_cut_off_total \(counts.cutOff)",
      "# TYPE hoso_received_bytes_total counter", "hoso_received_bytes_total \(counts.bytesReceived)",
      "# TYPE hoso_submissions_total counter", "hoso_submissions_total \(counts.dossiers)",
      "# TYPE hoso_submissions_repeated_total counter", "hoso_submissions_repeated_total \(counts.knownAgain)",
      "# TYPE hoso_files_total counter", "hoso_files_total \(counts.files)",
      "# TYPE hoso_requests_under_way gauge", "hoso_requests_under_way \(counts.underWay)",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
