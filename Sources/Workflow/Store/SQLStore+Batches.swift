public import Dossiers
import FoundationEssentials

extension SQLStore {
  public func recordStack(_ stack: StoredStack) throws(StoreError) {
    let layout: String
    do {
      layout = String(decoding: try JSONEncoder().encode(stack.layout), as: UTF8.self)
    } catch {
      throw StoreError(.corrupt, "the layout is no JSON: \(error)", doing: "recording a stack")
    }
    try database.write("recording a stack") { transaction throws(StoreError) in
      try transaction.run(
        """
        INSERT INTO stacks (sha256, name, byte_count, page_count, layout, received_at)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (sha256) DO NOTHING
        """,
        [
          .string(stack.sha256), .string(stack.name), .integer(stack.byteCount), .int(stack.pageCount),
          .string(layout), .time(transaction.now),
        ])
    }
  }

  public func stack(_ sha256: String) throws(StoreError) -> StoredStack? {
    try database.read("reading a stack") { transaction throws(StoreError) in
      try transaction.first(
        "SELECT name, byte_count, page_count, layout FROM stacks WHERE sha256 = $1", [.string(sha256)]
      ) { row throws(StoreError) in
        do {
          let layout = try JSONDecoder().decode(SortedStack.self, from: Data(row.text(3).utf8))
          return StoredStack(
            sha256: sha256, name: row.text(0), byteCount: row.integer(1), pageCount: row.int(2), layout: layout)
        } catch {
          throw StoreError(.corrupt, "the layout of stack \(sha256) cannot be read", doing: "reading a stack")
        }
      }
    }
  }

  public func duplicatePolicy(of dossier: DossierID) throws(StoreError) -> DuplicatePolicy? {
    try database.read("reading a policy") { transaction throws(StoreError) in
      let words = try transaction.rows(
        "SELECT duplicates FROM submissions WHERE dossier = $1 AND duplicates IS NOT NULL ORDER BY id DESC LIMIT 1",
        [.id(dossier)]
      ) { row in row.text(0) }
      return words.first.flatMap { DuplicatePolicy(rawValue: $0) }
    }
  }

  public func recordFingerprints(
    _ prints: [DocumentID: [Int: PageFingerprint]], of dossier: DossierID
  ) throws(StoreError) -> [NearPage] {
    try database.write("recording fingerprints") { transaction throws(StoreError) in
      let turn = try transaction.takeTurn(for: dossier)
      for (document, pages) in prints.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        for (page, print) in pages.sorted(by: { $0.key < $1.key }) {
          try transaction.insert(print, page: page, of: document, turn: turn)
        }
      }
      var near: Set<NearPage> = []
      for print in Set(prints.values.flatMap(\.values)) {
        for way in [print, print.upsideDown] {
          near.formUnion(try transaction.pages(near: way, of: dossier, before: turn))
        }
      }
      return near.filter { page in
        prints.values.contains { $0.values.contains { $0.distance(to: page.fingerprint) <= PageFingerprint.nearness } }
      }.sorted { ($0.document.rawValue, $0.page) < ($1.document.rawValue, $1.page) }
    }
  }

  public func recordDuplicates(_ duplicates: [StoredDuplicate], of dossier: DossierID) throws(StoreError) {
    try database.write("recording duplicates") { transaction throws(StoreError) in
      for found in duplicates {
        let added = try transaction.change(
          """
          INSERT INTO duplicates (document, earlier, kind, policy, found_at) VALUES ($1, $2, $3, $4, $5)
          ON CONFLICT (document, earlier, kind) DO NOTHING
          """,
          [
            .id(found.document), .id(found.earlier), .string(found.kind.rawValue), .string(found.policy.rawValue),
            .time(transaction.now),
          ])
        guard added == 1 else { continue }
        try transaction.note(
          "document.duplicate-found", actor: "hoso", dossier: dossier, document: found.document,
          data: [
            "earlier": .string(found.earlier.rawValue), "kind": .string(found.kind.rawValue),
            "policy": .string(found.policy.rawValue),
          ])
      }
    }
  }

  public func duplicates(of dossier: DossierID) throws(StoreError) -> [StoredDuplicate] {
    try database.read("reading duplicates") { transaction throws(StoreError) in
      try transaction.rows(
        """
        SELECT d.document, d.earlier, d.kind, d.policy FROM duplicates d JOIN documents n ON n.id = d.document
        WHERE n.dossier = $1 ORDER BY d.document, d.earlier, d.kind
        """, [.id(dossier)]
      ) { row throws(StoreError) in
        StoredDuplicate(document: row.id(0), earlier: row.id(1), kind: try row.choice(2), policy: try row.choice(3))
      }
    }
  }
}

extension SQLTransaction {
  /// The dossier's place in the order of recordings: the one it has, or the next. Held until the transaction ends, so
  /// that whoever comes after sees what this one records.
  fileprivate func takeTurn(for dossier: DossierID) throws(StoreError) -> Int64 {
    try run(
      """
      INSERT INTO page_print_turns (slot, turn) VALUES (1, 1)
      ON CONFLICT (slot) DO UPDATE SET turn = page_print_turns.turn + 1
      """, [])
    let known = try first(
      """
      SELECT coalesce(min(p.turn), 0) FROM page_prints p JOIN documents d ON d.id = p.document WHERE d.dossier = $1
      """, [.id(dossier)]
    ) { row in row.integer(0) }
    if let known, known > 0 { return known }
    return try first("SELECT turn FROM page_print_turns WHERE slot = 1", []) { row in row.integer(0) } ?? 1
  }

  fileprivate func insert(
    _ print: PageFingerprint, page: Int, of document: DocumentID, turn: Int64
  ) throws(StoreError) {
    let added = try change(
      """
      INSERT INTO page_prints (document, page, turn, bits) VALUES ($1, $2, $3, $4)
      ON CONFLICT (document, page) DO NOTHING
      """, [.id(document), .int(page), .integer(turn), .string(print.description)])
    guard added == 1 else { return }
    for (position, word) in print.words.enumerated() {
      try run(
        "INSERT INTO page_print_words (position, word, document, page) VALUES ($1, $2, $3, $4)",
        [.int(position), .int(Int(word)), .id(document), .int(page)])
    }
  }

  /// Pages of dossiers that came before and count, whose print shares a word with this one.
  fileprivate func pages(
    near print: PageFingerprint, of dossier: DossierID, before turn: Int64
  ) throws(StoreError) -> [NearPage] {
    let sharing = (0..<16).map { "(w.position = \($0) AND w.word = $\($0 + 3))" }.joined(separator: " OR ")
    let sql = SQL(
      assembled: """
        SELECT DISTINCT p.document, n.dossier, p.page, p.bits
        FROM page_print_words w
        JOIN page_prints p ON p.document = w.document AND p.page = w.page
        JOIN documents n ON n.id = p.document
        JOIN dossiers d ON d.id = n.dossier
        WHERE n.dossier <> $1 AND p.turn < $2 AND d.state NOT IN ('rejected', 'cancelled')
          AND n.state NOT IN ('rejected', 'cancelled') AND (\(sharing))
        """)
    return try rows(sql, [.id(dossier), .integer(turn)] + print.words.map { .int(Int($0)) }) {
      row throws(StoreError) in
      guard let print = PageFingerprint(hex: row.text(3)) else {
        throw StoreError(.corrupt, "a fingerprint is not 64 hexadecimal digits", doing: "comparing fingerprints")
      }
      return NearPage(document: row.id(0), dossier: row.id(1), page: row.int(2), fingerprint: print)
    }
  }
}
