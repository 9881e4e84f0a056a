public import Dossiers

/// The two languages that everything for people is said in.
public enum Language: String, Sendable, CaseIterable {
  case vi, en

  /// After `Accept-Language` (RFC 9110 12.5.4); Vietnamese unless English is wanted more.
  init(accepting header: String?) {
    var weights: [Language: Double] = [:]
    for part in (header ?? "").lowercased().split(separator: ",") {
      let pieces = part.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
      guard let tag = pieces.first, let language = Language(rawValue: String(tag.prefix { $0 != "-" })) else {
        continue
      }
      let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
      weights[language] = max(weights[language] ?? 0, weight)
    }
    self = (weights[.en] ?? 0) > (weights[.vi] ?? 0) ? .en : .vi
  }

  public func pick(_ text: BilingualText) -> String {
    self == .vi ? text.vi : text.en
  }

  func pick(_ vi: String, _ en: String) -> String {
    self == .vi ? vi : en
  }
}

extension Language {
  /// The page's own switch (`?lang=en`) before what the browser says.
  init(_ request: HTTPRequest) {
    self =
      request.value("lang").flatMap { Language(rawValue: $0) }
      ?? Language(accepting: request.headers["accept-language"])
  }
}
