import Dossiers

/// Reads a stage's `limits`; what is absent is as the stage's declaration says.
enum LimitReader {
  static let keys = ["time", "timePerPage", "memory", "cpu", "atOnce"]
  static let time: ClosedRange<Int64> = 100...86_400_000
  static let timePerPage: ClosedRange<Int64> = 0...3_600_000
  static let atOnce: ClosedRange<Int64> = 1...10_000
  /// Below 64 MiB a stage host does not even start.
  static let memory: ClosedRange<Int64> = (64 << 20)...(1 << 40)

  static func read(
    _ node: PositionedJSON?, standard: StageLimits, path: String, into inspector: inout JSONInspector
  ) -> StageLimits {
    guard let node, let members = inspector.object(node, at: path, keys: keys) else { return standard }
    func limit(
      _ key: String, _ range: ClosedRange<Int64>, text: (Int64) -> String,
      read: (PositionedJSON, String, inout JSONInspector) -> Int64?
    ) -> Int64? {
      guard let node = members[key]?.value else { return nil }
      let path = JSONInspector.join(path, key)
      guard let value = read(node, path, &inspector) else { return nil }
      if range.contains(value) { return value }
      inspector.complain(
        "\(text(value)) is out of range", at: node.position, path: path,
        expected: "\(text(range.lowerBound)) to \(text(range.upperBound))")
      return nil
    }
    func duration(_ key: String, _ range: ClosedRange<Int64>) -> Int64? {
      limit(key, range, text: Quantity.durationText) { SettingReader.duration($0, at: $1, into: &$2) }
    }
    let time = duration("time", time)
    return StageLimits(
      timeMilliseconds: time ?? standard.timeMilliseconds,
      timePerPageMilliseconds: duration("timePerPage", timePerPage) ?? standard.timePerPageMilliseconds,
      memoryBytes: limit("memory", memory, text: Quantity.sizeText) { SettingReader.size($0, at: $1, into: &$2) }
        ?? standard.memoryBytes,
      cpuMilliseconds: duration("cpu", LimitReader.time) ?? time ?? standard.cpuMilliseconds,
      atOnce: limit("atOnce", atOnce, text: { "\($0)" }) { $2.integer($0, at: $1, in: .min ... .max) }
        .map { Int($0) } ?? standard.atOnce)
  }
}
