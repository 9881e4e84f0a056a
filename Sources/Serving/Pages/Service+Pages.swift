import Digests
import Dossiers
import Reception
import Worker
import Workflow

/// The pages for citizens.
extension Service {
  func pageRoutes() -> [Route] {
    [
      page("GET", "/", "lookUpForm", "The form to look a dossier up") { call in
        .answer(LookupPage.answer(call.language))
      },
      page("GET", "/tra-cuu", "lookUpTyped", "Look up by a typed code", parameters: [.code]) {
        [unowned self] call in
        let code = call.request.value("code") ?? ""
        let reference = DossierCode(typed: code)?.description ?? code
        return .answer(try standing(reference, seal: nil, call))
      },
      page("POST", "/tra-cuu", "lookUpPhoto", "Look up by a photographed receipt", body: .multipart(Self.photo)) {
        [unowned self] call in try lookUpPhoto(call)
      },
      page("GET", "/t/{code}", "lookUp", "What a receipt's QR code leads to", parameters: [.receiptCode]) {
        [unowned self] call in
        return .answer(try standing(call.values["code"] ?? "", seal: Self.seal(of: call.request), call))
      },
      Route(
        method: "GET", template: "/t/{code}/\(LookupDesk.receiptName)", name: "getOwnReceipt",
        summary: "Form 01, for whoever knows the submission's id or shows the signature of its QR code", access: .open,
        parameters: [.receiptCode] + Route.Parameter.ofFiles, success: .pdf,
        refusals: [404, 409] + Route.answersOfFiles, isPage: true
      ) { [unowned self] call in
        let finding = try lookups.find(call.values["code"] ?? "", seal: Self.seal(of: call.request))
        try chargeGuess(finding, call)
        guard finding.isProven, let dossier = finding.dossier else { throw Refusal.noSuchThing }
        return .answer(try receipt(of: dossier, call))
      },
      page(
        "POST", "/t/{code}/bo-sung", "supplementByForm", "Send papers to a dossier that waits for them",
        parameters: [.submission], body: .multipart(Schemas.supplement), refusals: [409]
      ) { [unowned self] call in
        let submission = SubmissionID(rawValue: call.values["code"] ?? "")
        guard let dossier = try installation.store.dossier(submission: submission) else {
          try slowGuessing(call)
          misses.charge(1, to: call.client)
          throw Refusal.noSuchThing
        }
        guard dossier.waitsForPapers else { throw Refusal.takesNoPapers }
        return .body(try formIntake(call, supplementing: dossier, texts: ["token"]))
      },
      page("GET", "/nop-ho-so", "handInForm", "The form to hand a dossier in") { [unowned self] call in
        let catalogue = try installation.office.procedures
        return .answer(
          try HandInPage.answer(catalogue.procedures, standard: catalogue.standard.code, call.language))
      },
      page(
        "POST", "/nop-ho-so", "handIn", "Hand a dossier in by the form", body: .multipart(submissionSchema),
        refusals: [409]
      ) {
        [unowned self] call in
        .body(try formIntake(call, supplementing: nil, texts: Self.detailTexts + ["token"]))
      },
      asset("/hoso.css", "style", type: "text/css; charset=utf-8", PageAssets.style),
      asset("/hoso.js", "script", type: "text/javascript; charset=utf-8", PageAssets.script),
    ]
  }

  /// An upload by a form, answered by the way to the dossier's page. The form's token keeps one that is sent twice
  /// from being taken in twice. Going back and sending other papers is no repetition: to a dossier that waits for
  /// papers they are a further supplement; a new dossier of them would be a guess, so that the sender is told.
  private func formIntake(_ call: Call, supplementing dossier: Dossier?, texts: [String]) throws -> UploadReceiver {
    try intake(
      call, channel: "web",
      key: { values, digests in
        values["token"].map { dossier == nil ? "web:\($0)" : "web:\($0):\(Self.digest(of: digests))" }
      },
      supplementing: dossier, texts: texts,
      answer: { answer in
        HTTPAnswer(
          status: 303, type: "text/html; charset=utf-8",
          headers: [
            ("Location", "/t/\(answer.submission.id.rawValue)?lang=\(call.language.rawValue)"),
            ("Cache-Control", "no-store"),
          ], body: .bytes([]))
      },
      refuse: { [unowned self] error in
        var refusal = refusal(for: error)
        if refusal.code == Refusal.keyTakenElsewhere.code { refusal = .formSentBefore }
        return ErrorPage.answer(refusal, call.language)
      })
  }

  private static func digest(of digests: [String]) -> String {
    let whole = SHA256Digest()
    whole.update(digests.sorted().joined(separator: "\n"))
    return whole.finishHex()
  }

  /// What a receipt's QR code says beside its code.
  private static func seal(of request: HTTPRequest) -> (key: String, time: String, signature: String)? {
    guard let key = request.value("k"), let time = request.value("t"), let signature = request.value("s") else {
      return nil
    }
    return (key, time, signature)
  }

