public import Dossiers

/// What the worker asks of a stage host.
public enum HostRequest: Sendable, Codable {
  /// A document, its descriptor beside the frame; section n is the output (JSON) of `earlier[n]`.
  case open(HostOpening)
  /// One stage; beside the frame of a stage that makes a file, the descriptor to write it to.
  case run(HostRun)
  /// What another host made of some of the open document's pages: section 0 is the stage's output (JSON) for them.
  case learn(uses: String)
  /// The output of a stage over pages that it was run on here, or that were learned.
  case gather(HostRun)
  /// Lets the document go. The host is as good as new for the next one.
  case close
  /// A receipt to typeset: section 0 is the form, as JSON.
  case print
  /// Separator pages to typeset: section 0 is the order, as JSON.
  case printCoverSheets
  /// The open document's page with boxes drawn on it, as a PNG.
  case annotate(page: Int, boxes: [Box])
}

/// A document that a host is to work on.
public struct HostOpening: Sendable, Codable {
  /// A stage that ran before, perhaps in a host that is gone.
  public struct Earlier: Sendable, Codable {
    public let uses: String
    public let settings: [String: JSONValue]

    public init(uses: String, settings: [String: JSONValue]) {
      self.uses = uses
      self.settings = settings
    }
  }

  /// As the sender named the file: a name that disagrees with the content is a problem of its own.
  public let name: String
  public let earlier: [Earlier]
  /// The file lies in Storage, where none changes: it may be mapped into memory.
  public let isStored: Bool

  public init(name: String, earlier: [Earlier] = [], isStored: Bool = false) {
    self.name = name
    self.earlier = earlier
    self.isStored = isStored
  }
}

/// One stage to run on the open document.
public struct HostRun: Sendable, Codable {
  public let stage: String
  public let uses: String
  public let settings: [String: JSONValue]
  /// Counted from 1; empty before the pages are counted.
  public let pages: [Int]

  public init(stage: String, uses: String, settings: [String: JSONValue], pages: [Int]) {
    self.stage = stage
    self.uses = uses
    self.settings = settings
    self.pages = pages
  }
}
