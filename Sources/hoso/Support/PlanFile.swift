import Console
import Dossiers
import Foundation
import Pipeline
import Stages
import Worker
import Workflow

/// Pipelines from files, with every mistake shown in its place.
enum PlanFile {
  /// The plan in the file, or the built-in one.
  static func plan(at path: String?) throws -> Plan {
    guard let path else {
      return try PlanReader.read(Array(DefaultPipeline.json.utf8), catalogue: StageCatalogue.builtIn)
    }
    let bytes = try bytes(of: path)
    do throws(PlanErrors) {
      return try PlanReader.read(bytes, catalogue: StageCatalogue.builtIn)
    } catch {
      let count = error.faults.count
      throw ConfigurationError(
        "\(path) has \(count == 1 ? "a mistake" : "\(count) mistakes")\n" + error.description(in: path))
    }
  }

  /// Refuses a plan that this machine could not run, such as one that names a language which is not installed: every
  /// document would fail on it. Where no host can be started to ask, that is said and nothing more.
  static func requireRunnable(_ plan: Plan, from path: String) throws {
    let shortcomings: [String]
    do {
      shortcomings = try HostCheck.shortcomings(of: plan, scratch: Scratch.folder)
    } catch {
      Output.note("whether this machine has what the plan names was not looked at: \(error)")
      return
    }
    guard !shortcomings.isEmpty else { return }
    throw ConfigurationError("\(path) cannot be run on this machine\n" + shortcomings.joined(separator: "\n"))
  }

  /// The same where workers elsewhere run the plan. What this machine lacks they may well have, and what they have is
  /// known to nobody but them: it is said, and nothing is refused.
  static func tellWhatWorkersNeed(_ plan: Plan, workers: [WorkerRegistration]) {
    // Where no host can be started here, there is nothing to say of this machine.
    for shortcoming in (try? HostCheck.shortcomings(of: plan, scratch: Scratch.folder)) ?? [] {
      Output.note("missing on this machine: \(shortcoming)")
    }
    let hosts = Set(workers.map(\.host)).sorted()
    Output.note(
      "whether the machines of the workers have all that the plan names was not looked at; there, hoso doctor tells"
        + (hosts.isEmpty ? "" : ": \(Shown.line(hosts.joined(separator: ", ")))"))
  }

  static func bytes(of path: String) throws(ConfigurationError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ConfigurationError("\(path) cannot be read")
    }
    return Array(data)
  }
}
