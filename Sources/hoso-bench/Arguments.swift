/// What the command line said.
struct Arguments {
  private var words: [String]

  init(_ words: some Sequence<String>) {
    self.words = Array(words)
  }

  mutating func next() -> String? {
    words.isEmpty ? nil : words.removeFirst()
  }

  /// Takes `--name value` out, wherever it stands.
  mutating func option(_ name: String) throws -> String? {
    guard let place = words.firstIndex(of: "--" + name) else { return nil }
    guard place + 1 < words.count else { throw UsageError(message: "--\(name) needs a value") }
    let value = words[place + 1]
    words.removeSubrange(place...place + 1)
    return value
  }

  mutating func number(_ name: String, standard: Int, least: Int = 1) throws -> Int {
    guard let text = try option(name) else { return standard }
    guard let number = Int(text), number >= least else {
      throw UsageError(message: "--\(name) needs a number from \(least)")
    }
    return number
  }

  /// Takes `--name` out; true where it stood.
  mutating func flag(_ name: String) -> Bool {
    guard let place = words.firstIndex(of: "--" + name) else { return false }
    words.remove(at: place)
    return true
  }

  func end() throws {
    if let word = words.first { throw UsageError(message: "unknown argument \(word)") }
  }
}

struct UsageError: Error {
  let message: String
}
