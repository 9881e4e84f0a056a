import Console
import Dossiers
import Glibc
import Logs
import Pipeline
import Reception
import Storage
import Worker
import Workflow

/// From a command line to the installation, store, dossier or plan that it names.
enum Opening {
  static func home(_ arguments: Arguments) -> Home {
    let named = arguments.value("--home") ?? getenv("HOSO_HOME").map { String(cString: $0) } ?? ""
    return Home(path: Home.absolute(named.isEmpty ? "hoso-home" : named))
  }

  /// The store that `--store` or HOSO_STORE names; nil for the home's own.
  static func location(_ arguments: Arguments) throws -> StoreLocation? {
    let named = arguments.value("--store") ?? getenv("HOSO_STORE").map { String(cString: $0) } ?? ""
    return named.isEmpty ? nil : try location(named)
  }

  /// The store of the command line, wherever it is.
  static func storeLocation(_ arguments: Arguments) throws -> StoreLocation {
    try location(arguments) ?? .sqlite(path: home(arguments).store)
  }

  static func location(_ text: String) throws -> StoreLocation {
    guard let location = StoreLocation(text) else {
      throw UsageError("a store is postgres://… or the path of a SQLite file, not “\(text)”")
    }
    return location
  }

  /// Where the files are that `--files` or HOSO_FILES names; nil for the home's own folder.
  static func filesLocation(_ arguments: Arguments) throws -> StorageLocation? {
    func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    let named = arguments.value("--files") ?? variable("HOSO_FILES") ?? ""
    if named.isEmpty { return nil }
    do {
      let location = try StorageLocation(named, environment: variable)
      guard case .folder(let path) = location else { return location }
      return .folder(path: Home.absolute(path))
    } catch {
      throw UsageError(error.message)
    }
  }

  /// Whether a command may make the home that it is given: what takes papers in or configures may. To all others a
  /// home that is not there is a mistyped one.
  enum Making { case never, onFirstUse }

  /// Opens the installation.
  static func installation(
    _ arguments: Arguments, _ making: Making = .never, log: any Log = SilentLog()
  ) throws -> Installation {
    if making == .never { try requireHome(arguments) }
    let location = try location(arguments)
    let filesLocation = try filesLocation(arguments)
    do throws(InstallationError) {
      return try Installation.open(home(arguments), location: location, filesLocation: filesLocation, log: log)
    } catch {
      throw ConfigurationError(error.message)
    }
  }

  /// A store that workers share is there without a home on this machine.
  private static func requireHome(_ arguments: Arguments) throws {
    let home = home(arguments)
    guard case .sqlite(let path) = try storeLocation(arguments), access(path, F_OK) != 0,
      access(home.unfinishedRestore, F_OK) != 0
    else { return }
    throw ConfigurationError(
      """
      there is no installation at \(home.path): name its folder with --home or HOSO_HOME. A new one is made by \
      hoso enqueue, import, watch, work, serve, keys create or pipeline apply
      """)
  }

  /// The same for work that needs the office's catalogue and calendar: what is wrong with them is told at once.
  static func office(
    _ arguments: Arguments, _ making: Making = .onFirstUse, log: any Log = SilentLog()
  ) throws -> Installation {
    let installation = try installation(arguments, making, log: log)
    do throws(OfficeFault) {
      _ = try installation.office
    } catch {
      throw ConfigurationError(error.description)
    }
    return installation
  }

  static func store(_ arguments: Arguments, _ making: Making = .never) throws -> any WorkflowStore {
    try installation(arguments, making).store
  }

  /// The dossier with that code, that id, or that came with that submission.
  static func dossier(_ reference: String, in store: any WorkflowStore) throws -> Dossier {
    if let dossier = try store.dossier(code: reference) { return dossier }
    if let dossier = try store.dossier(DossierID(rawValue: reference)) { return dossier }
    if let dossier = try store.dossier(submission: SubmissionID(rawValue: reference)) { return dossier }
    throw ConfigurationError(
      "no dossier has the code or id “\(reference)” in this home; the newest: hoso status --table --limit 10")
  }

  /// The active plan of the home, or the built-in one where there is no home yet.
  static func activePlan(_ arguments: Arguments) throws -> Plan {
    let home = home(arguments)
    guard try location(arguments) != nil || access(home.store, F_OK) == 0 else { return try PlanFile.plan(at: nil) }
    return try installation(arguments).activePlan()
  }
}

extension Dossier {
  /// What people call it: the code once there is one.
  var reference: String { code ?? id.rawValue }
}
