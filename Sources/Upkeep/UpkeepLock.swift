import Files
public import Worker

/// Keeps backups, restores and sweeps of one home from each other; let go when it ends, however it ends.
public struct UpkeepLock: Sendable {
  private let lock: FileLock

  /// Throws `.busy` where another one is under way.
  public init(_ home: Home) throws(UpkeepError) {
    let path = "\(home.path)/\(Self.name)"
    do {
      guard let lock = try FileLock(tryExclusively: path) else {
        throw UpkeepError(.busy, "another backup, restore or sweep of \(home.path) is under way")
      }
      self.lock = lock
    } catch {
      throw UpkeepError(error)
    }
  }

  static let name = "upkeep.lock"
}
