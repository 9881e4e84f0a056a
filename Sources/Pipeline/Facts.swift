public import Dossiers

/// What is known of a document and of each of its pages, by name: what `when` asks about.
public struct Facts: Sendable, Codable, Hashable {
  public var document: [String: JSONValue]
  /// One entry a page, in order; empty until the pages are counted.
  public var pages: [[String: JSONValue]]

  public init(document: [String: JSONValue] = [:], pages: [[String: JSONValue]] = []) {
    self.document = document
    self.pages = pages
  }

  /// Lays newer facts over these; a page list that is longer wins in length.
  public mutating func merge(_ newer: Facts) {
    document.merge(newer.document) { $1 }
    for (index, facts) in newer.pages.enumerated() {
      if index < pages.count {
        pages[index].merge(facts) { $1 }
      } else {
        pages.append(facts)
      }
    }
  }
}
