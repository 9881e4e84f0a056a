public import Dossiers
public import Workflow

/// What a citizen asks for in a text, written with or without diacritics.
public enum ChatCommand: Hashable, Sendable {
  case handIn
  /// That was all: hand in.
  case done
  case cancel
  /// A code, or nil where none was given.
  case lookUp(DossierCode?)
  case supplement(DossierCode?)
  /// With the address that the post shall bring it to, where it was given.
  case returnBy(ReturnChoice.Way, address: String?)
  case feedback(String)
  case help
  case other(String)

  /// Words, without diacritics and in small letters; the longest fitting one is meant.
  private static let words: [(words: String, make: @Sendable (String) -> ChatCommand)] = [
    ("nop ho so", { _ in .handIn }), ("nop", { _ in .handIn }), ("gui ho so", { _ in .handIn }),
    ("xong", { _ in .done }), ("da xong", { _ in .done }), ("xong roi", { _ in .done }), ("gui xong", { _ in .done }),
    ("hoan tat", { _ in .done }), ("het roi", { _ in .done }), ("du roi", { _ in .done }),
    ("huy", { _ in .cancel }), ("huy bo", { _ in .cancel }), ("bo het", { _ in .cancel }),
    ("tra cuu", { .lookUp(code($0)) }), ("tra cuu ho so", { .lookUp(code($0)) }), ("tc", { .lookUp(code($0)) }),
    ("ho so den dau", { .lookUp(code($0)) }),
    ("bo sung", { .supplement(code($0)) }), ("bo sung ho so", { .supplement(code($0)) }),
    ("bo sung giay to", { .supplement(code($0)) }),
    ("tra ket qua qua buu chinh", { .returnBy(.post, address: rest($0)) }),
    ("tra ket qua qua buu dien", { .returnBy(.post, address: rest($0)) }),
    ("nhan ket qua qua buu chinh", { .returnBy(.post, address: rest($0)) }),
    ("nhan ket qua qua buu dien", { .returnBy(.post, address: rest($0)) }),
    ("qua buu chinh", { .returnBy(.post, address: rest($0)) }),
    ("qua buu dien", { .returnBy(.post, address: rest($0)) }),
    ("buu chinh", { .returnBy(.post, address: rest($0)) }), ("buu dien", { .returnBy(.post, address: rest($0)) }),
    ("tra ket qua tai quay", { _ in .returnBy(.counter, address: nil) }),
    ("nhan ket qua tai quay", { _ in .returnBy(.counter, address: nil) }),
    ("nhan tai quay", { _ in .returnBy(.counter, address: nil) }),
    ("tai quay", { _ in .returnBy(.counter, address: nil) }),
    ("gop y", { rest($0).map(ChatCommand.feedback) ?? .feedback("") }),
    ("phan anh", { rest($0).map(ChatCommand.feedback) ?? .feedback("") }),
    ("tro giup", { _ in .help }), ("giup", { _ in .help }), ("huong dan", { _ in .help }), ("help", { _ in .help }),
    ("menu", { _ in .help }), ("bat dau", { _ in .help }), ("?", { _ in .help }),
  ]

  /// Commands after which more may stand; after the others only what politeness adds.
  private static let politeness: Set<String> = ["a", "nhe", "nha", "roi", "em", "anh", "chi", "ban", "oi", "di", "voi"]

  public init(_ text: String) {
    let words = text.nfc.singleSpaced.split(separator: " ").map(String.init)
    let plain = words.map(Self.plain)
    // The longest command that the text begins with.
    let found = Self.words.filter { entry in
      let wanted = entry.words.split(separator: " ").map(String.init)
      return plain.starts(with: wanted)
    }.max { $0.words.count < $1.words.count }
    if let found {
      let count = found.words.split(separator: " ").count
      let rest = words.dropFirst(count).joined(separator: " ")
      let command = found.make(rest)
      let takesRest: Bool =
        switch command {
        case .lookUp, .supplement, .returnBy(.post, _), .feedback: true
        default: plain.dropFirst(count).allSatisfy { Self.politeness.contains($0) || $0.isEmpty }
        }
      if takesRest {
        self = command
        return
      }
    }
    if let code = DossierCode(typed: text) {
      self = .lookUp(code)
    } else {
      self = .other(text.nfc.singleSpaced)
    }
  }

  /// Whether a text agrees to a question.
  public static func agrees(_ text: String) -> Bool {
    let words = text.nfc.singleSpaced.split(separator: " ").map { plain(String($0)) }
    guard let first = words.first else { return false }
    return ["co", "dung", "ok", "oke", "vang", "da", "yes", "dong", "u"].contains(first)
      && words.count <= 3 && !words.contains("khong") && !words.contains("chua")
  }

  private static func plain(_ word: String) -> String {
    let letters = word.withoutDiacritics.lowercased()
    let isPunctuation: (Character) -> Bool = { ".,!?:;\"'“”()#/".contains($0) }
    let bare = String(letters.drop(while: isPunctuation).reversed().drop(while: isPunctuation).reversed())
    return bare.isEmpty ? letters : bare
  }

  /// The dossier code in what follows a command, wherever it stands.
  private static func code(_ rest: String) -> DossierCode? {
    if let code = DossierCode(typed: rest) { return code }
    return rest.split(separator: " ").lazy.compactMap { word in
      let start = word.drop { "#:(“\"".contains($0) }
      return DossierCode(typed: String(start.reversed().drop { ".,;!?)”\"".contains($0) }.reversed()))
    }.first
  }

  private static func rest(_ rest: String) -> String? {
    let text = String(rest.drop { ":,-. ".contains($0) })
    return text.isEmpty ? nil : text
  }
}
