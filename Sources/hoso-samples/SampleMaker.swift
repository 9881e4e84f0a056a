import Foundation

/// Writes the sample dossiers and the table of what must come of them.
enum SampleMaker {
  static func write(to folder: URL) throws {
    let dossiers = folder.appending(path: "dossiers", directoryHint: .isDirectory)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var table = "# folder under dossiers/\tverdict\tproblem code\n"
    for sample in try SampleCatalogue.dossiers() {
      let place = dossiers.appending(path: sample.folder, directoryHint: .isDirectory)
      // Afresh: a file that a former maker left here would become part of the dossier.
      if FileManager.default.fileExists(atPath: place.path) { try FileManager.default.removeItem(at: place) }
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for (name, bytes) in sample.files { try Data(bytes).write(to: place.appending(path: name)) }
      if let details = sample.details {
        try (encoder.encode(details) + Data("\n".utf8)).write(to: place.appending(path: "dossier.json"))
      }
      let (verdict, code) = sample.outcome.columns
      table += "\(sample.folder)\t\(verdict)\t\(code)\n"
    }
    try Data(table.utf8).write(to: folder.appending(path: "expected.tsv"))
  }
}
