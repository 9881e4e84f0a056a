import Synchronization

/// A PostgreSQL database: a connection a thread at work, lent for one transaction at a time.
///
/// A call survives the loss of its connection, a restart of the server and a failover: it connects again and runs
/// its transaction again, for as long as `patienceInMilliseconds`. A commit whose answer was lost is looked up first.
final class PostgresDatabase: SQLDatabase {
  private let url: String
  /// nil goes by the database's own clock.
  private let givenClock: (any StoreClock)?
  private let databaseClock = PostgresClock()
  private let patienceInMilliseconds: Int64
  private let idle = Mutex<[PostgresConnection]>([])
  private let places = ClaimPlaces()
  private static let idleKept = 16

  /// Connects, and brings the schema up to date where `migration` allows it.
  init(
    url: String, clock: (any StoreClock)?, migration: PostgresSchema.Policy, patienceInMilliseconds: Int64
  ) throws(StoreError) {
    self.url = url
    givenClock = clock
    self.patienceInMilliseconds = patienceInMilliseconds
    try PostgresSchema.prepare(url, migration)
    // The first connection shows that the URL is right; later ones may fail for a while.
    let connection = try PostgresConnection(url: url)
    idle.withLock { $0.append(connection) }
  }

  func write<Value: Sendable>(
    _ doing: String, _ body: (any SQLTransaction) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    var patience = Patience(milliseconds: patienceInMilliseconds)
    while true {
      let connection = try borrow(doing, &patience)
      var made: Value?
      do throws(StoreError) {
        let moment = try readClock(connection)
        try connection.beginWriting()
        let transaction = PostgresTransaction(connection, moment: moment, places: places)
        let value = try body(transaction)
        made = value
        try connection.commit(ringing: transaction.hasMadeReady)
        if transaction.hasMadeReady { places.forget() }
        giveBack(connection)
        return value
      } catch {
        if let made, connection.hasSentCommit, case .lost? = connection.failure?.kind,
          let id = connection.transactionID
        {
          idle.withLock { $0.removeAll() }
          if try wasCommitted(id, error, &patience) { return made }
          continue
        }
        try recover(connection, from: error, &patience)
      }
    }
  }

  func read<Value: Sendable>(
    _ doing: String, _ body: (any SQLTransaction) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    var patience = Patience(milliseconds: patienceInMilliseconds)
    while true {
      let connection = try borrow(doing, &patience)
      do throws(StoreError) {
        let moment = try readClock(connection)
        try connection.beginReading()
        let value = try body(PostgresTransaction(connection, moment: moment, places: places))
        try connection.endReading()
        giveBack(connection)
        return value
      } catch {
        try recover(connection, from: error, &patience)
      }
    }
  }

  /// Returns where the transaction is to be tried again, throws where its error is the answer.
  private func recover(
    _ connection: PostgresConnection, from error: StoreError, _ patience: inout Patience
  ) throws(StoreError) {
    let kind = connection.failure?.kind
    if connection.rollBack() { giveBack(connection) }
    switch kind {
    case .lost:
      // The others have most likely gone the same way.
      idle.withLock { $0.removeAll() }
      try patience.wait(or: error)
    case .contended: try patience.wait(or: error)
    case .duplicate: try patience.lookAgain(or: error)
    case .refused, nil: throw error
    }
  }

  /// What became of a commit whose answer never came. Waits until the server knows.
  private func wasCommitted(
    _ id: String, _ error: StoreError, _ patience: inout Patience
  ) throws(StoreError) -> Bool {
    while true {
      try patience.wait(or: error)
      let connection = try borrow(error.doing, &patience)
      do throws(StoreError) {
        try connection.beginReading()
        let status =
          try connection.rows("SELECT pg_xact_status($1::xid8)", [.string(id)]) {
            row throws(StoreError) in row.optionalText(0)
          }.first ?? nil
        try connection.endReading()
        giveBack(connection)
        switch status {
        case "committed": return true
        case "aborted": return false
        // Still at it, or so long ago that nobody knows: then patience runs out with the error.
        default: continue
        }
      } catch let lookup {
        switch connection.failure?.kind {
        // A server that took over never heard of the transaction.
        case .refused where lookup.message.contains("22023"):
          if connection.rollBack() { giveBack(connection) }
          return false
        default: try recover(connection, from: lookup, &patience)
        }
      }
    }
  }

  // MARK: - Connections

  private func borrow(_ doing: String, _ patience: inout Patience) throws(StoreError) -> PostgresConnection {
    while true {
      if let lent = idle.withLock({ $0.popLast() }) {
        lent.doing = doing
        return lent
      }
      do throws(StoreError) {
        let made = try PostgresConnection(url: url)
        made.doing = doing
        return made
      } catch {
        try patience.wait(or: error)
      }
    }
  }

  private func giveBack(_ connection: PostgresConnection) {
    idle.withLock { if $0.count < Self.idleKept { $0.append(connection) } }
  }

  private func readClock(_ connection: PostgresConnection) throws(StoreError) -> Moment {
    if let givenClock { return givenClock.now() }
    if databaseClock.isDue {
      try databaseClock.set { () throws(StoreError) in try connection.databaseTime() }
    }
    return databaseClock.now()
  }
}
