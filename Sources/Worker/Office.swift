import CPosix
public import Dossiers
public import Logs
import Synchronization

/// The office's catalogue and calendar as its home has them: a changed file is taken up within a second by whoever
/// asks. A broken one is refused with a line in the log, and what held before goes on.
public final class Office: Sendable {
  private struct State {
    var procedures: ProcedureCatalogue
    var calendar: WorkingCalendar
    var catalogueFile: WatchedFile
    var calendarFile: WatchedFile
    /// In milliseconds since boot.
    var nextLook: Int64 = 0
  }

  private let home: Home
  private let log: any Log
  private let state: Mutex<State>
  private static let everyMilliseconds: Int64 = 1_000

  /// Reads both files; what is not there has its built-in stand-in.
  public init(of home: Home, log: any Log = SilentLog()) throws(OfficeFault) {
    self.home = home
    self.log = log
    state = Mutex(
      State(
        procedures: try home.readProcedures(), calendar: try home.readCalendar(),
        catalogueFile: WatchedFile(path: home.procedures), calendarFile: WatchedFile(path: home.calendar)))
  }

  public var procedures: ProcedureCatalogue {
    state.withLock { state in
      look(&state)
      return state.procedures
    }
  }

  public var calendar: WorkingCalendar {
    state.withLock { state in
      look(&state)
      return state.calendar
    }
  }

  /// Looks whether a file changed, at most once a second.
  func look() {
    state.withLock { look(&$0) }
  }

  private func look(_ state: inout State) {
    let now = hoso_boot_milliseconds()
    guard now >= state.nextLook else { return }
    state.nextLook = now + Self.everyMilliseconds
    if let bytes = state.catalogueFile.changed() {
      do throws(JSONFaults) {
        state.procedures = try ProcedureCatalogue.read(bytes)
      } catch {
        refuse(home.procedures, "procedures", error)
      }
    }
    if let bytes = state.calendarFile.changed() {
      do throws(JSONFaults) {
        state.calendar = try WorkingCalendar.read(bytes)
      } catch {
        refuse(home.calendar, "calendar", error)
      }
    }
  }

  private func refuse(_ path: String, _ name: String, _ faults: JSONFaults) {
    log.error("\(name).refused", ("file", path), ("faults", faults.description(in: path)))
  }
}
