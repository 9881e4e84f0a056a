/// CRC-16/CCITT-FALSE (polynomial 1021, initially FFFF, nothing reflected): EMVCo QR 4.7.3, tag 63.
public enum CyclicRedundancyCheck {
  public static func ccittFalse(_ bytes: some Sequence<UInt8>) -> UInt16 {
    var register: UInt16 = 0xFFFF
    for byte in bytes {
      register ^= UInt16(byte) << 8
      for _ in 0..<8 {
        register = register & 0x8000 != 0 ? (register << 1) ^ 0x1021 : register << 1
      }
    }
    return register
  }
}
