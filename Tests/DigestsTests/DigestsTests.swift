import Digests
import Testing

@Suite struct DigestsTests {
  @Test("SHA-256 and SHA-512 agree with the vectors of FIPS 180-4")
  func vectors() {
    #expect(SHA256Digest.hex(of: "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA512Digest.hex(of: "abc")
        == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")
    #expect(SHA256Digest.hex(of: "") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test("bytes fed in pieces of any size give the digest of the whole", arguments: [1, 7, 63, 64, 65, 1000, 5000])
  func pieces(size: Int) {
    let whole = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let double = DoubleDigest()
    for start in stride(from: 0, to: whole.count, by: size) {
      double.update(Array(whole[start..<min(start + size, whole.count)]))
    }
    let result = double.finish()
    #expect(result.sha256 == SHA256Digest.hex(of: whole))
    #expect(result.sha512 == SHA512Digest.hex(of: whole))
  }

  @Test(
    "each algorithm that foreign bags use is there and gives its length", arguments: DigestAlgorithm.allCases)
  func algorithms(algorithm: DigestAlgorithm) throws {
    let context = try #require(DigestContext(algorithm))
    context.update(Array("abc".utf8))
    #expect(context.finish().count == algorithm.byteCount)
  }

  @Test("a digest's name is understood in each common spelling", arguments: ["sha512", "SHA-512", "Sha_512"])
  func spellings(name: String) {
    #expect(DigestAlgorithm(spelling: name) == .sha512)
    #expect(DigestAlgorithm(spelling: "crc32") == nil)
  }

  @Test("HMAC-SHA-256 agrees with RFC 4231, case 2, and takes an empty key")
  func hmac() {
    let code = MessageAuthentication.hmacSHA256(key: Array("Jefe".utf8), message: "what do ya want for nothing?")
    #expect(Hexadecimal.encode(code) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    #expect(
      Hexadecimal.encode(MessageAuthentication.hmacSHA256(key: [], message: ""))
        == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
  }

  @Test("equal compares whole byte strings")
  func comparison() {
    #expect(MessageAuthentication.equal([1, 2, 3], [1, 2, 3]))
    #expect(!MessageAuthentication.equal([1, 2, 3], [1, 2, 4]))
    #expect(!MessageAuthentication.equal([1, 2, 3], [1, 2]))
    #expect(MessageAuthentication.equal([], []))
  }

  @Test("random bytes come in the length asked for and differ")
  func random() throws {
    let first = try RandomBytes.make(32)
    let second = try RandomBytes.make(32)
    #expect(first.count == 32)
    #expect(first != second)
    #expect(try RandomBytes.make(0).isEmpty)
  }

  @Test(
    "base64url has RFC 4648's spelling without padding, and reads back",
    arguments: [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("foobar", "Zm9vYmFy")])
  func base64(plain: String, encoded: String) {
    #expect(Base64URL.encode(Array(plain.utf8)) == encoded)
    #expect(Base64URL.decode(encoded) == Array(plain.utf8))
    #expect(Base64URL.encode([0xfb, 0xff]) == "-_8")
  }

  @Test(
    "base64url refuses a second spelling of the same bytes", arguments: ["Zg==", "Zh", "Z", "Zm9v+", "Zm 9v", "Zm9vY"])
  func base64Refusals(text: String) {
    #expect(Base64URL.decode(text) == nil)
  }

  @Test("hexadecimal reads either case and refuses what is none")
  func hexadecimal() {
    #expect(Hexadecimal.decode("00fFa0") == [0, 255, 160])
    #expect(Hexadecimal.decode("0") == nil)
    #expect(Hexadecimal.decode("0g") == nil)
    #expect(Hexadecimal.isSHA256(SHA256Digest.hex(of: "a")))
    #expect(!Hexadecimal.isSHA256(SHA256Digest.hex(of: "a").uppercased()))
  }
}
