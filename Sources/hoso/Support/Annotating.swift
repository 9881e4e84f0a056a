import Foundation
import Pipeline
import Worker

/// Draws what was found on a page, for an operator's eyes.
enum Annotating {
  static func draw(_ file: String, page: Int, plan: Plan, to target: String) throws {
    let png = try Inspector(plan: plan, jobs: 1, scratch: Scratch.folder).annotate(path: file, page: page)
    do {
      try Data(png).write(to: URL(fileURLWithPath: target), options: .atomic)
    } catch {
      throw ConfigurationError("\(target) cannot be written")
    }
  }
}
