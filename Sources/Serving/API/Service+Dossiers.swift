import Dossiers
import Files
import Reception
import Storage
import Worker
import Workflow

/// Looking at dossiers.
extension Service {
  func dossierRoutes() -> [Route] {
    func look(
      _ path: String, _ name: String, _ summary: String, _ success: Route.Success, isFile: Bool = false,
      _ body: @escaping @Sendable (Dossier, Call) throws -> HTTPAnswer
    ) -> Route {
      Route(
        method: "GET", template: "/v1/dossiers/{id}\(path)", name: name, summary: summary, access: .scope(.read),
        parameters: isFile ? [.id] + Route.Parameter.ofFiles : [.id], success: success,
        refusals: [404, 409] + (isFile ? Route.answersOfFiles : [])
      ) { [unowned self] call in .answer(try body(try dossier(call), call)) }
    }
    return [
      Route(
        method: "GET", template: "/v1/dossiers", name: "listDossiers", summary: "Dossiers, newest first",
        access: .scope(.read),
        parameters: [.states, .channel, .procedure, .receivedFrom, .receivedTo, .limit, .before],
        success: .json(Schemas.dossierList)
      ) { [unowned self] call in .answer(try list(call)) },
      look("", "getDossier", "Where a dossier stands", .json(Schemas.dossier)) { [unowned self] dossier, _ in
        .json(try page(of: dossier))
      },
      look("/fields", "getFields", "What was read from its documents", .json(Schemas.fields)) {
        [unowned self] dossier, _ in
        .json(["fields": .array(try installation.store.fields(of: dossier.id).map(DossierJSON.field))])
      },
      look("/problems", "getProblems", "What is wrong, and what to do about it", .json(Schemas.problems)) {
        [unowned self] dossier, _ in
        .json(["problems": .array(try installation.store.problems(of: dossier.id).map(DossierJSON.problem))])
      },
      look("/receipt.pdf", "getReceipt", "Form 01, once it is issued", .pdf, isFile: true) {
        [unowned self] dossier, call in
        try receipt(of: dossier, call)
      },
      Route(
        method: "GET", template: "/v1/dossiers/{id}/documents/{document}/pages/{page}", name: "getPagePicture",
        summary: "A page of a document as a picture", access: .scope(.read), parameters: [.id, .document, .page],
        success: .png, refusals: [404]
      ) { [unowned self] call in .answer(try pagePicture(try dossier(call), call)) },
      look("/package", "getPackage", "The newest package, as a tar file", .tar, isFile: true) {
        [unowned self] dossier, call in
        guard let package = try installation.store.packages(of: dossier.id).max(by: { $0.version < $1.version }) else {
          throw Refusal.notPackaged
        }
        let name = package.path.split(separator: "/").last.map(String.init) ?? "package"
        let folder = "\(installation.home.packages)/\(package.path)"
        // Another machine's package: its copy lies where all reach it.
        if let copy = package.copySHA256, try FileStatus.of(folder) == nil {
          return try file(copy, type: "application/x-tar", name: "\(name).tar", call)
        }
        let archive = try TarArchive(folder: folder, as: name)
        return HTTPAnswer(
          status: 200, type: "application/x-tar",
          headers: [("Content-Disposition", "attachment; filename=\"\(name).tar\""), ("Cache-Control", "no-store")],
          body: .stream(archive, byteCount: archive.byteCount)
        ).conditional(on: call.request, tag: "\(package.digest)-\(archive.byteCount)", language: call.language)
      },
    ]
  }

  /// The dossier that the path names: by submission id, dossier id or dossier code.
  func dossier(_ call: Call) throws -> Dossier {
    guard let reference = call.values["id"] else { throw Refusal.noSuchThing }
    let store = installation.store
    if let dossier = try store.dossier(submission: SubmissionID(rawValue: reference)) { return dossier }
    if let dossier = try store.dossier(DossierID(rawValue: reference)) { return dossier }
    if let dossier = try store.dossier(code: reference) { return dossier }
    throw Refusal.noSuchThing
  }

  /// Form 01.
  func receipt(of dossier: Dossier, _ call: Call) throws -> HTTPAnswer {
    guard let sha256 = try installation.store.receipt(of: dossier.id)?.pdfSHA256 else { throw Refusal.notIssued }
    return try file(sha256, type: "application/pdf", name: "\(dossier.code ?? "receipt").pdf", call)
  }

  /// A file of Storage, or the part of it that the request asks for.
  func file(_ sha256: String, type: String, name: String, _ call: Call) throws -> HTTPAnswer {
    let file = try installation.files.open(sha256)
    return HTTPAnswer(
      status: 200, type: type,
      headers: [("Content-Disposition", "inline; filename=\"\(name)\""), ("Cache-Control", "no-store")],
      body: .file(file, byteCount: try file.status().byteCount)
    ).conditional(on: call.request, tag: sha256, language: call.language)
  }

