public import Dossiers
public import Files
public import Pipeline
public import Storage
public import Workflow

/// All that a dossier stage may see and use.
public struct DossierStageContext: Sendable {
  public let store: any WorkflowStore
  public let files: any FileStore
  public let procedures: ProcedureCatalogue
  public let calendar: WorkingCalendar
  /// Where finished packages lie, and where they are made; on one file system.
  public let packagesFolder: String
  public let scratchFolder: String
  /// Name and version for the record: `hoso 1.0.0`.
  public let program: String
  public let now: Timestamp
  public let plan: Plan
  public let stage: PlannedStage
  public let token: LeaseToken
  public let dossier: Dossier
  /// Typesets form 01 and its QR code in a stage host.
  public let print: @Sendable (ReceiptForm) throws -> PrintedReceipt
  /// Has a program look at a PDF, whose path follows the arguments. A program without a slash is looked for on the PATH.
  public let validate: @Sendable (_ program: String, _ arguments: [String], OwnedDescriptor) throws -> ValidatorAnswer

  public init(
    store: any WorkflowStore, files: any FileStore, procedures: ProcedureCatalogue, calendar: WorkingCalendar,
    packagesFolder: String, scratchFolder: String, program: String, now: Timestamp, plan: Plan, stage: PlannedStage,
    token: LeaseToken, dossier: Dossier, print: @escaping @Sendable (ReceiptForm) throws -> PrintedReceipt,
    validate: @escaping @Sendable (String, [String], OwnedDescriptor) throws -> ValidatorAnswer
  ) {
    self.store = store
    self.files = files
    self.procedures = procedures
    self.calendar = calendar
    self.packagesFolder = packagesFolder
    self.scratchFolder = scratchFolder
    self.program = program
    self.now = now
    self.plan = plan
    self.stage = stage
    self.token = token
    self.dossier = dossier
    self.print = print
    self.validate = validate
  }

  /// The dossier's procedure, or the default one where the catalogue has lost it since.
  public var procedure: Procedure {
    procedures.procedure(code: dossier.procedure) ?? procedures.standard
  }

  /// The documents that count, in order: those that were cancelled don't.
  func documents() throws(StoreError) -> [Document] {
    try store.documents(of: dossier.id).filter { $0.state != .cancelled }
  }

  func text(_ setting: String) -> String? {
    stage.settings[setting]?.string.flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// A receipt as it came from the printer.
public struct PrintedReceipt: Sendable {
  public let pdf: [UInt8]
  /// The QR code alone.
  public let png: [UInt8]

  public init(pdf: [UInt8], png: [UInt8]) {
    self.pdf = pdf
    self.png = png
  }
}
