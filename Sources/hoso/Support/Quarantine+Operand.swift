import Dossiers
import Workflow

extension QuarantinedTask {
  /// The task that an operand names: by its own id, by its document's, or as the only one of a dossier.
  static func named(_ operand: String, in store: any WorkflowStore) throws -> QuarantinedTask {
    if let entry = try store.quarantined(TaskID(rawValue: operand)) { return entry }
    let all = try store.quarantined(limit: 1_000_000)
    let found = all.filter { entry in
      [entry.document?.id.rawValue, entry.task.dossier.rawValue, entry.dossierCode].contains(operand)
    }
    guard let entry = found.first else {
      throw ConfigurationError("nothing in quarantine is called “\(operand)”; all of it: hoso quarantine list")
    }
    guard found.count == 1 else {
      let names = found.map(\.task.id.rawValue).joined(separator: ", ")
      throw ConfigurationError("“\(operand)” has \(found.count) tasks in quarantine, name one: \(names)")
    }
    return entry
  }
}
