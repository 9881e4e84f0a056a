import Dossiers

extension SQLStore {
  public func recordResult(
    _ file: NewSubmission.File, of id: DossierID, by actor: String
  ) throws(StoreError) {
    try database.write("recording a result") { transaction throws(StoreError) in
      try transaction.lock(id)
      let dossier = try transaction.requireDossier(id)
      switch dossier.state {
      case .accepted, .handedOff, .resultReady: break
      case .received, .review, .rejected, .cancelled:
        throw StoreError(
          .conflict, "a dossier that is \(dossier.state.rawValue) has no result yet",
          because: .dossier(dossier.state), doing: "recording a result")
      }
      let added = try transaction.change(
        """
        INSERT INTO results (dossier, name, sha256, byte_count, actor, at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (dossier, sha256) DO NOTHING
        """,
        [
          .id(id), .string(file.name), .string(file.sha256), .integer(file.byteCount), .string(actor),
          .time(transaction.now),
        ])
      guard added == 1 else { return }
      try transaction.setState(.resultReady, of: id)
      let payload: JSONValue = [
        "dossier": .string(id.rawValue), "code": dossier.code.map { .string($0) } ?? .null,
        "sha256": .string(file.sha256),
      ]
      try transaction.note("dossier.result-ready", actor: actor, dossier: id, data: payload)
      try transaction.post("dossier.result-ready", payload: payload, dossier: id)
    }
  }

  public func results(of dossier: DossierID) throws(StoreError) -> [DossierResult] {
    try database.read("reading results") { transaction throws(StoreError) in
      try transaction.rows(
        "SELECT dossier, name, sha256, byte_count, actor, at FROM results WHERE dossier = $1 ORDER BY id",
        [.id(dossier)]
      ) { row in
        DossierResult(
          dossier: row.id(0), name: row.text(1), sha256: row.text(2), byteCount: row.integer(3), actor: row.text(4),
          at: row.time(5))
      }
    }
  }

  public func chooseReturn(
    _ choice: ReturnChoice, of id: DossierID, by actor: String
  ) throws(StoreError) {
    try database.write("choosing the way of return") { transaction throws(StoreError) in
      _ = try transaction.requireDossier(id)
      try transaction.run(
        """
        INSERT INTO return_choices (dossier, way, address, at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (dossier) DO UPDATE SET way = excluded.way, address = excluded.address, at = excluded.at
        """, [.id(id), .string(choice.way.rawValue), .text(choice.address), .time(transaction.now)])
      try transaction.note(
        "dossier.return-chosen", actor: actor, dossier: id, data: ["way": .string(choice.way.rawValue)])
      try transaction.post(
        "dossier.return-chosen",
        payload: [
          "dossier": .string(id.rawValue), "way": .string(choice.way.rawValue),
          "address": choice.address.map { .string($0) } ?? .null,
        ], dossier: id)
    }
  }

  public func returnChoice(of dossier: DossierID) throws(StoreError) -> ReturnChoice? {
    try database.read("reading the way of return") { transaction throws(StoreError) in
      try transaction.first("SELECT way, address FROM return_choices WHERE dossier = $1", [.id(dossier)]) {
        row throws(StoreError) in ReturnChoice(way: try row.choice(0), address: row.optionalText(1))
      }
    }
  }
}
