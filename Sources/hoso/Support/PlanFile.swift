import Dossiers
import Foundation
import Pipeline
import Stages

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

  static func bytes(of path: String) throws(ConfigurationError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ConfigurationError("\(path) cannot be read")
    }
    return Array(data)
  }
}
