public import Dossiers
public import Pipeline

/// A stage that turns a sender's bytes into values, inside a stage host.
public protocol ContainedStage {
  /// As in the pipeline's `uses`.
  static var name: String { get }

  /// `settings` were checked against the stage's declaration; missing ones take their defaults.
  init(settings: [String: JSONValue]) throws

  /// Works on `pages` (counted from 1), those for which the stage's `when` holds. `progress` is told each page
  /// before work on it begins, so that a death can be laid to a page. Throws only for trouble that is ours.
  func run(on document: HostedDocument, pages: [Int], progress: (Int) -> Void) throws -> StageResult
}

/// A stage whose work on a page depends on no other page, so that several hosts can share a document's pages.
public protocol PageStage: ContainedStage {
  /// The stage's output over these pages, whether it was made here or learned from another host.
  func output(of document: HostedDocument, pages: [Int]) throws -> JSONValue
  /// The same in its canonical spelling, for many pages.
  func outputJSON(of document: HostedDocument, pages: [Int]) throws -> [UInt8]
}

extension PageStage {
  public func outputJSON(of document: HostedDocument, pages: [Int]) throws -> [UInt8] {
    Array(try output(of: document, pages: pages).canonical.utf8)
  }
}
