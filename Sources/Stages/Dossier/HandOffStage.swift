import Dossiers
import Pipeline
import Workflow

/// Ends the dossier's way through hoso: its state changes, and a message is there for whoever comes next. Both are
/// part of the one transaction that records this stage.
struct HandOffStage: DossierStage {
  static let name = "hand-off"

  func run(_ context: DossierStageContext) throws -> DossierStageEnd {
    let package = try context.store.packages(of: context.dossier.id).max { $0.version < $1.version }
    var payload: [String: JSONValue] = [
      "dossier": .string(context.dossier.id.rawValue), "version": .integer(Int64(context.dossier.version)),
      "procedure": .string(context.dossier.procedure),
    ]
    if let code = context.dossier.code { payload["code"] = .string(code) }
    if let package {
      payload["package"] = .object([
        "format": .string(package.format), "path": .string(package.path), "digest": .string(package.digest),
      ])
    }
    return DossierStageEnd(
      outbox: [(topic: "dossier.handed-off", payload: .object(payload))], endsDossier: .handedOff)
  }
}
