import Reception
import Storage

/// Takes a `multipart/form-data` body in: files to a sink, a few known fields of text, nothing else.
///
/// After the first mistake nothing more is kept; the rest of the body is read and forgotten, so that the sender gets
/// to hear of it.
final class UploadReceiver: BodyReceiver, MultipartTaker {
  struct Form {
    /// Parts that are files.
    let files: String
    /// Parts that are text.
    let texts: [String]
    let fileCount: Int
    let textBytes: Int
    /// A text has this many characters (Unicode scalars) at the most.
    static let textCharacters = 1000
  }

  let limit: Int64
  private let form: Form
  private var sink: (any UploadSink)?
  /// Held until the body is through.
  private var slot: UploadSlots.Slot?
  private var complete: (([String: String]) throws -> HTTPAnswer)?
  private let refuse: (any Error) -> HTTPAnswer
  private var reader: MultipartReader?
  private var refusal: (any Error)?

  private enum Part {
    case none
    case file(name: String?)
    /// A file field that was left empty.
    case emptyFile
    case text(name: String)
  }

  private var part = Part.none
  private var fileCount = 0
  private var text: [UInt8] = []
  private var texts: [String: String] = [:]

  /// `complete` is called once, with the fields, when everything has come; then it owns the sink's files.
  init(
    contentType: String?, limit: Int64, form: Form, sink: any UploadSink, slot: UploadSlots.Slot,
    complete: @escaping ([String: String]) throws -> HTTPAnswer, refuse: @escaping (any Error) -> HTTPAnswer
  ) throws {
    self.limit = limit
    self.form = form
    self.sink = sink
    self.slot = slot
    self.complete = complete
    self.refuse = refuse
    guard let contentType, HeaderParameters(contentType).value == "multipart/form-data" else {
      throw Refusal.notMultipart
    }
    do {
      reader = try MultipartReader(contentType: contentType, taker: self)
    } catch let fault as MultipartFault {
      throw Refusal.malformed(fault)
    }
  }

  func receive(_ bytes: UnsafeRawBufferPointer) {
    guard refusal == nil else { return }
    do {
      try reader?.receive(bytes)
    } catch {
      stop(error)
    }
  }

  func finish() -> HTTPAnswer {
    defer { letGo() }
    do {
      if let refusal { throw refusal }
      try reader?.finish()
      guard let complete else { throw Refusal.fault }
      return try complete(texts)
    } catch {
      stop(error)
      return refuse(refusal ?? error)
    }
  }

  func overflow() -> HTTPAnswer {
    stop(Refusal.tooLarge(limit))
    return refuse(Refusal.tooLarge(limit))
  }

  private func stop(_ error: any Error) {
    refusal = Self.refusal(for: error)
    letGo()
  }

  /// What has come is removed with the sink, which `complete` holds too.
  private func letGo() {
    sink = nil
    complete = nil
    slot = nil
  }

  private static func refusal(for error: any Error) -> any Error {
    switch error {
    case let fault as MultipartFault: Refusal.malformed(fault)
    default: error
    }
  }

  func begin(_ head: MultipartHead) throws {
    if head.name == form.files {
      guard head.isFile else { throw Refusal.notAFile(form.files) }
      if head.fileName == "" {
        part = .emptyFile
        return
      }
      fileCount += 1
      guard fileCount <= form.fileCount else { throw Refusal.tooManyFiles(form.fileCount) }
      try sink?.begin()
      part = .file(name: head.fileName)
    } else if form.texts.contains(head.name) {
      text = []
      part = .text(name: head.name)
    } else {
      throw Refusal.unknownPart([form.files] + form.texts)
    }
  }

  func take(_ bytes: UnsafeRawBufferPointer) throws {
    switch part {
    case .none: break
    case .emptyFile: throw Refusal.badText(form.files)
    case .file:
      do {
        try sink?.write(bytes)
      } catch let error as StorageError where error.code == .tooLarge {
        throw Refusal(
          413, "file.too-large", vi: "Một tệp trong hồ sơ quá lớn.", en: "A file of the dossier is too large.")
      }
    case .text(let name):
      guard text.count + bytes.count <= form.textBytes else { throw Refusal.badText(name) }
      text.append(contentsOf: bytes)
    }
  }

  func end() throws {
    switch part {
    case .none, .emptyFile: break
    case .file(let name): try sink?.end(name: name.flatMap(SentFileName.clean) ?? "tep-\(fileCount)")
    case .text(let name):
      guard let value = String(validating: text, as: UTF8.self), !value.utf8.contains(0),
        value.unicodeScalars.count <= Form.textCharacters
      else {
        throw Refusal.badText(name)
      }
      if !value.isEmpty { texts[name] = value }
    }
    part = .none
  }
}
