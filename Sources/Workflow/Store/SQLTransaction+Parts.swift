import Dossiers

/// A part as kept: with the stage that found it and the flags of its fields.
struct StoredPart {
  let stage: String
  let part: Part
  let flagged: Set<FieldName>
}

/// The parts of a document: the union of what its stages found, counted from 0 without gaps.
extension SQLTransaction {
  /// Keeps what the stage found. A stage that runs again replaces what it had found before, in the same place, so
  /// that what people set stays with its part.
  func keepParts(of record: StageRecord, document: DocumentID, mayRepeat: Bool) throws(StoreError) {
    if record.parts.isEmpty && !mayRepeat { return }
    let fresh = record.parts.map { part in
      StoredPart(
        stage: record.stage, part: part,
        flagged: Set(part.fields.filter { $0.value.confidence < record.confidenceThreshold }.keys))
    }
    var known: [StoredPart] = []
    var count = 0
    if mayRepeat {
      known = try readParts(of: document)
      count = known.count
    } else {
      count =
        try first("SELECT coalesce(max(part) + 1, 0) FROM parts WHERE document = $1", [.id(document)]) { row in
          row.int(0)
        } ?? 0
    }
    guard let place = known.firstIndex(where: { $0.stage == record.stage }) else {
      for (index, part) in fresh.enumerated() { try insert(part, at: count + index, document: document) }
      return
    }
    known.removeAll { $0.stage == record.stage }
    known.insert(contentsOf: fresh, at: place)
    try run("DELETE FROM fields WHERE document = $1", [.id(document)])
    try run("DELETE FROM parts WHERE document = $1", [.id(document)])
    for (index, part) in known.enumerated() { try insert(part, at: index, document: document) }
  }

  /// As read, without what people set.
  func readParts(of document: DocumentID) throws(StoreError) -> [StoredPart] {
    let fields = try rows(
      """
      SELECT part, name, value, confidence, source, verified, flagged, page, box FROM fields WHERE document = $1
      """, [.id(document)]
    ) { row throws(StoreError) in
      (
        part: row.int(0), name: FieldName(row.text(1)), flagged: row.flag(6),
        field: Field(
          value: try row.json(2), confidence: row.real(3), source: try row.choice(4), verified: row.flag(5),
          page: row.int(7), box: try row.box(8))
      )
    }
    return try rows(
      "SELECT part, stage, kind, variant, sides, pages FROM parts WHERE document = $1 ORDER BY part", [.id(document)]
    ) { row throws(StoreError) in
      let index = row.int(0)
      let own = fields.filter { $0.part == index }
      return StoredPart(
        stage: row.text(1),
        part: Part(
          kind: try row.choice(2), variant: row.optionalText(3),
          sides: try row.json(4).array?.compactMap(\.string),
          pages: try row.json(5).array?.compactMap { $0.integer.map(Int.init) } ?? [],
          fields: Dictionary(own.map { ($0.name, $0.field) }, uniquingKeysWith: { $1 })),
        flagged: Set(own.filter(\.flagged).map(\.name)))
    }
  }

  private func insert(_ stored: StoredPart, at index: Int, document: DocumentID) throws(StoreError) {
    let part = stored.part
    try run(
      "INSERT INTO parts (document, part, stage, kind, variant, sides, pages) VALUES ($1, $2, $3, $4, $5, $6, $7)",
      [
        .id(document), .int(index), .string(stored.stage), .string(part.kind.rawValue), .text(part.variant),
        .json(part.sides.map { .array($0.map { .string($0) }) } ?? .null),
        .json(.array(part.pages.map { .integer(Int64($0)) })),
      ])
    for (name, field) in part.fields.sorted(by: { $0.key < $1.key }) {
      try run(
        """
        INSERT INTO fields (document, part, name, value, confidence, source, verified, flagged, page, box)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        [
          .id(document), .int(index), .string(name.rawValue), .string(JSONText.write(field.value)),
          .real(field.confidence), .string(field.source.rawValue), .flag(field.verified),
          .flag(stored.flagged.contains(name)), .int(field.page), .json(JSONValue(box: field.box)),
        ])
    }
  }
}

extension SQLRow {
  func box(_ column: Int) throws(StoreError) -> Box? {
    guard let edges = try json(column).array?.compactMap({ $0.integer.map(Int.init) }), edges.count == 4 else {
      return nil
    }
    return Box(x0: edges[0], y0: edges[1], x1: edges[2], y1: edges[3])
  }
}

extension JSONValue {
  fileprivate init(box: Box?) {
    self = box.map { .array([$0.x0, $0.y0, $0.x1, $0.y1].map { .integer(Int64($0)) }) } ?? .null
  }
}
