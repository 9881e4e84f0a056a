/// Where stored files lie: what `--files` and `HOSO_FILES` name.
public enum StorageLocation: Sendable, Hashable, CustomStringConvertible {
  /// A folder, for one machine or a network file system.
  case folder(path: String)
  /// A bucket of an S3 server, for many machines.
  case s3(S3Location)

  /// `s3://bucket/prefix?…` or a path. Throws `bad-location` with what is wrong. `environment` gives a variable's
  /// value, for what the URL leaves open.
  public init(_ text: String, environment: (String) -> String?) throws(StorageError) {
    if text.hasPrefix(S3Location.scheme) {
      self = .s3(try S3Location(text, environment: environment))
    } else if text.isEmpty || text.contains("://") {
      throw StorageError(.badLocation, "files lie in a folder or at s3://bucket/prefix, not at “\(text)”")
    } else {
      self = .folder(path: text)
    }
  }

  /// Opens the store; asks no server yet. `cache` is the folder for copies of what lies elsewhere; `folderIsShared` tells
  /// that several homes use a folder.
  public func open(cache: String, folderIsShared: Bool = false) throws(StorageError) -> any FileStore {
    switch self {
    case .folder(let path): try FolderStore(path: path, isShared: folderIsShared)
    case .s3(let location): try S3Store(location, cache: cache)
    }
  }

  /// True when workers on other machines may read the same files.
  public var isShared: Bool {
    if case .s3 = self { true } else { false }
  }

  public var description: String {
    switch self {
    case .folder(let path): path
    case .s3(let location): location.description
    }
  }
}
