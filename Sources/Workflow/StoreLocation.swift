import Glibc

/// Where a store is: what `--store` and `HOSO_STORE` name.
public enum StoreLocation: Sendable, Hashable, CustomStringConvertible {
  /// A SQLite file, for one machine.
  case sqlite(path: String)
  /// A PostgreSQL database, for many.
  case postgres(url: String)

  /// `postgres://…`, `postgresql://…`, `sqlite:PATH` or a path. nil for another scheme.
  public init?(_ text: String) {
    if PostgresStore.isURL(text) {
      self = .postgres(url: text)
    } else if text.hasPrefix("sqlite:") {
      self = .sqlite(path: String(text.dropFirst("sqlite:".count)))
    } else if text.isEmpty || text.contains("://") {
      return nil
    } else {
      self = .sqlite(path: text)
    }
  }

  /// Opens the store. A SQLite file is made and brought up to date; of a PostgreSQL database an empty one gets its
  /// schema, an older one only with `migrates`, since other machines' workers may still run on it.
  public func open(migrates: Bool = false) throws(StoreError) -> SQLStore {
    switch self {
    case .sqlite(let path): try SQLiteStore.open(path: path)
    case .postgres(let url): try PostgresStore.open(url: url, migrates: migrates)
    }
  }

  /// As `open`, but never makes a SQLite file: throws `.notFound` where there is none.
  public func openExisting() throws(StoreError) -> SQLStore {
    if case .sqlite(let path) = self, access(path, F_OK) != 0 {
      throw StoreError(.notFound, "there is no file \(path)", doing: "opening the store")
    }
    return try open()
  }

  /// True when workers on other machines may share it.
  public var isShared: Bool {
    if case .postgres = self { true } else { false }
  }

  /// For messages: a password in a URL is left out.
  public var description: String {
    switch self {
    case .sqlite(let path): return path
    case .postgres(let url):
      let plain = url.prefix { $0 != "?" }
      guard let at = plain.lastIndex(of: "@") else { return String(plain) }
      let parts = plain[..<at].split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      return parts.prefix(2).joined(separator: ":") + String(plain[at...])
    }
  }
}
