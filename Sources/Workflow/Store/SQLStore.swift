/// The workflow store's logic over any SQL database: what a submission, a record or a decision does to tasks,
/// documents and dossiers. A database adds its transactions, its migrations and a factory (`SQLiteStore`).
///
/// `@unchecked Sendable`: only because it is not final; its properties are constants of sendable types, and
/// subclasses add none.
public class SQLStore: WorkflowStore, @unchecked Sendable {
  let database: any SQLDatabase
  let fairness = ClaimFairness()

  init(database: any SQLDatabase) {
    self.database = database
  }

  /// The third death that a host brought on itself quarantines.
  static let strikesAllowed = 3
  /// The tenth death from outside fails.
  static let crashesAllowed = 10
}
