import Dossiers
import Files
import Reception
import Storage
import Workflow

/// What an officer decides.
extension Service {
  func officerRoutes() -> [Route] {
    [
      Route(
        method: "POST", template: "/v1/dossiers/{id}/accept", name: "acceptDossier",
        summary: "Settle what is open and let a dossier in review go on", access: .scope(.officer), parameters: [.id],
        body: .json(Schemas.note, isRequired: false), success: .json(Schemas.dossier), refusals: [404, 409]
      ) { [unowned self] call in
        let dossier = try dossier(call)
        return decision(call, on: dossier) { [unowned self] body in
          try installation.store.accept(dossier.id, by: call.actor, note: try Self.text("note", in: body))
          installation.ringBell()
        }
      },
      Route(
        method: "POST", template: "/v1/dossiers/{id}/reject", name: "rejectDossier",
        summary: "Refuse a dossier, with a reason for the citizen", access: .scope(.officer), parameters: [.id],
        body: .json(Schemas.rejection, isRequired: true), success: .json(Schemas.dossier), refusals: [404, 409]
      ) { [unowned self] call in
        let dossier = try dossier(call)
        return decision(call, on: dossier) { [unowned self] body in
          guard let reason = body?["reason"], let vi = reason["vi"]?.string, !vi.isEmpty, !vi.utf8.contains(0) else {
            throw Refusal.badParameter("reason")
          }
          let text = BilingualText(vi: vi, en: try Self.text("en", in: reason) ?? vi)
          try installation.store.reject(dossier.id, by: call.actor, reason: text)
        }
      },
      Route(
        method: "POST", template: "/v1/dossiers/{id}/withdraw", name: "withdrawDossier",
        summary: "Record that the citizen takes the dossier back", access: .scope(.officer), parameters: [.id],
        body: .json(Schemas.nothing, isRequired: false), success: .json(Schemas.dossier), refusals: [404, 409]
      ) { [unowned self] call in
        let dossier = try dossier(call)
        return decision(call, on: dossier) { [unowned self] _ in
          try installation.store.withdraw(dossier.id, by: call.actor)
        }
      },
      Route(
        method: "POST", template: "/v1/dossiers/{id}/return", name: "chooseReturn",
        summary: "Record how the citizen wants the result", access: .scope(.officer), parameters: [.id],
        body: .json(Schemas.returnChoice, isRequired: true), success: .json(Schemas.dossier), refusals: [404, 422]
      ) { [unowned self] call in
        let dossier = try dossier(call)
        return decision(call, on: dossier) { [unowned self] body in
          guard let way = body?["way"]?.string.flatMap(ReturnChoice.Way.init(rawValue:)) else {
            throw Refusal.badParameter("way")
          }
          let address = try Self.text("address", in: body).flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
          let choice = ReturnChoice(way: way, address: address)
          // What the sender told with the papers stands in for one that is not given here.
          if way == .post, address == nil {
            let known = try installation.store.submissions(of: dossier.id).contains { $0.contact?.address != nil }
            guard known else { throw Refusal.noAddress }
          }
          try installation.store.chooseReturn(choice, of: dossier.id, by: call.actor)
        }
      },
      Route(
        method: "POST", template: "/v1/dossiers/{id}/result", name: "addResult",
        summary: "Hand back the result: the citizen is told that it is ready", access: .scope(.officer),
        parameters: [.id], body: .multipart(Schemas.supplement), success: .json(Schemas.dossier),
        refusals: [404, 409, 415, 422, 507]
      ) { [unowned self] call in try result(call, for: try dossier(call)) },
      Route(
        method: "GET", template: "/v1/dossiers/{id}/results/{number}", name: "getResult",
        summary: "A result that was handed back", access: .scope(.read),
        parameters: [.id, .number] + Route.Parameter.ofFiles, success: .bytes,
        refusals: [404] + Route.answersOfFiles
      ) { [unowned self] call in
        let results = try installation.store.results(of: try dossier(call).id)
        guard let number = call.values["number"].flatMap({ Int($0) }), results.indices.contains(number - 1) else {
          throw Refusal.noSuchThing
        }
        let result = results[number - 1]
        var answer = try file(result.sha256, type: "application/octet-stream", name: "result", call)
        for index in answer.headers.indices where answer.headers[index].name == "Content-Disposition" {
          // RFC 8187: names are Vietnamese.
          answer.headers[index].value = "attachment; filename*=UTF-8''\(PercentEncoding.encode(result.name))"
        }
        return .answer(answer)
      },
    ]
  }

  /// A text that may be absent, but is nothing else.
  private static func text(_ name: String, in body: JSONValue?) throws(Refusal) -> String? {
    guard let value = body?[name] else { return nil }
    guard let text = value.string, !text.utf8.contains(0) else { throw .badParameter(name) }
    return text
  }

  private func decision(
    _ call: Call, on dossier: Dossier, _ decide: @escaping (JSONValue?) throws -> Void
  ) -> RequestHandling {
    .body(
      BytesReceiver.json(
        complete: { [unowned self] body in
          try decide(body)
          return try page(ofDossier: dossier.id)
        }, refuse: { [unowned self] error in refusal(for: error).answer(in: call.language) }))
  }

  private func require(_ file: NewSubmission.File) throws {
    let stored = try installation.files.open(file.sha256)
    let check = ResultCheck(scratch: configuration.scratch)
    let problem = try hosts.use {
      try withExtendedLifetime(stored) { try check.problem(of: "/proc/self/fd/\(stored.raw)") }
    }
    if let problem { throw Refusal.unusable(file.name, problem) }
  }

  private func result(_ call: Call, for dossier: Dossier) throws -> RequestHandling {
    let limits = configuration.limits
    let sink = try StorageSink(installation.files, fileLimit: limits.fileBytes)
    return .body(
      try UploadReceiver(
        contentType: call.request.headers["content-type"], limit: limits.bodyBytes,
        form: .init(files: "files", texts: [], fileCount: limits.filesPerRequest, textBytes: limits.textBytes),
        sink: sink, slot: try uploadSlot(call),
        complete: { [unowned self] _ in
          guard !sink.files.isEmpty else { throw Refusal.noFiles }
          try sink.commit()
          for file in sink.files { try require(file) }
          for file in sink.files { try installation.store.recordResult(file, of: dossier.id, by: call.actor) }
          return try page(ofDossier: dossier.id)
        }, refuse: { [unowned self] error in refusal(for: error).answer(in: call.language) }))
  }
}

extension Refusal {
  fileprivate static let noAddress = Refusal(
    422, "return.no-address", vi: "Cần địa chỉ nhận qua bưu điện (“address”): hồ sơ không có địa chỉ nào.",
    en: "The post needs an address: none is given here, and none came with the dossier.")
  /// The office's own file is no readable document.
  fileprivate static func unusable(_ name: String, _ problem: Problem) -> Refusal {
    Refusal(
      422, "result.unusable", vi: "\(name): \(problem.message.vi) \(problem.remedy.vi)",
      en: "\(name): \(problem.message.en) \(problem.remedy.en)")
  }
}
