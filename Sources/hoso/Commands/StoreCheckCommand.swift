import Console
import Workflow

enum StoreCheckCommand: Command {
  static let description = CommandDescription(
    ["store", "check"], summary: "hold the record against its own rules",
    discussion: """
      Reads the whole record and looks for what must never be: tasks without their place in the queue, leases
      without holders, dossiers handed off without a message, codes without receipts, gaps in the numbers. Workers
      may go on meanwhile. Exit code 1 when something is found. The files are checked with `hoso fixity`.
      """,
    options: [GlobalOptions.home, GlobalOptions.store, GlobalOptions.files], examples: ["hoso store check"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let location = try Opening.storeLocation(arguments)
    let faults = try StoreCheck.run(on: try location.openExisting())
    for fault in faults { Output.line("\(fault.fault): \(fault.rows.joined(separator: ", "))") }
    Output.line(faults.isEmpty ? "\(location): sound" : "\(location): \(faults.count) kinds of fault")
    return faults.isEmpty ? .done : .needsAttention
  }
}
