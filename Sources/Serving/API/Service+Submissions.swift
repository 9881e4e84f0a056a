import Dossiers
import Reception
import Worker
import Workflow

/// Handing in, over the interface and over the web form.
extension Service {
  static let detailTexts = ["procedure", "sender", "phone", "address", "email", "request"]

  func submissionRoutes() -> [Route] {
    [
      Route(
        method: "POST", template: "/v1/dossiers", name: "submitDossier",
        summary: "Hand in a dossier: its files, and what is known of its sender", access: .scope(.submit),
        parameters: [.idempotencyKey], body: .multipart(submissionSchema), success: .accepted,
        refusals: [409, 415, 422, 507]
      ) { [unowned self] call in try submit(call, supplementing: nil) },
      Route(
        method: "POST", template: "/v1/dossiers/{id}/documents", name: "supplementDossier",
        summary: "Add documents to a dossier", access: .scope(.submit), parameters: [.id, .idempotencyKey],
        body: .multipart(Schemas.supplement), success: .accepted, refusals: [404, 409, 415, 422, 507]
      ) { [unowned self] call in try submit(call, supplementing: try dossier(call)) },
    ]
  }

  /// The form's parts, with the catalogue's procedures.
  var submissionSchema: JSONValue {
    // Without a catalogue that can be read no server starts (`hoso serve`), and nothing can be handed in.
    let catalogue = try? installation.office.procedures
    return Schemas.submission(procedures: catalogue?.procedures.map(\.code) ?? [])
  }

  private func submit(_ call: Call, supplementing dossier: Dossier?) throws -> RequestHandling {
    var key: String?
    if let sent = call.request.headers["idempotency-key"] {
      guard (1...200).contains(sent.utf8.count), sent.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
        throw Refusal.badIdempotencyKey
      }
      key = "http:\(call.client):\(sent)"
    }
    if let key, let known = try installation.store.answer(idempotencyKey: key) {
      guard known.delivery.supplements == dossier?.id else { throw Refusal.keyTakenElsewhere }
      return .body(try replay(call, known, texts: dossier == nil ? Self.detailTexts : []))
    }
    return .body(
      try intake(
        call, channel: "http", key: { _, _ in key }, supplementing: dossier,
        texts: dossier == nil ? Self.detailTexts : [], answer: { [unowned self] answer in try accepted(answer) },
        refuse: { [unowned self] error in refusal(for: error).answer(in: call.language) }))
  }

  /// An upload that was taken in before: it is read and forgotten, and must be whole and the same.
  private func replay(_ call: Call, _ known: SubmissionAnswer, texts: [String]) throws -> UploadReceiver {
    let limits = configuration.limits
    let sink = DigestSink()
    return try UploadReceiver(
      contentType: call.request.headers["content-type"], limit: limits.bodyBytes,
      form: UploadReceiver.Form(
        files: "files", texts: texts, fileCount: limits.filesPerRequest, textBytes: limits.textBytes),
      sink: sink, slot: try uploadSlot(call),
      complete: { [unowned self] _ in
        guard !sink.sha256.isEmpty else { throw Refusal.noFiles }
        let sent = Delivery(supplements: known.delivery.supplements, sha256: sink.sha256)
        guard sent == known.delivery else { throw Refusal.keyTakenElsewhere }
        metrics.tookIn(files: 0, wasKnown: true)
        return try accepted(known)
      }, refuse: { [unowned self] error in refusal(for: error).answer(in: call.language) })
  }

  /// An upload into Storage and then, when all of it is there, into the record. `key` names the delivery by the form's
  /// texts and the files' digests.
  func intake(
    _ call: Call, channel: String, key: @escaping ([String: String], [String]) -> String?,
    supplementing dossier: Dossier?, texts: [String], answer: @escaping (SubmissionAnswer) throws -> HTTPAnswer,
    refuse: @escaping (any Error) -> HTTPAnswer
  ) throws -> UploadReceiver {
    let limits = configuration.limits
    let sink = try StorageSink(installation.files, fileLimit: limits.fileBytes)
    let installation = installation
    let metrics = metrics
    // Each system that calls takes turns with the others.
    let party = call.key.map { "key \($0.id)" }
    return try UploadReceiver(
      contentType: call.request.headers["content-type"], limit: limits.bodyBytes,
      form: UploadReceiver.Form(
        files: "files", texts: texts, fileCount: limits.filesPerRequest, textBytes: limits.textBytes),
      sink: sink, slot: try uploadSlot(call),
      complete: { values in
        guard !sink.files.isEmpty else { throw Refusal.noFiles }
        var details = DossierDetails(values)
        details.key = key(values, sink.files.map(\.sha256))
        details.procedure = dossier?.procedure ?? details.procedure
        // Before anything is kept: an unknown procedure must leave nothing behind.
        _ = try installation.procedure(details.procedure)
        if let key = details.key, let known = try installation.store.answer(idempotencyKey: key) {
          let sent = Delivery(supplements: dossier?.id, sha256: sink.files.map(\.sha256))
          guard sent == known.delivery else { throw Refusal.keyTakenElsewhere }
          metrics.tookIn(files: 0, wasKnown: true)
          return try answer(known)
        }
        try sink.commit()
        let submitted = try Enqueuer(installation, channel: channel, party: party).enqueue(
          stored: sink.files, details: details, supplements: dossier?.id)
        metrics.tookIn(files: sink.files.count, wasKnown: submitted.wasKnown)
        installation.ringBell()
        return try answer(submitted)
      }, refuse: refuse)
  }

  private func accepted(_ answer: SubmissionAnswer) throws -> HTTPAnswer {
    let receipt = try installation.store.receipt(of: answer.dossier.id)
    return .json(
      [
        "id": .string(answer.submission.id.rawValue), "state": .string(answer.dossier.state.rawValue),
        "lookup": .string(try lookupAddress(answer.submission.id, receipt: receipt)),
        "receipt": receiptPath(answer.submission.id, receipt),
      ], status: 202)
  }

  /// The address of the page that tells where the dossier stands.
  func lookupAddress(_ submission: SubmissionID, receipt: IssuedReceipt?) throws -> String {
    try links.page(submission, receipt: receipt)
  }

  func receiptPath(_ submission: SubmissionID, _ receipt: IssuedReceipt?) -> JSONValue {
    receipt?.pdfSHA256 == nil ? .null : .string("/v1/dossiers/\(submission.rawValue)/receipt.pdf")
  }
}
