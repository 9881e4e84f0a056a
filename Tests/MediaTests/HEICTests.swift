import Dossiers
import Foundation
import Media
import Testing

@Suite("HEIC")
struct HEICTests {
  /// `Handmade.grey()` as HEIC, quality 90; by pillow-heif.
  private static let encoded = """
    AAAAHGZ0eXBoZWl4AAAAAG1pZjFoZWl4bWlhZgAAAX5tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAA
    AAAERAAAEAAQAAAAABogABAAAAAAAAAN8AAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAAA5waXRtAAAAAAABAAAA/mlwcnAA
    AADeaXBjbwAAAHdodmNDAQQIAAAAnjgAAAAAHvAA/P/4+AAADwNgAAEAF0ABDAH//wQIAAADAJ44AAADAAAeugJAYQABACpCAQEECAAAAwCeOA
    AAAwAAHpAEECCy3VyU1zcBDQYEAAADAGQAAAMABCBiAAEACEQBwXMYMAiQAAAAE2NvbHJuY2x4AAEADQAGgAAAABRpc3BlAAAAAAAAAEAAAABA
    AAAAKGNsYXAAAABAAAAAAQAAADAAAAABAAAAAAAAAAL////wAAAAAgAAABBwaXhpAAAAAAMICAgAAAAYaXBtYQAAAAAAAAABAAEFgQIDBYQAAA
    DnbWRhdAAAANsoAa8GOPGNJjtCb98+jN1bGwc39B8Dp+R7JGIKwx9qB67fk+HoHdN/Mnbw30+072JX4+nGHTKnZ4ZvhZEyAEHoHS3pft5P73iC
    mkF3tcvgN98JWjbpIVNFNVc3TMWzDMG0Z9XcefE5KIYeO0H8ylMrK1x2sY2X9X3rW0Jya2zbe+8Q/bpnGjiEW1Xief1gLHQLhfEe+LrnxG3gt4
    eLg+cknyN+gq7ZPU/3Xqt8w6zL+hSH5EuEeu2ZxnlA/Pp5oyoQwutSICRWl1EiZCDWGzCexNhoamON8EvxwPA=
    """

  private func bytes() throws -> [UInt8] {
    [UInt8](try #require(Data(base64Encoded: Self.encoded, options: .ignoreUnknownCharacters)))
  }

  @Test("the primary picture is decoded, grey, colour and smaller")
  func decoded() throws {
    let document = try MediaOpener.open(bytes: bytes(), name: "IMG_0001.HEIC")
    #expect(document.mediaType == .heic)
    #expect(document.pages.map(\.widthInPixels) == [64])
    #expect(document.pages.map(\.heightInPixels) == [48])
    #expect(try document.verifyPixels(page: 1).isEmpty)
    let image = try document.renderGrey(page: 1, longSideInPixels: nil)
    #expect(difference(image, Handmade.grey()) < 6)
    let small = try document.renderGrey(page: 1, longSideInPixels: 32)
    #expect(difference(small, image.shrunk(longSideInPixels: 32)) < 1)
    #expect(try difference(GreyImage(document.renderColour(page: 1, longSideInPixels: nil)), image) < 1)
  }

  @Test("a HEIC cut off in its pixels is refused", arguments: [100, 10, 1])
  func truncated(missing: Int) throws {
    let cut = Array(try bytes().dropLast(missing))
    let problem = refusal { () throws(MediaRefusal) in
      _ = try MediaOpener.open(bytes: cut, name: "").verifyPixels(page: 1)
    }
    #expect(problem?.code == .imageTruncated || problem?.code == .imageDamaged)
  }

  @Test("the pixel budget holds before anything is decoded")
  func budget() throws {
    var budget = MediaBudget()
    budget.maxPixels = 64 * 48 - 1
    #expect(refusalOfOpening(try bytes(), budget: budget)?.code == .imageTooManyPixels)
  }
}
