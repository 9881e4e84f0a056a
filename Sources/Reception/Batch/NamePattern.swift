import Dossiers

/// Tells from a file's name which dossier it belongs to: `{dossier}_{document}.{ext}`.
///
/// A part in braces stands for one or more characters, as few as will do; `/` is never among them. The rest of the
/// pattern is taken as it is, capital and small letters alike. Parts called as manifest columns (`procedure`, `sender`,
/// …) tell of the dossier; `{document}` and further `{name}`s of one's own order its files.
public struct NamePattern: Sendable {
  public struct Malformed: Error, Sendable, CustomStringConvertible {
    public let description: String
  }

  private enum Piece: Sendable, Hashable {
    case literal(String)
    case part(String)
  }

  private let pieces: [Piece]

  /// True where the pattern speaks of folders: it is held against the path below the batch's folder then.
  public var hasFolders: Bool {
    pieces.contains { if case .literal(let text) = $0 { text.contains("/") } else { false } }
  }

  public init(_ text: String) throws(Malformed) {
    var pieces: [Piece] = []
    var literal = ""
    var rest = Substring(text)
    while let character = rest.popFirst() {
      switch character {
      case "{":
        guard let end = rest.firstIndex(of: "}") else {
          throw Malformed(description: "a brace that opens is not closed in “\(text)”")
        }
        let name = String(rest[..<end])
        rest = rest[rest.index(after: end)...]
        guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }) else {
          throw Malformed(description: "“{\(name)}” is no name of a part: letters, digits, - and _ are")
        }
        guard !pieces.contains(.part(name)) else { throw Malformed(description: "{\(name)} stands there twice") }
        if !literal.isEmpty { pieces.append(.literal(literal)) }
        literal = ""
        if case .part(let before)? = pieces.last {
          throw Malformed(description: "nothing stands between {\(before)} and {\(name)}: where would one end?")
        }
        pieces.append(.part(name))
      case "}": throw Malformed(description: "a brace closes that was not opened in “\(text)”")
      default: literal.append(character)
      }
    }
    if !literal.isEmpty { pieces.append(.literal(literal)) }
    guard pieces.contains(.part("dossier")) else {
      throw Malformed(description: "a pattern needs {dossier}, as in {dossier}_{document}.{ext}")
    }
    self.pieces = pieces
  }

  /// The named parts of a file's name; nil where it does not fit.
  public func parts(of name: String) -> [String: String]? {
    Self.match(pieces[...], Substring(name.nfc))
  }

  private static func match(_ pieces: ArraySlice<Piece>, _ text: Substring) -> [String: String]? {
    guard let piece = pieces.first else { return text.isEmpty ? [:] : nil }
    let following = pieces.dropFirst()
    switch piece {
    case .literal(let literal):
      let literal = literal.nfc
      guard text.prefix(literal.count).lowercased() == literal.lowercased() else { return nil }
      return match(following, text.dropFirst(literal.count))
    case .part(let name):
      var end = text.startIndex
      while end < text.endIndex, text[end] != "/" {
        end = text.index(after: end)
        if var found = match(following, text[end...]) {
          found[name] = String(text[..<end])
          return found
        }
      }
      return nil
    }
  }
}
