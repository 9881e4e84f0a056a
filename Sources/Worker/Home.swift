/// The folder of an embedded installation: where its store, files, packages and configuration lie.
///
/// Paths are given out absolute; nothing here touches the disk.
public struct Home: Sendable, Hashable {
  /// Absolute, without a slash at the end.
  public let path: String

  public init(path: String) {
    self.path = path
  }

  public var store: String { path + "/store.sqlite" }
  /// Content-addressed originals and derived files.
  public var files: String { path + "/files" }
  /// This machine's copies of files that lie elsewhere.
  public var cache: String { path + "/cache" }
  /// Finished packages, visible through the store's rows only.
  public var packages: String { path + "/packages" }
  /// One folder a running worker or host, 0700, emptied after each document.
  public var scratch: String { path + "/scratch" }
  /// The pipeline that an embedded worker applies when it changes.
  public var pipeline: String { path + "/pipeline.json" }
  /// There while a restore is under way, or after one that was interrupted: nobody may work in such a home.
  public var unfinishedRestore: String { path + "/restore-unfinished" }
  public var procedures: String { path + "/procedures.json" }
  public var calendar: String { path + "/calendar.json" }
}
