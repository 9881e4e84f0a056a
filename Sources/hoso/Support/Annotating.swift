import Dossiers
import Foundation
import Pipeline
import Worker

/// Draws what was found on pages, for an operator's eyes.
enum Annotating {
  /// Writes the first page drawn to `target` and further ones beside it: `out.png`, `out-7.png` for page 7. Without a
  /// page, every page on which something was read is drawn.
  static func draw(
    _ file: String, page: Int?, plan: Plan, to target: String
  ) throws -> (written: [String], inspection: Inspection) {
    var drawn: [(page: Int, png: [UInt8])] = []
    let inspection = try Inspector(plan: plan, jobs: 1, scratch: Scratch.folder).annotate(path: file, page: page) {
      drawn.append(($0, $1))
    }
    let written = try drawn.enumerated().map { index, drawing in
      let path = index == 0 ? target : beside(target, page: drawing.page)
      do {
        try Data(drawing.png).write(to: URL(fileURLWithPath: path), options: .atomic)
      } catch {
        throw ConfigurationError("\(path) cannot be written")
      }
      return path
    }
    return (written, inspection)
  }

  private static func beside(_ target: String, page: Int) -> String {
    let url = URL(fileURLWithPath: target)
    let stem = target.hasSuffix("." + url.pathExtension) ? String(target.dropLast(url.pathExtension.count + 1)) : target
    return "\(stem)-\(page)" + (url.pathExtension.isEmpty ? "" : "." + url.pathExtension)
  }
}
