import Dossiers

/// What other services tell us of themselves.
extension Service {
  func webhookRoutes() -> [Route] {
    configuration.webhooks.map { receiver in
      Route(
        method: "POST", template: receiver.path,
        name: "webhook"
          + receiver.path.split(separator: "/").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(),
        summary: "Events of a service, with its signature", access: .signed,
        body: .json(Schemas.nothing, isRequired: true), success: .text, refusals: [401]
      ) { [unowned self] call in
        .body(
          // The very bytes: a signature goes over them.
          BytesReceiver(
            limit: receiver.limit,
            complete: { body in
              switch try receiver.receive(headers: call.request.headers, body: body) {
              case .taken: return .text("ok\n")
              case .wrongSignature: throw Refusal.wrongSignature
              case .malformed: throw Refusal.notJSON
              }
            }, refuse: { [unowned self] error in refusal(for: error).answer(in: call.language) }))
      }
    }
  }
}

extension Refusal {
  static let wrongSignature = Refusal(
    401, "webhook.wrong-signature", vi: "Chữ ký không đúng.", en: "The signature is not right.",
    headers: [("WWW-Authenticate", "X-ZEvent-Signature")])
}
