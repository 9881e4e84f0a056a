import Files
import FoundationEssentials

/// The outcomes of an import in the order in which they came, kept in a file: a batch may be larger than memory.
///
/// The file has no name, so nothing is left of it however the import ends.
public final class BatchJournal {
  private let file: OwnedDescriptor
  private var pending: [UInt8] = []
  private static let flushedAt = 64 << 10

  /// `scratch` is a folder for the file.
  public init(in scratch: String) throws {
    let path = "\(scratch)/import-\(UInt64.random(in: 0...UInt64.max))"
    try Folder.create(scratch)
    file = try OwnedDescriptor.creating(path, mode: 0o600)
    try Folder.removeFile(path)
  }

  public func append(_ outcome: BatchOutcome) throws {
    pending += Array(try JSONEncoder().encode(outcome)) + [UInt8(ascii: "\n")]
    if pending.count >= Self.flushedAt { try flush() }
  }

  /// Calls `body` for each outcome, first to last.
  public func read(_ body: (BatchOutcome) throws -> Void) throws {
    try flush()
    let decoder = JSONDecoder()
    let buffer = ChunkBuffer()
    var line: [UInt8] = []
    var offset: Int64 = 0
    while true {
      let count = try file.read(into: buffer.space, at: offset)
      if count == 0 { return }
      offset += Int64(count)
      for byte in buffer.filled(count) {
        guard byte == UInt8(ascii: "\n") else {
          line.append(byte)
          continue
        }
        try body(try decoder.decode(BatchOutcome.self, from: Data(line)))
        line.removeAll(keepingCapacity: true)
      }
    }
  }

  private func flush() throws {
    guard !pending.isEmpty else { return }
    try file.write(pending)
    pending.removeAll(keepingCapacity: true)
  }
}
