import Synchronization

/// A piece of memory for reading files through: 128 KiB, which stays in the processor's cache while two digests
/// and a write look at it.
///
/// Let go, it is kept for the next one: allocated anew for each of thousands of files, such pieces would scatter over
/// the heap between what stays, and the process would grow with their number.
public final class ChunkBuffer {
  public static let byteCount = 128 * 1024

  public let space: UnsafeMutableRawBufferPointer

  public init() {
    if let kept = Self.kept.withLock({ $0.popLast() }) {
      space = UnsafeMutableRawBufferPointer(start: kept.address, count: Self.byteCount)
    } else {
      space = .allocate(byteCount: Self.byteCount, alignment: 64)
    }
  }

  deinit {
    guard let address = space.baseAddress else { return }
    let isKept = Self.kept.withLock { kept in
      guard kept.count < Self.most else { return false }
      kept.append(Spare(address: address))
      return true
    }
    if !isKept { space.deallocate() }
  }

  /// The first bytes of it.
  public func filled(_ count: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: space[..<count])
  }

  /// Memory that nobody uses.
  ///
  /// @unchecked Sendable: whoever takes it out of the list is its only owner.
  private struct Spare: @unchecked Sendable {
    let address: UnsafeMutableRawPointer
  }

  private static let most = 16
  private static let kept = Mutex<[Spare]>([])
}

extension OwnedDescriptor {
  /// Hands on all that lies from here to the end, a chunk at a time; a chunk is there for the call only.
  public func readToEnd(
    through buffer: ChunkBuffer = ChunkBuffer(), _ each: (UnsafeRawBufferPointer) -> Void
  ) throws(SystemCallError) {
    while true {
      let count = try read(into: buffer.space)
      if count == 0 { return }
      each(buffer.filled(count))
    }
  }
}
