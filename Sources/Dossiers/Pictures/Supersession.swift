/// By which later files a picture was superseded: `superseded by document 2`.
public struct Supersession: Hashable, Sendable, CustomStringConvertible {
  /// Ordinals of the files that show the paper well, ascending.
  public let documents: [Int]

  public init(by documents: some Sequence<Int>) {
    self.documents = Set(documents).sorted()
  }

  /// Reads what `description` wrote; nil for anything else.
  public init?(_ text: String) {
    guard text.hasPrefix(Self.words) else { return nil }
    let numbers = text.dropFirst(Self.words.count).drop { !$0.isNumber }.split(separator: ", ").map { Int($0) }
    let documents = numbers.compactMap { $0 }
    guard !documents.isEmpty, documents.count == numbers.count else { return nil }
    self.documents = documents
  }

  public var description: String {
    "\(Self.words)\(documents.count == 1 ? "" : "s") \(documents.map(String.init).joined(separator: ", "))"
  }

  private static let words = "superseded by document"
}
