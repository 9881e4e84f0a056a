extension Character {
  /// `0` … `9` only: `isNumber` would let other scripts' digits in.
  var isASCIIDigit: Bool { ("0"..."9").contains(self) && isASCII }
}
