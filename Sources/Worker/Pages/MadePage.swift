import Dossiers
import Pipeline
import Stages

/// What a host made of one page in one of a share's stages.
struct MadePage: Sendable {
  /// Counted from 0, among the share's stages.
  let stage: Int
  /// Counted from 1.
  let page: Int
  /// Without facts of pages.
  let result: StageResult
  /// The page's own facts.
  let facts: [String: JSONValue]
  private(set) var output: [UInt8]
  let usage: StageHost.Usage

  init(stage: Int, page: Int, result: StageResult, output: [UInt8], usage: StageHost.Usage) {
    self.stage = stage
    self.page = page
    self.output = output
    self.usage = usage
    // The list has an entry for each page before this one: kept for a thousand pages, that is half a million.
    facts = result.facts.pages.indices.contains(page - 1) ? result.facts.pages[page - 1] : [:]
    var result = result
    result.facts.pages = []
    self.result = result
  }

  var withoutOutput: MadePage {
    var copy = self
    copy.output = []
    return copy
  }
}

extension StageHost {
  /// Takes one page through a share's stages, as far as they concern it and nothing speaks against going on.
  func run(_ share: PageShare, page: Int) throws(HostFailure) -> [MadePage] {
    var made: [MadePage] = []
    for (index, stage) in share.stages.enumerated() where share.concerns(stage: index, page: page, made) {
      share.begin(stage: index)
      defer { share.end(stage: index) }
      let (result, output, usage) = try run(
        HostRun(stage: stage.id, uses: stage.uses, settings: stage.settings, pages: [page]),
        limits: share.limitsLeft(stage: index))
      made.append(MadePage(stage: index, page: page, result: result, output: output, usage: usage))
      guard result.outcome == .done || result.outcome == .review else { break }
    }
    return made
  }

  /// Tells what another host made of pages.
  func learn(_ made: [MadePage], of share: PageShare) throws(HostFailure) {
    for one in made {
      try learn(one.output, of: share.stages[one.stage], limits: share.limitsLeft(stage: one.stage))
    }
  }
}
