import Console
import Dossiers
import Workflow

enum ReviewSetCommand: Command {
  static let description = CommandDescription(
    ["review", "set"], operands: "DOSSIER DOCUMENT FIELD VALUE", operandCount: 4...4,
    summary: "set a field by hand",
    discussion: """
      DOCUMENT is the document's number within the dossier, as `hoso review show` prints it. What was read stays
      in the record; what is set is shown and packed in its place, with your name. Only while the dossier is received,
      in review or rejected: later its package is made already.
      """,
    options: [
      OptionDescription("--part", value: "N", summary: "which part of the document, counted from 1 (default: 1)"),
      GlobalOptions.actor, GlobalOptions.home, GlobalOptions.store, GlobalOptions.files,
    ],
    examples: ["hoso review set H26.1-261122-0001 1 full_name \"NGUYỄN THỊ MẪU\""])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let name = try FieldEntry.name(arguments.operands[2])
    let value = try FieldEntry.value(arguments.operands[3], of: name)
    let store = try Opening.store(arguments)
    let dossier = try Opening.dossier(arguments.operands[0], in: store)
    guard let ordinal = Int(arguments.operands[1]),
      let document = try store.documents(of: dossier.id).first(where: { $0.ordinal == ordinal })
    else { throw UsageError("\(dossier.reference) has no document number \(arguments.operands[1])") }
    let part = try arguments.integer("--part", in: 1...1000) ?? 1
    try store.setField(name, to: value, part: part - 1, of: document.id, by: Actor.name(arguments))
    Output.line("Set. When all is right: hoso review accept \(dossier.reference)")
    return .done
  }
}
