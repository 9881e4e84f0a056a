public import Dossiers

/// What one plan does otherwise than another: for `hoso pipeline diff`.
public struct PlanDiff: Hashable, Sendable {
  public enum Change: Hashable, Sendable {
    /// Something of the plan itself: `pipeline`, `reviewBelow`.
    case plan(key: String, old: JSONValue, new: JSONValue)
    /// Positions count from 1 in the plan's list of stages.
    case added(PlannedStage, position: Int)
    case removed(PlannedStage, position: Int)
    /// The order among the stages that both plans have is not the same.
    case moved(id: String, from: Int, to: Int)
    /// `path` such as `with.maxPages`; nil where one side has no such thing.
    case changed(id: String, path: String, old: JSONValue?, new: JSONValue?)
  }

  public let changes: [Change]

  public var isEmpty: Bool { changes.isEmpty }

  public init(from old: Plan, to new: Plan) {
    var changes: [Change] = []
    if old.name != new.name { changes.append(.plan(key: "pipeline", old: .string(old.name), new: .string(new.name))) }
    if old.reviewBelow != new.reviewBelow {
      changes.append(.plan(key: "reviewBelow", old: .number(old.reviewBelow), new: .number(new.reviewBelow)))
    }
    for (index, stage) in old.stages.enumerated() where new.stage(id: stage.id) == nil {
      changes.append(.removed(stage, position: index + 1))
    }
    let stayed = Self.unmoved(old.stages.map(\.id), new.stages.map(\.id))
    for (index, stage) in new.stages.enumerated() {
      guard let before = old.stages.firstIndex(where: { $0.id == stage.id }) else {
        changes.append(.added(stage, position: index + 1))
        continue
      }
      if !stayed.contains(stage.id) {
        changes.append(.moved(id: stage.id, from: before + 1, to: index + 1))
      }
      changes += Self.changes(from: old.stages[before], to: stage)
    }
    self.changes = changes
  }

  private static func changes(from old: PlannedStage, to new: PlannedStage) -> [Change] {
    var before = ["uses": JSONValue.string(old.uses)]
    var after = ["uses": JSONValue.string(new.uses)]
    for (key, value) in old.settings { before["with.\(key)"] = value }
    for (key, value) in new.settings { after["with.\(key)"] = value }
    before["when"] = old.when?.json
    after["when"] = new.when?.json
    for (name, limit) in limits(old.limits) { before[name] = limit }
    for (name, limit) in limits(new.limits) { after[name] = limit }
    return Set(before.keys).union(after.keys).sorted().filter { before[$0] != after[$0] }.map {
      .changed(id: new.id, path: $0, old: before[$0], new: after[$0])
    }
  }

  private static func limits(_ limits: StageLimits) -> [(String, JSONValue)] {
    [
      ("limits.time", .string(Quantity.durationText(limits.timeMilliseconds))),
      ("limits.timePerPage", .string(Quantity.durationText(limits.timePerPageMilliseconds))),
      ("limits.memory", .string(Quantity.sizeText(limits.memoryBytes))),
      ("limits.cpu", .string(Quantity.durationText(limits.cpuMilliseconds))),
    ] + (limits.atOnce.map { [("limits.atOnce", .integer(Int64($0)))] } ?? [])
  }

  /// A longest list of ids that stand in the same order in both: all others have moved.
  private static func unmoved(_ old: [String], _ new: [String]) -> Set<String> {
    var lengths = Array(repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
    for i in old.indices.reversed() {
      for j in new.indices.reversed() {
        lengths[i][j] =
          old[i] == new[j] ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
      }
    }
    var common: Set<String> = []
    var (i, j) = (0, 0)
    while i < old.count, j < new.count {
      if old[i] == new[j] {
        common.insert(old[i])
        i += 1
        j += 1
      } else if lengths[i + 1][j] >= lengths[i][j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return common
  }
}

extension PlanDiff: CustomStringConvertible {
  /// One line a change; empty where the plans do the same.
  public var description: String {
    changes.map(\.description).joined(separator: "\n")
  }
}

extension PlanDiff.Change: CustomStringConvertible {
  public var description: String {
    switch self {
    case .plan(let key, let old, let new): "~ \(key): \(old.canonical) → \(new.canonical)"
    case .added(let stage, let position): "+ \(stage.id) (\(stage.uses)) at \(position)"
    case .removed(let stage, let position): "- \(stage.id) (\(stage.uses)) at \(position)"
    case .moved(let id, let from, let to): "~ \(id): moved from \(from) to \(to)"
    case .changed(let id, let path, let old, let new):
      "~ \(id).\(path): \(old?.canonical ?? "nothing") → \(new?.canonical ?? "nothing")"
    }
  }
}
