import CMicroHTTPD
import Files
import Glibc

/// One request on its way to its answer; lives from its head to the moment when the answer is out or the connection
/// is gone. Used by its connection's thread alone.
final class Exchange {
  let request: HTTPRequest
  private var handling: RequestHandling
  private(set) var bytesReceived: Int64 = 0
  private(set) var status: Int?

  /// A refused body is read and forgotten up to this, so that a client that sends first and listens afterwards gets
  /// to hear why.
  static let drainLimit: Int64 = 8 << 20

  init(request: HTTPRequest, handling: RequestHandling) {
    self.request = request
    self.handling = handling
  }

  /// The answer that need not wait for the body: the client asked first, or announced too much to listen to.
  func earlyAnswer() -> HTTPAnswer? {
    switch handling {
    case .body(let receiver):
      guard let announced = request.contentLength, announced > receiver.limit else { return nil }
      handling = .answer(receiver.overflow())
      return earlyAnswer()
    case .answer(var answer, let drain):
      guard request.hasBody, request.expectsContinue || (request.contentLength ?? 0) > drain else {
        return nil
      }
      answer.headers.append(("Connection", "close"))
      return answer
    }
  }

  /// False when there is no sense in listening on.
  func receive(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytesReceived += Int64(bytes.count)
    switch handling {
    case .answer(_, let drain): return bytesReceived <= drain
    case .body(let receiver):
      guard bytesReceived <= receiver.limit else {
        handling = .answer(receiver.overflow())
        return bytesReceived <= Self.drainLimit
      }
      receiver.receive(bytes)
      return true
    }
  }

  func finish() -> HTTPAnswer {
    switch handling {
    case .answer(let answer, _): return answer
    case .body(let receiver):
      let answer = receiver.finish()
      handling = .answer(answer)
      return answer
    }
  }

  /// Hands the answer to the library. False breaks the connection off.
  func queue(_ answer: HTTPAnswer, on connection: OpaquePointer) -> Bool {
    guard let response = Self.response(answer.body) else { return false }
    defer { MHD_destroy_response(response) }
    for (name, value) in answer.headers + Self.everywhere where MHD_add_response_header(response, name, value) != .YES {
      return false
    }
    status = answer.status
    return MHD_queue_response(connection, UInt32(answer.status), response) == .YES
  }

  private static let everywhere: [(name: String, value: String)] = [
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
  ]

  private static func response(_ body: HTTPAnswer.Body) -> OpaquePointer? {
    switch body {
    case .bytes(let bytes):
      return bytes.withUnsafeBytes { buffer in
        // MUST_COPY: the library copies and never writes to them.
        MHD_create_response_from_buffer(
          buffer.count, UnsafeMutableRawPointer(mutating: buffer.baseAddress), .RESPMEM_MUST_COPY)
      }
    case .file(let file, let offset, let byteCount):
      // The library closes what it is given.
      let own = fcntl(file.raw, F_DUPFD_CLOEXEC, 0)
      guard own >= 0 else { return nil }
      let response = MHD_create_response_from_fd_at_offset64(UInt64(byteCount), own, UInt64(offset))
      if response == nil { close(own) }
      return response
    case .stream(let source, let byteCount):
      let box = Unmanaged.passRetained(StreamedBody(source))
      let response = MHD_create_response_from_callback(
        UInt64(byteCount), 64 << 10,
        { context, _, buffer, capacity in
          guard let context, let buffer else { return -2 }
          return Unmanaged<StreamedBody>.fromOpaque(context).takeUnretainedValue()
            .read(into: UnsafeMutableRawBufferPointer(start: buffer, count: capacity))
        }, box.toOpaque(),
        { context in
          if let context { Unmanaged<StreamedBody>.fromOpaque(context).release() }
        })
      if response == nil { box.release() }
      return response
    }
  }
}

/// A `ByteSource` as the library reads it.
private final class StreamedBody {
  /// MHD_CONTENT_READER_END_OF_STREAM and …_END_WITH_ERROR are cast macros, which Swift does not import.
  private static let endOfStream = -1
  private static let endWithError = -2
  private let source: any ByteSource

  init(_ source: any ByteSource) {
    self.source = source
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    do {
      let count = try source.read(into: buffer)
      return count == 0 ? Self.endOfStream : count
    } catch {
      return Self.endWithError
    }
  }
}
