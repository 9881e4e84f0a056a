/// Decides what becomes of a request, once its head is there.
protocol RequestDispatcher: Sendable {
  /// Never throws: a refusal is an answer too. `begun` requests end in `ended`, whatever becomes of them.
  func begin(_ request: HTTPRequest) -> RequestHandling
  func ended(_ request: HTTPRequest, status: Int?, bytesReceived: Int64)
  /// A connection was too slow and has been cut off; a request that was under way on it ends by itself.
  func cutOffConnection()
}

/// What a request leads to.
enum RequestHandling {
  /// Known from the head alone: a body that comes is read and forgotten, up to so many bytes.
  case answer(HTTPAnswer, drain: Int64 = Exchange.drainLimit)
  case body(any BodyReceiver)
}

/// Takes a request's body piece by piece. Let go before `finish`, it leaves nothing behind. For one thread at a time.
protocol BodyReceiver: AnyObject {
  /// Bytes that a body may have.
  var limit: Int64 { get }
  func receive(_ bytes: UnsafeRawBufferPointer)
  func finish() -> HTTPAnswer
  /// More than `limit` came.
  func overflow() -> HTTPAnswer
}
