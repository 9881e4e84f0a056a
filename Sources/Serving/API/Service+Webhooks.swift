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
          WebhookBody(
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

/// Takes a small body as it is: a signature goes over the very bytes.
final class WebhookBody: BodyReceiver {
  let limit: Int64
  private var bytes: [UInt8] = []
  private let complete: ([UInt8]) throws -> HTTPAnswer
  private let refuse: (any Error) -> HTTPAnswer

  init(
    limit: Int64, complete: @escaping ([UInt8]) throws -> HTTPAnswer, refuse: @escaping (any Error) -> HTTPAnswer
  ) {
    self.limit = limit
    self.complete = complete
    self.refuse = refuse
  }

  func receive(_ piece: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: piece)
  }

  func finish() -> HTTPAnswer {
    do {
      return try complete(bytes)
    } catch {
      return refuse(error)
    }
  }

  func overflow() -> HTTPAnswer { refuse(Refusal.tooLarge(limit)) }
}
