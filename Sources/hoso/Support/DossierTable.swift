import Console
import Dossiers
import Reception
import Worker
import Workflow

/// A row a dossier, newest last: what `samples/run` ends with.
enum DossierTable {
  static func text(limit: Int, installation: Installation, terminal: Terminal) throws -> String {
    let store = installation.store
    var table = Table("DOSSIER", "SENDER", "STATE", "DOCUMENTS", "READ", "RECEIPT AND PACKAGE")
    for dossier in try store.dossiers(DossierFilter(limit: limit)).reversed() {
      let documents = try store.documents(of: dossier.id)
      let parts = try documents.flatMap { try store.parts(of: $0.id) }
      let open = try store.problems(of: dossier.id).filter { $0.problem.severity != .warning }
      let read = parts.map(summary) + open.map { "! \($0.problem.code)" }
      table.add(
        dossier.reference, dossier.sender.map(Shown.line) ?? "–", dossier.state.rawValue,
        documents.map { Shown.line($0.name) }.joined(separator: "\n"), read.joined(separator: "\n"),
        try places(of: dossier, in: installation).joined(separator: "\n"))
    }
    return table.isEmpty ? "No dossier yet." : table.text(for: terminal)
  }

  /// A part in a few words: who, or how much.
  private static func summary(_ part: Part) -> String {
    let names: [FieldName] =
      part.kind == .idCard ? [.idNumber, .fullName, .fullNameASCII] : [.number, .payer, .total]
    var values = names.compactMap { part.fields[$0]?.value }.map(InspectionPage.words)
    if part.kind == .idCard, values.count == 3 { values.removeLast() }
    return ([part.variant.map(Shown.line) ?? part.kind.rawValue] + values).joined(separator: " ")
  }

  private static func places(of dossier: Dossier, in installation: Installation) throws -> [String] {
    let packages = try installation.store.packages(of: dossier.id)
    return packages.map { installation.home.packages + "/" + $0.path }
  }
}