  private static let photo: JSONValue = [
    "type": "object", "required": ["photo"],
    "properties": ["photo": ["type": "string", "minLength": 1, "contentMediaType": "application/octet-stream"]],
  ]

  private func page(
    _ method: String, _ template: String, _ name: String, _ summary: String, parameters: [Route.Parameter] = [],
    body: Route.Body = .none, refusals others: [Int] = [],
    _ handle: @escaping @Sendable (Call) throws -> RequestHandling
  ) -> Route {
    var refusals = [404] + others
    if case .multipart = body { refusals += [415, 422, 507, 303] }
    return Route(
      method: method, template: template, name: name, summary: summary, access: .open, parameters: parameters,
      body: body, success: .page, refusals: refusals, isPage: true, handle: handle)
  }

  private func asset(_ path: String, _ name: String, type: String, _ text: String) -> Route {
    let kind = String(type.prefix { $0 != ";" })
    return Route(
      method: "GET", template: path, name: name, summary: "For the pages", access: .open,
      success: Route.Success(status: 200, type: kind, about: "The file", schema: Schemas.text)
    ) { _ in
      var answer = HTTPAnswer.text(text, type: type)
      answer.headers.append(("Cache-Control", "public, max-age=3600"))
      return .answer(answer)
    }
  }

  private func standing(
    _ reference: String, seal: (key: String, time: String, signature: String)?, _ call: Call
  ) throws -> HTTPAnswer {
    try note(try lookups.find(reference, seal: seal), call)
  }

  private func lookUpPhoto(_ call: Call) throws -> RequestHandling {
    // What a picture proves shows only once a host has read it, and hosts are dear.
    try slowGuessing(call)
    let limit: Int64 = 20 << 20
    let sink = try ScratchSink(folder: "\(configuration.scratch)/look-up", fileLimit: limit)
    return .body(
      try UploadReceiver(
        contentType: call.request.headers["content-type"], limit: limit + (64 << 10),
        form: .init(files: "photo", texts: [], fileCount: 1, textBytes: 0), sink: sink, slot: try uploadSlot(call),
        complete: { [unowned self] _ in
          guard sink.isWhole else { throw Refusal.noFiles }
          return try note(try lookups.find(picture: sink.path), call)
        }, refuse: { [unowned self] error in ErrorPage.answer(refusal(for: error), call.language) }))
  }

  private func slowGuessing(_ call: Call) throws(Refusal) {
    guard misses.hasAny(call.client) else { throw .tooMany(after: misses.secondsToWait(call.client)) }
  }

  /// Slows whoever goes through codes, which are serial numbers: also a code that is there costs something. What
  /// cannot be guessed is never held up by others behind the same address.
  func chargeGuess(_ finding: LookupDesk.Finding, _ call: Call) throws(Refusal) {
    guard !finding.isProven else { return }
    try slowGuessing(call)
    misses.charge(finding.isMiss ? 1 : Self.costOfAHit, to: call.client)
  }

  /// In misses.
  private static let costOfAHit = 0.5

  private func note(_ finding: LookupDesk.Finding, _ call: Call) throws -> HTTPAnswer {
    try chargeGuess(finding, call)
    let query = call.request.query.filter { $0.name != "lang" }
      .map { PercentEncoding.encode($0.name) + "=" + PercentEncoding.encode($0.value) }
    // A picture cannot be sent again by a link: its page leads to the dossier's own.
    let own = finding.dossier?.code.map { "/t/\(PercentEncoding.encode($0))" } ?? "/"
    let path =
      call.request.method == "POST"
      ? own : call.request.path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    return try StandingPage.answer(finding, call.language, path: path)
  }
}

extension Refusal {
  static let formSentBefore = Refusal(
    409, keyTakenElsewhere.code,
    vi: """
      Biểu mẫu này đã được gửi trước đó với giấy tờ khác; lần gửi ấy đã được tiếp nhận, lần này thì chưa. Để nộp hồ sơ \
      mới, hãy mở lại trang “Nộp hồ sơ”.
      """,
    en: """
      This form was sent before with other papers. Those were taken in, these were not. To hand in a new dossier, open \
      the page “Hand in a dossier” again.
      """)
  static let takesNoPapers = Refusal(
    409, "dossier.takes-no-papers", vi: "Hồ sơ này hiện không nhận bổ sung giấy tờ.",
    en: "This dossier takes no further papers now.")
}

extension Route.Parameter {
  static let code = Route.Parameter(
    name: "code", place: .query, schema: Schemas.text, about: "As a person types it")
  static let receiptCode = Route.Parameter(
    name: "code", place: .path, schema: Schemas.reference, about: "A dossier code, or a submission's id")
  static let submission = Route.Parameter(
    name: "code", place: .path, schema: Schemas.reference, about: "The submission's id")
}
