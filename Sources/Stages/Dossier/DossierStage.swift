public import Dossiers
public import Pipeline
public import Workflow

/// A stage of the dossier scope: runs in the worker, over the record of one dossier.
public protocol DossierStage: Sendable {
  /// The name that `uses` names.
  static var name: String { get }

  init()

  /// Runs under the task's lease. A `StoreError` with `.leaseLost` passes through and means: stop, change nothing.
  /// Whatever it throws besides is passing trouble or a fault of ours; the worker decides by the error's kind.
  func run(_ context: DossierStageContext) throws -> DossierStageEnd
}

/// What a dossier stage made; the worker records it in one transaction with what follows from it.
public struct DossierStageEnd: Sendable {
  public var outcome: StageOutcome
  public var problems: [Problem]
  public var output: JSONValue
  public var receiptPrinted: (pdfSHA256: String, pngSHA256: String)?
  public var package: StoredPackage?
  public var outbox: [(topic: String, payload: JSONValue)]
  /// Set by the stage that ends the dossier's way through hoso.
  public var endsDossier: Dossier.State?

  public init(
    outcome: StageOutcome = .done, problems: [Problem] = [], output: JSONValue = .null,
    receiptPrinted: (pdfSHA256: String, pngSHA256: String)? = nil, package: StoredPackage? = nil,
    outbox: [(topic: String, payload: JSONValue)] = [], endsDossier: Dossier.State? = nil
  ) {
    self.outcome = outcome
    self.problems = problems
    self.output = output
    self.receiptPrinted = receiptPrinted
    self.package = package
    self.outbox = outbox
    self.endsDossier = endsDossier
  }
}

/// The dossier stages by name.
public enum DossierStageTable {
  public static func make(uses name: String) -> (any DossierStage)? {
    let known: [any DossierStage.Type] = [
      CheckCompletenessStage.self, CheckDuplicatesStage.self, IssueReceiptStage.self, BundleDossierStage.self,
      HandOffStage.self,
    ]
    return known.first { $0.name == name }?.init()
  }
}
