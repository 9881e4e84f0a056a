public import Dossiers
import Media
import Pipeline

/// Runs contained stages on one document in this process, in order: for tests and for scoring. The worker runs the
/// same stages in a host.
public struct DocumentInspector {
  private let tools: ReadingTools
  private let stages: [any ContainedStage]

  /// All contained stages in their order, with `settings` by stage name.
  public init(tools: ReadingTools, settings: [String: [String: JSONValue]] = [:]) throws {
    self.tools = tools
    stages = try ContainedStageTable.stages.map { try $0.init(settings: settings[$0.name] ?? [:]) }
  }

  /// What the stages make of `bytes`, whose sender called them `name`.
  public func inspect(_ bytes: [UInt8], name: String) throws -> Inspection {
    let document = HostedDocument(name: name, tools: tools) { (budget) throws(MediaRefusal) in
      try MediaOpener.open(bytes: bytes, name: name, budget: budget)
    }
    return try inspect(document)
  }

  /// The same for a document that is already hosted.
  public func inspect(_ document: HostedDocument) throws -> Inspection {
    var problems: [Problem] = []
    var parts: [Part] = []
    var pages: [Int] = []
    for stage in stages {
      // As in the default pipeline: pages with text of their own aren't recognised.
      let isRecogniser = stage is ReadText
      let chosen = isRecogniser ? try pages.filter { try !document.hasTextLayer(page: $0) } : pages
      let result = try stage.run(on: document, pages: chosen, progress: { _ in })
      for problem in result.problems where !problems.contains(problem) { problems.append(problem) }
      parts += result.parts
      if stage is ValidateFile {
        guard result.outcome == .done else { break }
        pages = try document.media.pages.map(\.number)
      }
    }
    return Inspection(file: document.name, problems: problems, parts: parts)
  }
}
