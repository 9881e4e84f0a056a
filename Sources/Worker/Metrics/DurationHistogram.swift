/// Durations counted in buckets, as Prometheus wants them: each bucket holds all that are not longer.
struct DurationHistogram {
  /// Seconds: from a barcode on a small photo to a long scan.
  private static let bounds = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]

  private var buckets = [Int](repeating: 0, count: bounds.count)
  private var count = 0
  private var sum = 0.0

  mutating func add(_ seconds: Double) {
    count += 1
    sum += seconds
    for (index, bound) in Self.bounds.enumerated() where seconds <= bound { buckets[index] += 1 }
  }

  func add(to page: inout MetricLines, _ name: String, _ labels: [(String, String)]) {
    for (bound, held) in zip(Self.bounds, buckets) {
      page.add(
        "\(name)_bucket", labels + [("le", bound.rounded() == bound ? "\(Int(bound))" : "\(bound)")], Double(held))
    }
    page.add("\(name)_bucket", labels + [("le", "+Inf")], Double(count))
    page.add("\(name)_sum", labels, sum)
    page.add("\(name)_count", labels, Double(count))
  }
}
