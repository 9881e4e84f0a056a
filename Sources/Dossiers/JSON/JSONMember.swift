/// Finds one member of a large JSON object without reading the others into memory.
public enum JSONMember {
  /// The bytes of the value under `name` in the outermost object; nil where there is none. Only the way to it is read:
  /// that the rest is JSON is not made sure of.
  public static func find(_ name: String, in json: [UInt8]) -> ArraySlice<UInt8>? {
    let wanted = Array("\"\(name)\"".utf8)
    var scan = Scan(json: json)
    guard scan.take(UInt8(ascii: "{")) else { return nil }
    while let key = scan.value(), scan.take(UInt8(ascii: ":")), let value = scan.value() {
      if json[key].elementsEqual(wanted) { return json[value] }
      guard scan.take(UInt8(ascii: ",")) else { return nil }
    }
    return nil
  }

  private struct Scan {
    let json: [UInt8]
    var position = 0

    init(json: [UInt8]) {
      self.json = json
    }

    mutating func skipSpace() {
      while position < json.count, [0x20, 0x09, 0x0A, 0x0D].contains(json[position]) { position += 1 }
    }

    mutating func take(_ byte: UInt8) -> Bool {
      skipSpace()
      guard position < json.count, json[position] == byte else { return false }
      position += 1
      return true
    }

    /// Passes over a value of any kind: to the end of its brackets, or to what ends a plain one. Nil where there is none.
    mutating func value() -> Range<Int>? {
      skipSpace()
      let start = position
      var depth = 0
      while position < json.count {
        switch json[position] {
        case UInt8(ascii: "\""):
          guard skipString() else { return nil }
          if depth == 0 { return start..<position }
          continue
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          if depth == 0 { return position > start ? start..<position : nil }
          depth -= 1
          if depth == 0 {
            position += 1
            return start..<position
          }
        case UInt8(ascii: ","), UInt8(ascii: ":"):
          if depth == 0 { return position > start ? start..<position : nil }
        default: break
        }
        position += 1
      }
      return nil
    }

    /// From its opening quotation mark to behind the closing one. False where it does not close.
    private mutating func skipString() -> Bool {
      position += 1
      while position < json.count {
        switch json[position] {
        case UInt8(ascii: "\\"): position += 2
        case UInt8(ascii: "\""):
          position += 1
          return true
        default: position += 1
        }
      }
      return false
    }
  }
}
