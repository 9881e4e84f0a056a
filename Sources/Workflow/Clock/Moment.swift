public import Dossiers

/// One reading of the clocks: the wall's, and the machine's time since boot, which no one can set.
public struct Moment: Sendable, Hashable {
  public var wall: Timestamp
  /// Differs after each boot: times since another boot mean nothing.
  public var bootID: String
  /// Milliseconds since boot, time asleep included (CLOCK_BOOTTIME).
  public var sinceBoot: Int64

  public init(wall: Timestamp, bootID: String, sinceBoot: Int64) {
    self.wall = wall
    self.bootID = bootID
    self.sinceBoot = sinceBoot
  }
}
