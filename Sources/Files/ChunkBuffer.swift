/// A piece of memory for reading files through: 128 KiB, which stays in the processor's cache while two digests
/// and a write look at it.
public final class ChunkBuffer {
  public static let byteCount = 128 * 1024

  public let space: UnsafeMutableRawBufferPointer

  public init() {
    space = .allocate(byteCount: Self.byteCount, alignment: 64)
  }

  deinit {
    space.deallocate()
  }

  /// The first bytes of it.
  public func filled(_ count: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: space[..<count])
  }
}