  private func pagePicture(_ dossier: Dossier, _ call: Call) throws -> HTTPAnswer {
    guard let reference = call.values["document"], let page = call.values["page"].flatMap({ Int($0) }), page > 0,
      let document = try installation.store.documents(of: dossier.id)
        .first(where: { $0.id.rawValue == reference || String($0.ordinal) == reference })
    else { throw Refusal.noPicture }
    let file = try installation.files.open(document.sha256)
    let png = try withExtendedLifetime(file) { try pictures.png(path: "/proc/self/fd/\(file.raw)", page: page) }
    return HTTPAnswer(status: 200, type: "image/png", headers: [("Cache-Control", "no-store")], body: .bytes(png))
  }

  private func list(_ call: Call) throws -> HTTPAnswer {
    var filter = DossierFilter(limit: 50)
    let states = call.request.query.filter { $0.name == "state" }.map(\.value)
    if !states.isEmpty {
      filter.states = Set(
        try states.map { word in
          guard let state = Dossier.State(rawValue: word) else { throw Refusal.badParameter("state") }
          return state
        })
    }
    filter.channel = call.request.value("channel")
    filter.procedure = call.request.value("procedure")
    filter.receivedFrom = try call.day("receivedFrom")
    filter.receivedBefore = try call.day("receivedTo")?.adding(milliseconds: 86_400_000)
    if let before = call.request.value("before") {
      guard (1...64).contains(before.utf8.count), before.utf8.allSatisfy(Self.isReferenceByte) else {
        throw Refusal.badParameter("before")
      }
      filter.before = DossierID(rawValue: before)
    }
    filter.limit = try call.limit(upTo: 500) ?? 50
    let dossiers = try installation.store.dossiers(filter)
    let items = try dossiers.map { try page(of: $0, isShort: true) }
    let next = dossiers.count == filter.limit ? dossiers.last.map { JSONValue.string($0.id.rawValue) } : nil
    return .json(["items": .array(items), "next": next ?? .null])
  }

  private static func isReferenceByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// As it stands now.
  func page(ofDossier id: DossierID) throws -> HTTPAnswer {
    guard let dossier = try installation.store.dossier(id) else { throw Refusal.noSuchThing }
    return .json(try page(of: dossier))
  }

  private func page(of dossier: Dossier, isShort: Bool = false) throws -> JSONValue {
    let store = installation.store
    let submission = try store.submissions(of: dossier.id).first?.id ?? SubmissionID(rawValue: dossier.id.rawValue)
    let receipt = try store.receipt(of: dossier.id)
    var page = DossierJSON.head(of: dossier)
    page["id"] = .string(submission.rawValue)
    page["lookup"] = .string(try lookupAddress(submission, receipt: receipt))
    page["receipt"] = receiptPath(submission, receipt)
    if !isShort {
      page["documents"] = .array(try store.documents(of: dossier.id).map(DossierJSON.document))
      let results = try store.results(of: dossier.id).enumerated().map { index, result -> JSONValue in
        [
          "number": .integer(Int64(index + 1)), "name": .string(result.name), "sha256": .string(result.sha256),
          "bytes": .integer(result.byteCount),
        ]
      }
      page["results"] = .array(results)
      let choice = try store.returnChoice(of: dossier.id)
      page["return"] = choice.map { .string($0.way.rawValue) } ?? .null
      page["returnAddress"] = choice?.address.map { .string($0) } ?? .null
    }
    return .object(page)
  }
}

extension Refusal {
  static let notIssued = Refusal(
    409, "receipt.not-issued", vi: "Giấy tiếp nhận chưa được cấp.", en: "The receipt is not issued yet.")
  static let notPackaged = Refusal(
    409, "package.not-made", vi: "Gói hồ sơ chưa được tạo.", en: "The package is not made yet.")
}

extension Call {
  /// The first moment of a day in Vietnam that the query names; nil where it names none.
  func day(_ name: String) throws(Refusal) -> Timestamp? {
    guard let text = request.value(name) else { return nil }
    guard let date = CivilDate(iso: text), let midnight = VietnamTime(date, hour: 0, minute: 0) else {
      throw .badParameter(name)
    }
    return midnight.timestamp
  }

  /// The query's `limit`; nil where there is none.
  func limit(upTo most: Int) throws(Refusal) -> Int? {
    guard let text = request.value("limit") else { return nil }
    guard let limit = Int(text), (1...most).contains(limit) else { throw .badParameter("limit") }
    return limit
  }
}
