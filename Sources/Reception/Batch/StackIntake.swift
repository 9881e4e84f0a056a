import Digests
public import Dossiers
import Files
import Storage
public import Worker
public import Workflow

/// Takes a scanned stack in: the file itself into Storage, whole, and each dossier of it with the pages between two
/// separators as its document.
///
/// A stack is known by its digest: stopped anywhere and run again, it is neither sorted nor taken in twice.
public final class StackIntake {
  private let installation: Installation
  private let enqueuer: Enqueuer
  private let desk: FileDesk
  private let byteLimit: Int64

  /// `desk` looks at the stacks; `channel` names the way in; `byteLimit` is what a stack may have.
  public init(_ installation: Installation, desk: FileDesk, channel: String, byteLimit: Int64 = 8 << 30) {
    self.installation = installation
    enqueuer = Enqueuer(installation, channel: channel)
    self.desk = desk
    self.byteLimit = byteLimit
  }

  /// Asked while a stack is looked at, which may take minutes; once it says no, that ends with `FileDesk.Stopped`.
  var goesOn: () -> Bool {
    get { desk.goesOn }
    set { desk.goesOn = newValue }
  }

  /// The file's layout, kept in the store; nil where it is no stack: it has no separator, or is not of many pages. No
  /// link is followed to it, from `folder` on where that is given.
  public func open(_ path: String, below folder: String? = nil) throws -> Stack? {
    guard Self.mayBeStack(path) else { return nil }
    let file =
      if let folder { try OwnedDescriptor.reading(path, below: folder) } else {
        try OwnedDescriptor.reading(typed: path, followingLinks: false)
      }
    let name = String(path.split(separator: "/").last ?? "stack")
    let sha256 = try digest(of: file)
    if let known = try installation.store.stack(sha256) {
      return try Stack(stored: known, file: installation.files.open(sha256))
    }
    try file.rewind()
    guard let pages = try desk.sort(file, name: name) else { return nil }
    let layout = SortedStack(pages)
    guard layout.isStack else { return nil }
    try file.rewind()
    let kept = try keep(file)
    guard kept.sha256 == sha256 else {
      throw ReceptionError(.unreadable, "\(path) changed while it was read")
    }
    let stored = StoredStack(
      sha256: sha256, name: name, byteCount: kept.byteCount, pageCount: pages.count, layout: layout)
    try installation.store.recordStack(stored)
    return try Stack(stored: stored, file: installation.files.open(sha256))
  }

  /// A stack that lies in Storage.
  public struct Stack {
    public let stored: StoredStack
    let file: OwnedDescriptor
  }

  /// The dossiers of a stack, one after the other, until all are through or `goesOn` says no. Tells first of the stack
  /// as a whole, then of each dossier; one that cannot be taken in does not keep the others out.
  public func takeIn(
    _ stack: Stack, details: DossierDetails, duplicates: DuplicatePolicy?, goesOn: () -> Bool,
    each: (BatchOutcome) -> Void
  ) {
    var whole = BatchOutcome(name: stack.stored.name, kind: .stack)
    whole.remarks = stack.stored.layout.remarks
    whole.sha256 = stack.stored.sha256
    each(whole)
    var details = details
    details.key = nil
    for section in stack.stored.layout.sections {
      guard goesOn() else { return }
      var outcome = BatchOutcome(name: section.name, kind: .failed)
      outcome.fileCount = 1
      outcome.stack = stack.stored.name
      outcome.pages = section.pages
      outcome.blankPages = section.blanks
      do {
        outcome.succeed(try takeIn(section, of: stack, details: details, duplicates: duplicates))
      } catch is FileDesk.Stopped {
        return
      } catch {
        outcome.fail(error)
      }
      each(outcome)
    }
  }

  /// One dossier of a stack; it is known where an earlier run took it in.
  private func takeIn(
    _ section: SortedStack.Section, of stack: Stack, details: DossierDetails, duplicates: DuplicatePolicy?
  ) throws -> SubmissionAnswer {
    var details = details
    let key = "stack:\(stack.stored.sha256):\(section.coverPage ?? 0)"
    do {
      if let known = try installation.store.answer(idempotencyKey: key) { return known }
      details.key = key
      details.procedure = section.cover?.procedure ?? details.procedure
      let name = "\(section.name).\(stack.stored.name.split(separator: ".").last ?? "pdf")"
      let pages = try desk.extract(section.pages, of: stack.file, name: stack.stored.name)
      let kept = try installation.files.put(reading: pages, limit: byteLimit)
      return try enqueuer.enqueue(
        stored: [
          NewSubmission.File(
            name: name, sha256: kept.sha256, byteCount: kept.byteCount, origin: Self.origin(section, of: stack.stored))
        ], details: details, duplicates: duplicates)
    } catch let error as ReceptionError {
      throw error
    } catch let stop as FileDesk.Stopped {
      throw stop
    } catch let error as StorageError {
      throw ReceptionError(storage: error)
    } catch let error as StoreError {
      throw ReceptionError(store: error)
    } catch {
      throw ReceptionError(.unreadable, "\(stack.stored.name), \(section.name): \(error)")
    }
  }

  /// Where the pages came from: what the record and the package tell of the document.
  private static func origin(_ section: SortedStack.Section, of stack: StoredStack) -> JSONValue {
    var origin: [String: JSONValue] = [
      "stack": .string(stack.name), "sha256": .string(stack.sha256),
      "pages": .array(section.pages.map { .integer(Int64($0)) }),
    ]
    if !section.blanks.isEmpty { origin["blankPages"] = .array(section.blanks.map { .integer(Int64($0)) }) }
    if let page = section.coverPage { origin["coverSheetPage"] = .integer(Int64(page)) }
    if let sheet = section.cover { origin["coverSheet"] = .string("\(sheet.series)-\(sheet.number)") }
    return .object(origin)
  }

  /// Nothing waits any more for now.
  func rest() {
    desk.rest()
  }

  private static func mayBeStack(_ path: String) -> Bool {
    [".pdf", ".tif", ".tiff"].contains { path.lowercased().hasSuffix($0) }
  }

  private func digest(of file: OwnedDescriptor) throws -> String {
    let digest = SHA256Digest()
    try read(file) { digest.update($0) }
    return digest.finishHex()
  }

  private func keep(_ file: OwnedDescriptor) throws -> StoredFile {
    let intake = try installation.files.receive(limit: byteLimit)
    try read(file) { try intake.write($0) }
    return try intake.finish()
  }

  /// A stack may have gigabytes: a stop does not wait for the last of them.
  private func read(_ file: OwnedDescriptor, _ each: (UnsafeRawBufferPointer) throws -> Void) throws {
    let buffer = ChunkBuffer()
    while true {
      guard goesOn() else { throw FileDesk.Stopped() }
      let count = try file.read(into: buffer.space)
      if count == 0 { return }
      try each(buffer.filled(count))
    }
  }
}
