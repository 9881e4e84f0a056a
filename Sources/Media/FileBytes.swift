import Glibc

/// A file's bytes in memory that keeps its address: C libraries hold on to it while a document is open.
final class FileBytes {
  private let base: UnsafeMutableRawPointer
  let count: Int
  let isMapped: Bool

  /// Copies `bytes`.
  init(_ bytes: [UInt8]) {
    count = bytes.count
    isMapped = false
    base = .allocate(byteCount: max(count, 1), alignment: 16)
    bytes.withUnsafeBytes { base.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(base), byteCount: $0.count) }
  }

  /// Takes over `base`, which must have been allocated or mapped.
  private init(base: UnsafeMutableRawPointer, count: Int, isMapped: Bool) {
    self.base = base
    self.count = count
    self.isMapped = isMapped
  }

  deinit {
    if isMapped {
      munmap(base, count)
    } else {
      base.deallocate()
    }
  }

  /// Valid as long as the object lives.
  var raw: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }
  var pointer: UnsafePointer<UInt8> { UnsafePointer(base.assumingMemoryBound(to: UInt8.self)) }

  subscript(index: Int) -> UInt8 { raw[index] }

  /// Larger than what a sender may send: an archivist's stack.
  var isStack: Bool { count >= Self.stackFrom }

  /// What was read of a mapped file so far need not stay in this process's memory: the system has it, for all hosts at
  /// once.
  func letGo() {
    if isMapped { madvise(base, count, MADV_DONTNEED) }
  }

  private static let stackFrom: Int64 = 128 << 20
  /// Stored files of at least this many bytes are mapped: each host of a long scan would take its size in memory.
  private static let mappedFrom: Int64 = 4 << 20

  /// Reads `descriptor` from its beginning, whatever its position; the descriptor stays the caller's. Read, not
  /// mapped: a file that shrinks meanwhile would kill the process with SIGBUS. Those in Storage do not shrink; they and
  /// stacks, which come from nowhere else, are mapped.
  static func read(
    descriptor: Int32, atMost limit: Int64, isStored: Bool = false
  ) throws(MediaRefusal) -> FileBytes {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable("fstat: \(String(cString: strerror(errno)))") }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable("not a regular file") }
    let size = Int64(status.st_size)
    guard size <= limit else { throw MediaRefusal(.tooLarge(bytes: size, limit: limit), detail: "\(size) bytes") }
    guard size > 0 else { throw MediaRefusal(.empty, detail: "0 bytes") }
    if size >= (isStored ? mappedFrom : stackFrom) {
      guard let base = mmap(nil, Int(size), PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
        throw .unreadable("mmap: \(String(cString: strerror(errno)))")
      }
      return FileBytes(base: base, count: Int(size), isMapped: true)
    }
    let base = UnsafeMutableRawPointer.allocate(byteCount: Int(size), alignment: 16)
    var filled = 0
    while filled < Int(size) {
      let got = pread(descriptor, base + filled, Int(size) - filled, off_t(filled))
      if got < 0 && errno == EINTR { continue }
      guard got > 0 else {
        let reason = got == 0 ? "the file shrank while it was read" : "read: \(String(cString: strerror(errno)))"
        base.deallocate()
        throw .unreadable(reason)
      }
      filled += got
    }
    return FileBytes(base: base, count: filled, isMapped: false)
  }
}
