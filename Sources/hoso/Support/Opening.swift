import Console
import Dossiers
import Glibc
import Pipeline
import Reception
import Worker
import Workflow

/// From a command line to the installation, store, dossier or plan that it names.
enum Opening {
  static func home(_ arguments: Arguments) -> Home {
    let named = arguments.value("--home") ?? getenv("HOSO_HOME").map { String(cString: $0) } ?? ""
    return Home(path: Home.absolute(named.isEmpty ? "hoso-home" : named))
  }

  /// Opens the installation, making it on first use.
  static func installation(_ arguments: Arguments) throws -> Installation {
    do throws(InstallationError) {
      return try Installation.open(home(arguments))
    } catch {
      throw ConfigurationError(error.message)
    }
  }

  static func store(_ arguments: Arguments) throws -> any WorkflowStore {
    try installation(arguments).store
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
    guard access(home.store, F_OK) == 0 else { return try PlanFile.plan(at: nil) }
    return try installation(arguments).activePlan()
  }
}

extension Dossier {
  /// What people call it: the code once there is one.
  var reference: String { code ?? id.rawValue }
}
