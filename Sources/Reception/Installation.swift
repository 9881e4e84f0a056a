import Dossiers
import Foundation
public import Logs
public import Pipeline
import Stages
public import Storage
public import Worker
public import Workflow

/// An installation opened for use: its store, its files, and the office's own catalogue and calendar.
public struct Installation: Sendable {
  public let home: Home
  /// Where its store is: in the home, unless another place was named.
  public let location: StoreLocation
  public let store: any WorkflowStore
  public let files: any FileStore
  private let catalogueAndCalendar: Result<Office, OfficeFault>

  /// Opens an installation, making its folders, store and default plan on first use. Its store is the home's SQLite
  /// file, or the one at `location`; its files lie in the home's folder, or at `filesLocation`. A catalogue or calendar
  /// that cannot be read keeps out nobody but those who ask for it; `log` is told of one that breaks later.
  public static func open(
    _ home: Home, location: StoreLocation? = nil, filesLocation: StorageLocation? = nil, log: any Log = SilentLog()
  ) throws(InstallationError) -> Installation {
    let location = location ?? .sqlite(path: home.store)
    guard !FileManager.default.fileExists(atPath: home.unfinishedRestore) else {
      throw InstallationError(
        "\(home.path) holds an unfinished restore: run hoso restore again, with the same backup or another")
    }
    do {
      try home.prepare()
      let store = try location.open()
      let installation = Installation(
        home: home, location: location, store: store,
        // A folder that is named beside a shared store is there for all the homes that share it.
        files: try (filesLocation ?? .folder(path: home.files)).open(
          cache: home.cache, folderIsShared: filesLocation != nil && location.isShared),
        catalogueAndCalendar: Result { () throws(OfficeFault) in try Office(of: home, log: log) })
      if try store.activePlan() == nil { try installation.applyFirstPlan() }
      return installation
    } catch {
      throw location.isShared
        ? InstallationError(opening: location, error) : InstallationError(opening: home, error)
    }
  }

  /// The office's catalogue and calendar, as the home has them now.
  public var office: Office {
    get throws(OfficeFault) { try catalogueAndCalendar.get() }
  }

  /// The plan that new dossiers begin with.
  public func activePlan() throws(ReceptionError) -> Plan {
    do {
      guard let stored = try store.activePlan() else {
        throw ReceptionError(.noPlan, "no plan is active: hoso pipeline apply FILE")
      }
      return try Plan(canonicalJSON: stored.canonicalJSON)
    } catch let error as ReceptionError {
      throw error
    } catch let error as StoreError {
      throw ReceptionError(store: error)
    } catch {
      throw ReceptionError(.noPlan, "the active plan cannot be read: \(error)")
    }
  }

  /// Makes a plan the active one and lays its source into the home, where an embedded worker looks. True when it
  /// was not active before.
  public func apply(_ plan: Plan, source: [UInt8], by actor: String) throws -> Bool {
    let isNew = try store.apply(plan.stored, by: actor)
    // Workers that share a database go by what is applied there.
    if location.isShared { return isNew }
    try Data(source).write(to: URL(fileURLWithPath: home.pipeline), options: .atomic)
    return isNew
  }

  /// The code of the procedure asked for, or of the default one.
  public func procedure(_ code: String?) throws(ReceptionError) -> String {
    let catalogue: ProcedureCatalogue
    do throws(OfficeFault) {
      catalogue = try office.procedures
    } catch {
      throw ReceptionError(.catalogue, error.description, cause: error)
    }
    guard let code else { return catalogue.standard.code }
    guard catalogue.procedure(code: code) != nil else {
      throw ReceptionError(
        .unknownProcedure, catalogue.complaint(about: code) + "; others belong into \(home.procedures)")
    }
    return code
  }

  /// Rings the workers of this home: there is something to do.
  public func ringBell() {
    Bell.ring(in: home)
  }

  /// Refuses a stage that no stored plan has, with the nearest name.
  public func requireStage(_ id: String) throws {
    let known = Set(try activePlan().stages.map(\.id))
    guard !known.contains(id) else { return }
    let hint = Spelling.nearest(to: id, among: known.sorted()).map { "; did you mean “\($0)”?" } ?? ""
    throw ReceptionError(.unknownStage, "the active plan has no stage “\(id)”\(hint)")
  }

  /// Refuses a wish about duplicates that the active plan would not hear.
  public func requireDuplicateCheck() throws {
    guard try !activePlan().stages.contains(where: { $0.uses == StageDeclaration.checkDuplicates.name }) else { return }
    throw ReceptionError(
      .unknownStage,
      "the active plan has no stage that uses \(StageDeclaration.checkDuplicates.name): add one before issue-receipt")
  }

  private func applyFirstPlan() throws {
    let path = home.pipeline
    let source =
      FileManager.default.contents(atPath: path).map { Array($0) } ?? Array(DefaultPipeline.json.utf8)
    let plan: Plan
    do {
      plan = try PlanReader.read(source, catalogue: StageCatalogue.builtIn)
    } catch {
      throw InstallationError(path + " has mistakes\n" + error.description(in: path))
    }
    _ = try store.apply(plan.stored, by: "first start")
  }
}
