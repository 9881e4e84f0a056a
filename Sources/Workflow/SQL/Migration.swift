/// One step of the schema, never changed once released: its checksum is recorded in every store that took it.
struct Migration: Sendable {
  let version: Int
  let name: String
  let script: String

  /// FNV-1a, 64 bits, of the script: shows that two programs mean the same by a version. No protection against malice.
  var checksum: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in script.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
