import Dossiers

extension SQLTransaction {
  /// Settles what was wrong with a picture that a later one has superseded, and tells those who wait for it.
  func keep(
    _ superseded: SupersededPicture, stage: String, row: TaskRow, actor: String
  ) throws(StoreError) {
    var settled: [String] = []
    for problem in superseded.problems {
      let changed = try change(
        """
        UPDATE problems SET settled_at = $1, settled_by = $2
        WHERE id = $3 AND dossier = $4 AND document = $5 AND settled_at IS NULL
        """,
        [
          .time(now), .string(superseded.by.description), .integer(problem.id), .id(row.dossier),
          .id(superseded.document),
        ])
      if changed == 1 { settled.append(problem.problem.code.rawValue) }
    }
    // Somebody else may have decided in between.
    guard !settled.isEmpty else { return }
    if superseded.isAccepted {
      try run(
        "UPDATE documents SET state = 'accepted' WHERE id = $1 AND state = 'review'", [.id(superseded.document)])
    }
    if let remark = superseded.remark {
      try open(remark, stage: stage, dossier: row.dossier, document: superseded.document)
    }
    let by: JSONValue = .array(superseded.by.documents.map { .integer(Int64($0)) })
    try note(
      "document.superseded", actor: actor, dossier: row.dossier, document: superseded.document, task: row.id,
      data: [
        "by": by, "note": .string(superseded.by.description), "problems": .array(settled.map { .string($0) }),
        "basis": .string(superseded.remark == nil ? "same-paper" : "completeness"),
      ])
    let head = try first("SELECT ordinal, name FROM documents WHERE id = $1", [.id(superseded.document)]) { row in
      (ordinal: row.int(0), name: row.text(1))
    }
    try post(
      "document.superseded",
      payload: [
        "dossier": .string(row.dossier.rawValue), "document": .integer(Int64(head?.ordinal ?? 0)),
        "file": .string(head?.name ?? ""), "by": by,
      ], dossier: row.dossier)
  }
}
