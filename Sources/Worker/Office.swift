import Dossiers
import Synchronization

/// The office's catalogue and calendar, as last read without a fault.
final class Office: Sendable {
  private struct State {
    var procedures: ProcedureCatalogue
    var calendar: WorkingCalendar
  }

  private let state: Mutex<State>

  init(procedures: ProcedureCatalogue, calendar: WorkingCalendar) {
    state = Mutex(State(procedures: procedures, calendar: calendar))
  }

  var procedures: ProcedureCatalogue { state.withLock(\.procedures) }
  var calendar: WorkingCalendar { state.withLock(\.calendar) }

  func replace(procedures: ProcedureCatalogue) {
    state.withLock { $0.procedures = procedures }
  }

  func replace(calendar: WorkingCalendar) {
    state.withLock { $0.calendar = calendar }
  }
}
