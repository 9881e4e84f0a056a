import Foundation
import Testing
import Workflow

/// A kind of store that the conformance suite runs against. Another database is one more entry of `all`.
struct Backend: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Makes a fresh, empty place for a store and says how to open it; a folder or database of its own.
  let place: @Sendable () throws -> Place

  struct Place: Sendable {
    let open: @Sendable (any StoreClock) throws -> any WorkflowStore
    /// What another program sees there; all values as text.
    var rows: @Sendable (_ sql: String) throws -> [[String]] = { _ in [] }
  }

  static let all = PostgresServer.url == nil ? [sqlite] : [sqlite, postgres]

  static let sqlite = Backend(testDescription: "SQLite") {
    let path = try ScratchFolder.make() + "/store.sqlite"
    return Place(
      open: { clock in try SQLiteStore.open(path: path, clock: clock) }, rows: { try Probe(path).rows($0) })
  }

  static let postgres = Backend(testDescription: "PostgreSQL") {
    let url = try PostgresServer.makePlace()
    return Place(
      open: { clock in try PostgresStore.open(url: url, clock: clock) }, rows: { try PostgresProbe(url).rows($0) })
  }
}

/// Folders for tests, removed when the test run ends.
enum ScratchFolder {
  private static let root: URL = {
    atexit { try? FileManager.default.removeItem(at: ScratchFolder.url) }
    return url
  }()

  private static var url: URL {
    FileManager.default.temporaryDirectory.appending(path: "hoso-workflow-tests-\(getpid())")
  }

  static func make() throws -> String {
    let folder = root.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.path
  }
}
