import Dossiers
import HTTPClient
import Reception
import Storage
import Workflow

/// Fetches what citizens send, straight into Storage.
struct AttachmentFetcher: Sendable {
  enum Failure: Error, Sendable, Equatable {
    /// Not an address that files come from.
    case notAllowed
    case tooLarge
    /// May do better later.
    case passing(String)
    /// Gone, or refused for good.
    case gone(Int)
  }

  private let http: HTTPClient
  private let hosts: AllowedHosts
  private let files: any FileStore
  private let limit: Int64
  private static let redirectionsAllowed = 3

  init(_ configuration: ZaloConfiguration, files: any FileStore) {
    hosts = AllowedHosts(configuration.fileHosts)
    limit = Int64(configuration.fileMegabytes) << 20
    http = HTTPClient(limits: ClientLimits(responseBytes: limit, totalSeconds: configuration.fileSeconds))
    self.files = files
  }

  /// All attachments of an event, durable in Storage when this returns.
  func fetch(_ attachments: [Attachment], of event: ChatEvent, firstNumber: Int) throws -> [ChatFile] {
    let batch: any FileBatch = try files.batch()
    var fetched: [ChatFile] = []
    for (index, attachment) in attachments.enumerated() {
      if let size = attachment.byteCount, size > limit { throw Failure.tooLarge }
      let sink = StorageSink(try batch.receive(limit: limit))
      try get(attachment.address, into: sink, redirections: 0)
      let stored = try sink.finish()
      let name = attachment.name.flatMap(SentFileName.clean) ?? "anh-\(firstNumber + index).\(sink.ending)"
      fetched.append(
        ChatFile(
          event: event.id, ordinal: index, name: name, sha256: stored.sha256, byteCount: stored.byteCount,
          saidAt: event.saidAt))
    }
    try batch.commit()
    return fetched
  }

  private func get(_ address: String, into sink: StorageSink, redirections: Int) throws {
    guard hosts.allows(address) else { throw Failure.notAllowed }
    let response: IncomingResponse
    do {
      response = try http.send(OutgoingRequest("GET", address), into: sink)
    } catch let error as HTTPClientError {
      switch error.code {
      case .tooLarge: throw Failure.tooLarge
      case .badRequest: throw Failure.notAllowed
      default: throw Failure.passing(error.code.rawValue)
      }
    } catch let error as StorageError where error.code == .tooLarge {
      throw Failure.tooLarge
    }
    switch response.status {
    case 200: return
    case 301, 302, 303, 307, 308:
      guard redirections < Self.redirectionsAllowed, let next = response.headers["location"] else {
        throw Failure.gone(response.status)
      }
      // Each step is held against the list as the first was.
      try get(next, into: sink, redirections: redirections + 1)
    case 408, 425, 429, 500...: throw Failure.passing("status \(response.status)")
    default: throw Failure.gone(response.status)
    }
  }
}

/// Takes a response's body into Storage, unless it is an error's.
private final class StorageSink: ResponseBodySink {
  private let intake: any FileIntake
  private var takes = false
  private(set) var ending = "jpg"

  init(_ intake: any FileIntake) {
    self.intake = intake
  }

  func begin(status: Int, headers: [String: String]) {
    takes = status == 200
    let type = headers["content-type"]?.prefix { $0 != ";" }.lowercased() ?? ""
    ending = ["image/png": "png", "application/pdf": "pdf", "image/heic": "heic", "image/tiff": "tiff"][type] ?? "jpg"
  }

  func receive(_ bytes: UnsafeRawBufferPointer) throws {
    if takes { try intake.write(bytes) }
  }

  func finish() throws -> StoredFile { try intake.finish() }
}
