import CPosix
import Synchronization

/// Counts what each key or address uses up, refilled evenly over a minute.
final class TokenBuckets: Sendable {
  private struct Bucket {
    var left: Double
    var at: Int64
  }

  private let perMinute: Double
  private let buckets = Mutex<[String: Bucket]>([:])
  private static let kept = 20_000

  init(perMinute: some BinaryInteger) {
    self.perMinute = Double(perMinute)
  }

  /// Takes so much. False, and takes nothing, where nothing is left.
  func take(_ amount: Double, from name: String) -> Bool {
    change(name) { bucket in
      guard bucket.left >= min(amount, 1) else { return false }
      bucket.left -= amount
      return true
    }
  }

  /// Whether anything is left.
  func hasAny(_ name: String) -> Bool {
    change(name) { $0.left >= 1 }
  }

  /// Takes what has been used already, into debt if need be.
  func charge(_ amount: Double, to name: String) {
    change(name) { $0.left -= amount }
  }

  /// Seconds until something is left again.
  func secondsToWait(_ name: String) -> Int {
    let left = change(name) { $0.left }
    return left >= 1 ? 0 : max(1, Int(((1 - left) * 60 / perMinute).rounded(.up)))
  }

  private func change<Value: Sendable>(_ name: String, _ body: (inout Bucket) -> Value) -> Value {
    let now = hoso_boot_milliseconds()
    return buckets.withLock { buckets in
      // Whoever asks for nothing any more has a full bucket, and need not be remembered.
      if buckets.count >= Self.kept {
        buckets = buckets.filter { $0.value.left + perMinute * Double(now - $0.value.at) / 60_000 < perMinute }
      }
      var bucket = buckets[name] ?? Bucket(left: perMinute, at: now)
      bucket.left = min(perMinute, bucket.left + perMinute * Double(now - bucket.at) / 60_000)
      bucket.at = now
      let value = body(&bucket)
      buckets[name] = bucket
      return value
    }
  }
}
