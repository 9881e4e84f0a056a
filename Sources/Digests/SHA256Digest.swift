/// SHA-256, streaming or at one go. Not for use by two threads at a time.
public final class SHA256Digest {
  private let context = DigestContext(certain: .sha256)

  public init() {}

  public func update(_ bytes: UnsafeRawBufferPointer) {
    context.update(bytes)
  }

  public func update(_ bytes: [UInt8]) {
    context.update(bytes)
  }

  public func update(_ text: String) {
    context.update(Array(text.utf8))
  }

  /// The digest of everything fed in, once.
  public func finish() -> [UInt8] {
    context.finish()
  }

  /// As `finish`, in lower-case hexadecimal.
  public func finishHex() -> String {
    context.finishHex()
  }

  public static func bytes(of bytes: [UInt8]) -> [UInt8] {
    let digest = SHA256Digest()
    digest.update(bytes)
    return digest.finish()
  }

  /// Lower-case hexadecimal.
  public static func hex(of bytes: [UInt8]) -> String {
    Hexadecimal.encode(Self.bytes(of: bytes))
  }

  /// Of the text's UTF-8 bytes, lower-case hexadecimal.
  public static func hex(of text: String) -> String {
    hex(of: Array(text.utf8))
  }
}
