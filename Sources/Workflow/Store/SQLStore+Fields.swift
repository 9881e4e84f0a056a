public import Dossiers

extension SQLStore {
  public func parts(of document: DocumentID) throws(StoreError) -> [Part] {
    try database.read("reading parts") { transaction throws(StoreError) in
      try transaction.laidOver(document).map(\.part)
    }
  }

  public func fields(of dossier: DossierID) throws(StoreError) -> [StoredField] {
    try database.read("reading fields") { transaction throws(StoreError) in
      let documents: [DocumentID] = try transaction.rows(
        "SELECT id FROM documents WHERE dossier = $1 ORDER BY ordinal", [.id(dossier)]
      ) { row in row.id(0) }
      var found: [StoredField] = []
      for document in documents {
        for (index, stored) in try transaction.laidOver(document).enumerated() {
          for (name, field) in stored.part.fields.sorted(by: { $0.key < $1.key }) {
            found.append(
              StoredField(
                document: document, part: index, partKind: stored.part.kind, name: name, field: field,
                flagged: stored.flagged.contains(name)))
          }
        }
      }
      return found
    }
  }

  public func setField(
    _ name: FieldName, to value: JSONValue, part: Int, of document: DocumentID, by person: String
  ) throws(StoreError) {
    try database.write("setting a field") { transaction throws(StoreError) in
      let dossier: DossierID? = try transaction.first(
        "SELECT d.dossier FROM documents d JOIN parts p ON p.document = d.id WHERE d.id = $1 AND p.part = $2",
        [.id(document), .int(part)]
      ) { row in row.id(0) }
      guard let dossier else {
        throw StoreError(.notFound, "document \(document) has no part \(part)", doing: "setting a field")
      }
      try transaction.lock(dossier)
      let state = try transaction.requireDossier(dossier).state
      guard [.received, .review, .rejected].contains(state) else {
        throw StoreError(
          .conflict, "the dossier is \(state.rawValue): what is packed already is not changed", doing: "setting a field"
        )
      }
      try transaction.run(
        """
        INSERT INTO field_settings (document, part, name, value, actor, set_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (document, part, name) DO UPDATE SET value = excluded.value, actor = excluded.actor,
          set_at = excluded.set_at
        """,
        [
          .id(document), .int(part), .string(name.rawValue), .string(JSONText.write(value)), .string(person),
          .time(transaction.now),
        ])
      // The value is kept here too: a later setting writes over the row, never over the history.
      try transaction.note(
        "field.set", actor: person, dossier: dossier, document: document,
        data: ["part": .integer(Int64(part)), "name": .string(name.rawValue), "value": value])
    }
  }
}

extension SQLTransaction {
  /// The parts with what people set laid over what was read. What a person set is neither flagged nor verified.
  fileprivate func laidOver(_ document: DocumentID) throws(StoreError) -> [StoredPart] {
    var parts = try readParts(of: document)
    let settings = try rows(
      "SELECT part, name, value FROM field_settings WHERE document = $1", [.id(document)]
    ) { row throws(StoreError) in (part: row.int(0), name: FieldName(row.text(1)), value: try row.json(2)) }
    for setting in settings where parts.indices.contains(setting.part) {
      let stored = parts[setting.part]
      let read = stored.part.fields[setting.name]
      var fields = stored.part.fields
      fields[setting.name] = Field(
        value: setting.value, confidence: 1, source: .person, page: read?.page ?? stored.part.pages.first ?? 1,
        box: read?.box)
      parts[setting.part] = StoredPart(
        stage: stored.stage,
        part: Part(
          kind: stored.part.kind, variant: stored.part.variant, sides: stored.part.sides, pages: stored.part.pages,
          fields: fields),
        flagged: stored.flagged.subtracting([setting.name]))
    }
    return parts
  }
}
