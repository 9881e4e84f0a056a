/// What time it is, for the store. Leases go by the boot clock, schedules by both: setting the wall clock must
/// neither end a lease nor keep a task waiting.
public protocol StoreClock: Sendable {
  func now() -> Moment
}
