import Dossiers

/// A parsed command line, checked against its description: options by name, then operands in order.
public struct Arguments: Sendable {
  public let operands: [String]
  private let flags: Set<String>
  private let values: [String: [String]]

  /// Parses what follows the command's name. `--name value`, `--name=value` and `--` are understood.
  public init(_ words: some Sequence<String>, for command: CommandDescription) throws(UsageError) {
    var operands: [String] = []
    var flags: Set<String> = []
    var values: [String: [String]] = [:]
    var onlyOperands = false
    var iterator = words.makeIterator()
    while let word = iterator.next() {
      guard !onlyOperands, word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      if word == "--" {
        onlyOperands = true
        continue
      }
      let halves = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let name = halves[0]
      guard let option = command.options.first(where: { $0.name == name }) else {
        throw UsageError(Self.unknown(name, among: command.options.map(\.name), command: command.name))
      }
      if option.value == nil {
        guard halves.count == 1 else { throw UsageError("\(name) takes no value") }
        flags.insert(name)
      } else if halves.count == 2 {
        values[name, default: []].append(halves[1])
      } else if let value = iterator.next() {
        values[name, default: []].append(value)
      } else {
        throw UsageError("\(name) needs a value: \(name) \(option.value ?? "")")
      }
    }
    guard command.operandCount.contains(operands.count) else {
      throw UsageError(Self.wrongCount(operands.count, command: command))
    }
    self.operands = operands
    self.flags = flags
    self.values = values
  }

  public func has(_ flag: String) -> Bool { flags.contains(flag) }

  /// The option's last value.
  public func value(_ name: String) -> String? { values[name]?.last }

  public func allValues(_ name: String) -> [String] { values[name] ?? [] }

  public func integer(_ name: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let text = value(name) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw UsageError("\(name) takes a whole number from \(range.lowerBound) to \(range.upperBound), not “\(text)”")
    }
    return number
  }

  private static func unknown(_ name: String, among known: [String], command: String) -> String {
    let nearest = Spelling.nearest(to: name, among: known)
    let hint = nearest.map { "; did you mean \($0)?" } ?? ""
    return "hoso \(command) has no option \(name)\(hint)"
  }

  private static func wrongCount(_ count: Int, command: CommandDescription) -> String {
    if count < command.operandCount.lowerBound { return "hoso \(command.name) needs \(command.operands)" }
    if command.operandCount.upperBound == 0 { return "hoso \(command.name) takes no operands" }
    return "hoso \(command.name) takes \(command.operands), not \(count) operands"
  }
}
