import Files
import Glibc

/// A name in a folder of a batch, and what it stands for.
struct FolderName {
  enum Kind {
    case folder, file
    /// A link, which could lead in circles, or to what its maker may not read himself; a pipe; one of two names that
    /// look the same.
    case odd
  }

  /// Escaped where its bytes are no UTF-8.
  let name: String
  let kind: Kind
  /// Of an odd one, for people.
  let complaint: String?

  /// All that is not hidden, in people's order.
  static func all(in folder: String) throws(ReceptionError) -> [FolderName] {
    let entries: [Folder.Entry]
    do {
      entries = try Folder.entries(of: folder)
    } catch {
      throw ReceptionError(.unreadable, "the folder \(folder) cannot be read")
    }
    var names: [FolderName] = []
    let readable = Set(entries.filter(\.isReadableName).map(\.name))
    for entry in entries where !entry.name.hasPrefix(".") {
      guard entry.isReadableName || !readable.contains(entry.name) else {
        names.append(
          FolderName(
            name: entry.name, kind: .odd,
            complaint: "two names look like “\(entry.name)”, one of them not in UTF-8: rename it, in \(folder)"))
        continue
      }
      let kind = try kind(of: folder + "/" + entry.name)
      names.append(
        FolderName(
          name: entry.name, kind: kind,
          complaint: kind == .odd
            ? "“\(entry.name)” is a link, or no file at all: put the file itself there, in \(folder)" : nil))
    }
    return names.sorted { $0.name.comesBefore($1.name) }
  }

  /// Without following links.
  static func kind(of path: String) throws(ReceptionError) -> Kind {
    var status = stat()
    guard lstat(EscapedPath.present(path), &status) == 0 else {
      throw ReceptionError(.unreadable, "\(path) cannot be read")
    }
    return switch status.st_mode & S_IFMT {
    case S_IFDIR: .folder
    case S_IFREG: .file
    default: .odd
    }
  }
}

extension String {
  /// As people number things: `2` comes before `10`, whatever zeros stand before it.
  func comesBefore(_ other: String) -> Bool {
    var (left, right) = (Substring(self).utf8, Substring(other).utf8)
    while let a = left.first, let b = right.first {
      if Self.isDigit(a), Self.isDigit(b) {
        let (one, two) = (left.prefix(while: Self.isDigit), right.prefix(while: Self.isDigit))
        let (x, y) = (one.drop { $0 == UInt8(ascii: "0") }, two.drop { $0 == UInt8(ascii: "0") })
        if x.count != y.count { return x.count < y.count }
        if !x.elementsEqual(y) { return x.lexicographicallyPrecedes(y) }
        left = left.dropFirst(one.count)
        right = right.dropFirst(two.count)
      } else {
        guard a == b else { return a < b }
        left = left.dropFirst()
        right = right.dropFirst()
      }
    }
    // The same but for zeros: some order, always the same.
    return left.isEmpty && right.isEmpty ? self < other : left.isEmpty
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
