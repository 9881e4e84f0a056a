import Glibc

/// Paths as text, also those whose bytes are no UTF-8: what does not belong there stands as `\xE2`, a byte each.
public enum EscapedPath {
  /// The path for a system call, ending in NUL. What is called so to the letter goes first; where there is none, it is
  /// what the escapes stand for.
  public static func present(_ path: String) -> [CChar] {
    var status = stat()
    guard let bytes = bytes(of: path), !bytes.contains(0), lstat(path, &status) != 0, errno == ENOENT else {
      return Array(path.utf8CString)
    }
    return bytes.map { CChar(bitPattern: $0) } + [0]
  }

  /// `gi\xE2y.jpg` for a name in another encoding; UTF-8 as it is.
  public static func text(of bytes: some Sequence<UInt8>) -> String {
    var text = ""
    var rest = bytes.makeIterator()
    var decoder = Unicode.UTF8.ForwardParser()
    // The parser tells how many bytes were wrong, not which ones.
    var pending: [UInt8] = []
    var source = AnyIterator { () -> UInt8? in
      guard let byte = rest.next() else { return nil }
      pending.append(byte)
      return byte
    }
    while true {
      switch decoder.parseScalar(from: &source) {
      case .valid(let encoded):
        text.unicodeScalars.append(Unicode.UTF8.decode(encoded))
        pending.removeFirst(encoded.count)
      case .error(let length):
        for byte in pending.prefix(length) { text += "\\x" + hexadecimal(byte) }
        pending.removeFirst(length)
      case .emptyInput: return text
      }
    }
  }

  /// The bytes that an escaped path stands for; nil where nothing in it is escaped.
  public static func bytes(of text: String) -> [UInt8]? {
    let characters = Array(text.utf8)
    var bytes: [UInt8] = []
    var index = 0
    var isEscaped = false
    while index < characters.count {
      // Only what cannot stand in UTF-8 by itself is ever escaped.
      let word = characters[index...].prefix(4)
      if word.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "x")]), word.count == 4,
        let byte = UInt8(String(decoding: word.dropFirst(2), as: UTF8.self), radix: 16), byte >= 0x80
      {
        bytes.append(byte)
        index += 4
        isEscaped = true
      } else {
        bytes.append(characters[index])
        index += 1
      }
    }
    return isEscaped ? bytes : nil
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}

extension OwnedDescriptor {
  /// Opens a regular file by the path that a person gave, which may be an escaped one. A file that is called so to the
  /// letter goes first.
  public static func reading(
    typed path: String, followingLinks: Bool = true
  ) throws(SystemCallError) -> OwnedDescriptor {
    do {
      return try reading(path, followingLinks: followingLinks)
    } catch {
      guard error.isNotFound, let bytes = EscapedPath.bytes(of: path) else { throw error }
      return try reading(bytes: bytes, path: path, followingLinks: followingLinks)
    }
  }
}
