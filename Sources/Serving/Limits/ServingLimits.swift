/// The bounds of what a server takes on.
public struct ServingLimits: Sendable {
  /// Connections at one time: in all, and from one address (behind a proxy, which is one address, as many as in all).
  public var connections = 400
  public var connectionsPerAddress = 120
  /// Memory for one request's head.
  public var headerBytes = 32 << 10
  /// A whole request's body.
  public var bodyBytes: Int64 = 1 << 30
  /// One file, one text field, and how many files a request may bring.
  public var fileBytes: Int64 = 256 << 20
  public var textBytes = 4 << 10
  public var filesPerRequest = 200
  /// From a connection's beginning, or the last answer, to the end of the next request's head.
  public var headMilliseconds: Int64 = 20_000
  /// A body may be slow this long; then it must have come at the least rate.
  public var bodyGraceMilliseconds: Int64 = 20_000
  public var leastBytesPerSecond: Int64 = 2_000
  public var answerMilliseconds: Int64 = 600_000
  /// Silence on a connection.
  public var idleSeconds: UInt32 = 20

  /// A key's or address's requests a minute, uploads at one time, and uploaded bytes a minute.
  public var keyRequestsPerMinute = 30_000
  public var keyUploadsAtOnce = 64
  public var keyBytesPerMinute: Int64 = 64 << 30
  public var addressRequestsPerMinute = 600
  public var addressUploadsAtOnce = 8
  public var addressBytesPerMinute: Int64 = 1 << 30
  /// Look-ups of codes that were not there, and refused keys, from one address a minute. A code that was there counts
  /// half; an address in a receipt's QR code, or with a submission's id, not at all.
  public var missesPerMinute = 10

  /// Stage hosts at one time, for page pictures, photographed receipts and results; how long a request waits for one.
  public var hostsAtOnce = 2
  public var hostPatienceMilliseconds = 10_000

  public init() {}
}
