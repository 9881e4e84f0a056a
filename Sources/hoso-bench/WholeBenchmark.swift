import Files
import Glibc

/// Whole programs: start-up, and dossiers from their files to the hand-off.
struct WholeBenchmark {
  private let programs: String
  private let dossiers: Int
  private let folder: String

  init(programs: String, dossiers: Int, folder: String) {
    self.programs = programs
    self.dossiers = dossiers
    self.folder = folder
  }

  func run() throws {
    try startUp()
    print("whole dossiers, imported, worked on and handed off       wall        CPU")
    try dossiers("validated only", Self.bare)
    try dossiers("validated, packed as a bag", Self.packed)
  }

  /// Taken in turns with the smallest program there is, so that the ratio stands on a loaded machine too.
  private func startUp() throws {
    var ours: [Double] = []
    var least: [Double] = []
    for _ in 0..<50 {
      ours.append(try Child.run("\(programs)/hoso", ["--help"]).seconds * 1000)
      least.append(try Child.run("/bin/true", []).seconds * 1000)
    }
    ours.sort()
    least.sort()
    print("start-up: hoso --help \(tenths(ours[25])) ms, /bin/true \(tenths(least[25])) ms (medians of 50 each)")
  }

  private func dossiers(_ title: String, _ stages: String) throws {
    let place = "\(folder)/hoso-bench-whole-\(getpid())"
    defer { _ = try? Folder.removeTree(place) }
    try Folder.create("\(place)/home")
    try write("\(place)/home/pipeline.json", "{ \"pipeline\": \"bench\", \"stages\": [\(stages)] }")
    for number in 1...dossiers {
      try Folder.create("\(place)/batch/\(10_000 + number)")
      try write("\(place)/batch/\(10_000 + number)/don.pdf", Self.document(number))
    }
    let ended = try Child.run(
      "\(programs)/hoso", ["import", "\(place)/batch", "--home", "\(place)/home"], log: "\(place)/log")
    guard ended.status == 0 else { throw UsageError(message: "hoso import ended with \(ended.status)") }
    let rate = tenths(Double(dossiers) / ended.seconds)
    print("  \(pad(title, 44)) \(pad("\(rate)/s", 10))  \(tenths(ended.cpuSeconds / Double(dossiers) * 1000)) ms each")
  }

  private func write(_ path: String, _ text: String) throws {
    try OwnedDescriptor.creating(path, mode: 0o600).write(Array(text.utf8))
  }

  private static let bare = """
    { "id": "validate", "uses": "validate-file" },
    { "id": "receipt", "uses": "issue-receipt", "with": { "agency": "H26.1" } },
    { "id": "hand-off", "uses": "hand-off" }
    """

  private static let packed = """
    { "id": "validate", "uses": "validate-file" },
    { "id": "receipt", "uses": "issue-receipt", "with": { "agency": "H26.1" } },
    { "id": "bundle", "uses": "bundle-dossier" },
    { "id": "hand-off", "uses": "hand-off" }
    """

  /// A PDF of one page with a line of text; the number makes each another file.
  private static func document(_ number: Int) -> String {
    let text = "BT /F1 14 Tf 60 760 Td (DON SO \(number)) Tj ET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        + "/Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length \(text.utf8.count) >>\nstream\n\(text)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    var file = "%PDF-1.4\n"
    var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let digits = String(file.utf8.count)
      table += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    return file + table + "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
  }

  private func tenths(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
