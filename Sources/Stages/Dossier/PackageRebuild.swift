public import Archive
public import Dossiers
import Files
import Pipeline
public import Storage
public import Workflow

/// Makes a dossier's package once more from the record and the stored files, outside of any worker: the same package
/// to the byte, wherever and whenever it is made.
public enum PackageRebuild {
  public enum Refused: Error, Sendable, CustomStringConvertible {
    case noBundleStage
    case noPackage

    public var description: String {
      switch self {
      case .noBundleStage: "the dossier's plan makes no packages"
      case .noPackage: "the dossier has no package yet"
      }
    }
  }

  /// Lays the package into `folder`; `scratch` lies on the same file system. What a validator of PDF/A said when the
  /// package was first made stands: it is not asked again.
  public static func run(
    _ dossier: Dossier, store: any WorkflowStore, files: any FileStore, procedures: ProcedureCatalogue,
    calendar: WorkingCalendar, program: String, to folder: String, scratch: String
  ) throws -> PlacedPackage {
    guard let stored = try store.plan(dossier.plan) else { throw Refused.noBundleStage }
    let plan = try Plan(canonicalJSON: stored.canonicalJSON)
    guard let stage = plan.stages(of: .dossier).first(where: { $0.uses == StageDeclaration.bundleDossier.name }) else {
      throw Refused.noBundleStage
    }
    guard try store.packages(of: dossier.id).contains(where: { $0.version == dossier.version }) else {
      throw Refused.noPackage
    }
    let context = DossierStageContext(
      store: store, files: files, procedures: procedures, calendar: calendar, packagesFolder: folder,
      scratchFolder: scratch, program: program, now: dossier.updatedAt, plan: plan, stage: stage,
      token: LeaseToken(task: TaskID(rawValue: ""), worker: WorkerID(rawValue: ""), claim: 0), dossier: dossier,
      print: { _ in throw Refused.noPackage }, validate: { _, _, _ in ValidatorAnswer(isAccepted: true, lastLines: []) }
    )
    return try BundleDossierStage().place(context).placed
  }
}
