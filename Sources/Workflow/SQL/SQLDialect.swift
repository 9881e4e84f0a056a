/// The few statements that cannot be written in one way for all databases.
struct SQLDialect: Sendable {
  /// Leases up to `$6` ready tasks: `$1` worker, `$2` boot id, `$3` lease end and `$5` now on the boot clock, `$4`
  /// now on the wall clock. Returns `TaskRow`'s columns, in no particular order.
  let claim: SQL
}
