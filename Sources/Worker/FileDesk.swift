public import Dossiers
public import Files
import FoundationEssentials
import Pipeline
import Stages

/// Looks at files for an import, in a stage host like any file from outside: sorts the pages of stacks, takes pages
/// out, draws pages small. One file at a time; for one thread.
public final class FileDesk {
  /// Why nothing came of it.
  public struct Trouble: Error, Sendable, CustomStringConvertible {
    public let description: String
  }

  /// It was told to stop: nothing is known of the file.
  public struct Stopped: Error, Sendable {
    public init() {}
  }

  /// Asked several times a second while a file is looked at; once it says no, whatever is asked for is `Stopped`.
  public var goesOn: () -> Bool = { true }

  private let pool: HostPool
  private let folder: String
  private var host: StageHost?
  private var isOpen = false
  private var counter = 0

  /// `stageHostPath` nil: `HOSO_STAGE_HOST`, or beside the running program. Scratch lies below `scratch`.
  public init(scratch: String, stageHostPath: String? = nil) throws {
    folder = ScratchFolders.inspection(in: scratch)
    pool = HostPool(executable: try StageHostLocation.find(stageHostPath), scratch: folder)
  }

  deinit {
    host?.end()
    _ = try? Folder.removeTree(folder)
  }

  /// Sorts the pages of a stack; nil where the file is none: a picture, a single page, or nothing that opens. The file
  /// stays open for `extract` until the next one is opened.
  public func sort(_ file: OwnedDescriptor, name: String) throws -> [StackPage]? {
    let host = try open(file, name: name)
    let size = try file.status().byteCount
    let run = HostRun(stage: StackWork.sort, uses: StackWork.sort, settings: [:], pages: [])
    let (result, output) = try ask(host, run, product: nil, limits: Self.limits(for: size, pages: 20_000))
    guard result.outcome == .done else { return nil }
    guard case .object = try JSONReader.value(output) else { return nil }
    return try JSONDecoder().decode(StackWork.Sorted.self, from: Data(output)).pages
  }

  /// The given pages of the file as one of their own: an open file, rewound, without a name.
  public func extract(_ pages: [Int], of file: OwnedDescriptor, name: String) throws -> OwnedDescriptor {
    try product(StackWork.extract, pages: pages, of: file, name: name)
  }

  /// The page as a small JPEG; nil where there is nothing to be seen.
  public func thumbnail(of file: OwnedDescriptor, name: String, page: Int = 1) throws -> [UInt8]? {
    letGo()
    let picture = try product(StackWork.thumbnail, pages: [page], of: file, name: name)
    let bytes = try picture.readToEnd(limit: 1 << 20)
    return bytes.isEmpty ? nil : bytes
  }

  /// Typesets separator pages, as a PDF.
  public func printCoverSheets(_ order: CoverSheetOrder) throws -> [UInt8] {
    letGo()
    let present = try startedHost()
    do {
      return try present.printCoverSheets(
        Array(try JSONEncoder().encode(order)), limits: Self.limits(for: 0, pages: order.sheets.count))
    } catch let failure as HostFailure {
      throw Self.trouble(failure)
    }
  }

  /// Ends the host until there is work again: an idle one keeps its memory.
  public func rest() {
    letGo()
    host?.end()
    host = nil
  }

  private func product(
    _ work: String, pages: [Int], of file: OwnedDescriptor, name: String
  ) throws -> OwnedDescriptor {
    let host = try open(file, name: name)
    counter += 1
    let path = "\(folder)/product-\(counter)"
    let product = try OwnedDescriptor.creating(path, mode: 0o600)
    try Folder.removeFile(path)
    let run = HostRun(stage: work, uses: work, settings: [:], pages: pages)
    let size = try file.status().byteCount
    let (result, _) = try ask(host, run, product: product, limits: Self.limits(for: size, pages: pages.count))
    guard result.outcome == .done || work == StackWork.thumbnail else {
      throw Trouble(description: result.problems.first?.message.en ?? result.detail ?? "the pages cannot be taken out")
    }
    try product.rewind()
    return product
  }

  private func ask(
    _ host: StageHost, _ run: HostRun, product: OwnedDescriptor?, limits: StageHost.Limits
  ) throws -> (StageResult, [UInt8]) {
    do {
      let (result, output, _) = try host.run(run, product: product?.raw, limits: limits)
      return (result, output)
    } catch {
      letGo()
      throw Self.trouble(error)
    }
  }

  private static func trouble(_ failure: HostFailure) -> any Error {
    if case .stopped = failure { Stopped() } else { Trouble(description: failure.sentence) }
  }

  private func startedHost() throws -> StageHost {
    guard goesOn() else { throw Stopped() }
    let present: StageHost
    if let host, !host.isDead { present = host } else { present = try pool.start() }
    present.goesOn = goesOn
    host = present
    return present
  }

  /// The host with this file open.
  private func open(_ file: OwnedDescriptor, name: String) throws -> StageHost {
    if isOpen, let host, !host.isDead, openFile === file { return host }
    letGo()
    let present = try startedHost()
    do {
      try present.open(
        HostOpening(name: name), outputs: [], descriptor: file.raw, stage: "open",
        limits: StageHost.Limits(milliseconds: 120_000, memoryBytes: 2 << 30, cpuMilliseconds: 120_000))
    } catch {
      throw Self.trouble(error)
    }
    isOpen = true
    openFile = file
    return present
  }

  /// Held, as the number of a closed descriptor is given to the next file.
  private var openFile: OwnedDescriptor?

  private func letGo() {
    guard let present = host else { return }
    if isOpen, !present.isDead {
      do {
        try present.close()
      } catch {
        // It is dead now, and the next file gets a fresh one.
        present.end()
      }
    }
    isOpen = false
    openFile = nil
    if present.isDead || present.isWorn(documents: 500) {
      present.end()
      host = nil
    }
  }

  /// Two seconds a page on the slowest machine that deserves the name. What is mapped of a large file counts as
  /// resident.
  private static func limits(for bytes: Int64, pages: Int) -> StageHost.Limits {
    let milliseconds = 60_000 + 2_000 * Int64(pages)
    return StageHost.Limits(
      milliseconds: milliseconds, memoryBytes: 1 << 30 + 2 * bytes, cpuMilliseconds: milliseconds)
  }
}
