/// Takes a whole store to another database: every row under its own key, or nothing at all.
public enum StoreCopy {
  /// How often `progress` is told something.
  public static var tableCount: Int { StoreTable.all.count }

  private static let pageSize = 2_000

  /// Copies into an empty store, in one transaction, reads everything back there and holds counts and digests
  /// against what was read here. `progress` is told each table as it begins, with its number of rows.
  ///
  /// Writers wait until it is done. Throws `.conflict` where the target holds dossiers already, where a worker still
  /// holds a task, or where what was read back differs; then the target stays as it was.
  public static func run(
    from source: SQLStore, to target: SQLStore, progress: (_ table: String, _ rows: Int) -> Void
  ) throws(StoreError) -> [TableSeal] {
    try source.database.write("copying the store") { from throws(StoreError) in
      try requireRest(from)
      return try target.database.write("writing the copy") { to throws(StoreError) in
        try copyAll(from, to, progress)
      }
    }
  }

  /// Copies one unchanging view of a store beside its workers, into an empty store, and holds counts and digests
  /// against each other. In the copy nobody holds a task, and no worker is registered: whoever opens it goes on from
  /// what was recorded.
  ///
  /// Throws `.conflict` where the target holds rows already, or where what was read back differs; then the target
  /// stays as it was.
  public static func snapshot(
    of source: SQLStore, to target: SQLStore, progress: (_ table: String, _ rows: Int) -> Void
  ) throws(StoreError) -> [TableSeal] {
    try source.database.read("copying the store") { from throws(StoreError) in
      try target.database.write("writing the copy") { to throws(StoreError) in
        let seals = try copyAll(from, to, progress)
        try to.run(
          """
          UPDATE task_queue SET state = 'ready', worker = NULL, lease_boot = NULL, lease_until = NULL
          WHERE state = 'leased'
          """, [])
        try to.run("DELETE FROM workers", [])
        return seals
      }
    }
  }

  /// The columns that are copied of a table, in their order; none where it is not copied.
  public static func columns(of table: String) -> [String] {
    StoreTable.all.first { $0.name == table }?.columns.map(\.name) ?? []
  }

  /// What a store holds, table by table.
  public static func seals(of store: SQLStore) throws(StoreError) -> [TableSeal] {
    try store.database.read("reading the store") { transaction throws(StoreError) in
      var seals: [TableSeal] = []
      for table in StoreTable.all { seals.append(try seal(table, transaction)) }
      return seals
    }
  }

  private static func copyAll(
    _ from: any SQLTransaction, _ to: any SQLTransaction, _ progress: (_ table: String, _ rows: Int) -> Void
  ) throws(StoreError) -> [TableSeal] {
    try requireEmpty(to)
    var seals: [TableSeal] = []
    for table in StoreTable.all {
      progress(table.name, try count(table, from))
      seals.append(try copy(table, from, to))
    }
    for (table, seal) in zip(StoreTable.all, seals) {
      guard try self.seal(table, to) == seal else {
        throw StoreError(.conflict, "table \(table.name) was not copied faithfully", doing: "checking the copy")
      }
    }
    return seals
  }

  private static func copy(
    _ table: StoreTable, _ from: any SQLTransaction, _ to: any SQLTransaction
  ) throws(StoreError) -> TableSeal {
    let insertion = table.insertion
    var sealing = TableSealing()
    try forEachRow(table, from) { values throws(StoreError) in
      sealing.add(values)
      try to.run(insertion, values)
    }
    if table.isNumbered { try to.continueNumbers(of: table) }
    return sealing.seal(table)
  }

  private static func seal(_ table: StoreTable, _ transaction: any SQLTransaction) throws(StoreError) -> TableSeal {
    var sealing = TableSealing()
    try forEachRow(table, transaction) { values throws(StoreError) in sealing.add(values) }
    return sealing.seal(table)
  }

  private static func forEachRow(
    _ table: StoreTable, _ transaction: any SQLTransaction, _ body: ([SQLValue]) throws(StoreError) -> Void
  ) throws(StoreError) {
    var last: [SQLValue]?
    while true {
      let page = try transaction.rows(table.page(isFirst: last == nil), (last ?? []) + [.int(pageSize)]) {
        row throws(StoreError) in table.values(row)
      }
      for values in page { try body(values) }
      guard page.count == pageSize, let end = page.last else { return }
      last = table.keyValues(of: end)
    }
  }

  private static func count(_ table: StoreTable, _ transaction: any SQLTransaction) throws(StoreError) -> Int {
    try transaction.first(SQL(assembled: "SELECT count(*) FROM \(table.name)"), []) { row in row.int(0) } ?? 0
  }

  private static func requireRest(_ source: any SQLTransaction) throws(StoreError) {
    let moment = source.moment
    let isAtWork = try source.exists(
      "SELECT 1 FROM task_queue WHERE state = 'leased' AND lease_boot = $1 AND lease_until >= $2 LIMIT 1",
      [.string(moment.bootID), .integer(moment.sinceBoot)])
    if isAtWork {
      throw StoreError(.conflict, "a worker holds tasks: stop the workers first", doing: "copying the store")
    }
  }

  private static func requireEmpty(_ target: any SQLTransaction) throws(StoreError) {
    for table in StoreTable.all where try count(table, target) > 0 {
      throw StoreError(
        .conflict, "the target is in use: its table \(table.name) has rows", doing: "copying the store")
    }
  }
}
