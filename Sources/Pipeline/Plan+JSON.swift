import Dossiers

/// A stored plan that cannot be read back: the store was damaged or written by a later version.
public struct StoredPlanError: Error, Sendable, CustomStringConvertible {
  public let description: String
}

extension Plan {
  /// Reads a plan back from its canonical JSON, without any catalogue: whatever has changed in the program since.
  public init(canonicalJSON: String) throws(StoredPlanError) {
    let value: JSONValue
    do {
      value = try JSONReader.value(Array(canonicalJSON.utf8))
    } catch {
      throw StoredPlanError(description: "the stored plan is not JSON: \(error.description)")
    }
    try self.init(json: value)
  }

  init(json: JSONValue) throws(StoredPlanError) {
    guard let name = json["pipeline"]?.string, let reviewBelow = json["reviewBelow"]?.double,
      let stages = json["stages"]?.array
    else { throw StoredPlanError(description: "the stored plan lacks pipeline, reviewBelow or stages") }
    var planned: [PlannedStage] = []
    for stage in stages { planned.append(try PlannedStage(json: stage)) }
    self.init(name: name, reviewBelow: reviewBelow, stages: planned)
  }

  static func json(name: String, reviewBelow: Double, stages: [PlannedStage]) -> JSONValue {
    [
      "pipeline": .string(name), "reviewBelow": .number(reviewBelow), "stages": .array(stages.map(\.json)),
    ]
  }
}

extension Plan: Codable {
  public init(from decoder: any Decoder) throws {
    try self.init(json: JSONValue(from: decoder))
  }

  public func encode(to encoder: any Encoder) throws {
    try Self.json(name: name, reviewBelow: reviewBelow, stages: stages).encode(to: encoder)
  }
}

extension PlannedStage {
  init(json: JSONValue) throws(StoredPlanError) {
    guard let id = json["id"]?.string, let uses = json["uses"]?.string,
      let scope = json["scope"]?.string.flatMap(StageDeclaration.Scope.init(rawValue:)),
      let sort = json["sort"]?.string.flatMap(StageDeclaration.Sort.init(rawValue:)),
      case .object(let settings)? = json["settings"], let limits = json["limits"].flatMap(StageLimits.init(json:))
    else {
      throw StoredPlanError(description: "a stage of the stored plan lacks id, uses, scope, sort, settings or limits")
    }
    var condition: Condition?
    if let when = json["when"] {
      guard let read = Condition(json: when) else {
        throw StoredPlanError(description: "the condition of the stored stage \(id) cannot be read")
      }
      condition = read
    }
    self.init(id: id, uses: uses, scope: scope, sort: sort, settings: settings, when: condition, limits: limits)
  }

  var json: JSONValue {
    var members: [String: JSONValue] = [
      "id": .string(id), "uses": .string(uses), "scope": .string(scope.rawValue), "sort": .string(sort.rawValue),
      "settings": .object(settings), "limits": limits.json,
    ]
    if let when { members["when"] = when.json }
    return .object(members)
  }
}

extension StageLimits {
  init?(json: JSONValue) {
    guard let time = json["timeMilliseconds"]?.integer, let perPage = json["timePerPageMilliseconds"]?.integer,
      let memory = json["memoryBytes"]?.integer, let cpu = json["cpuMilliseconds"]?.integer
    else { return nil }
    self.init(
      timeMilliseconds: time, timePerPageMilliseconds: perPage, memoryBytes: memory, cpuMilliseconds: cpu,
      atOnce: json["atOnce"]?.integer.flatMap { Int(exactly: $0) })
  }

  var json: JSONValue {
    var members: [String: JSONValue] = [
      "timeMilliseconds": .integer(timeMilliseconds), "timePerPageMilliseconds": .integer(timePerPageMilliseconds),
      "memoryBytes": .integer(memoryBytes), "cpuMilliseconds": .integer(cpuMilliseconds),
    ]
    // Left out where there is none: a plan that never had it keeps its id.
    if let atOnce { members["atOnce"] = .integer(Int64(atOnce)) }
    return .object(members)
  }
}
