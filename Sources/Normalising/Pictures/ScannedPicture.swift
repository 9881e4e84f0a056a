import Media

/// A scanned page's picture on its way from one PDF into another, its bytes untouched.
struct ScannedPicture {
  let picture: PDFPicture

  /// Nil for a JPEG that is not what its dictionary says, or that readers need not understand; and for a colour
  /// profile that PDF/A does not allow.
  init?(_ scanned: PDFScannedPicture) {
    let colour: PDFPicture.Colour
    let components: Int
    switch scanned.colour {
    case .grey: (colour, components) = (.grey, 1)
    case .rgb: (colour, components) = (.rgb, 3)
    case .profile(let bytes, let count):
      guard EmbeddedProfile.isUsable(bytes, components: count) else { return nil }
      (colour, components) = (.profile(bytes, components: count), count)
    }
    var entries = """
      /Width \(scanned.widthInPixels) /Height \(scanned.heightInPixels) \
      /BitsPerComponent \(scanned.bitsPerComponent)
      """
    var globals: [UInt8]?
    switch scanned.coding {
    case .jpeg:
      guard let jpeg = JPEGPicture(scanned.bytes), jpeg.components == components, jpeg.width == scanned.widthInPixels,
        jpeg.height == scanned.heightInPixels
      else { return nil }
      entries += " /Filter /DCTDecode"
    case .deflate(let predictor):
      entries += " /Filter /FlateDecode"
      if predictor > 1 {
        entries += """
           /DecodeParms <</Predictor \(predictor) /Colors \(components) /BitsPerComponent \(scanned.bitsPerComponent) \
          /Columns \(scanned.widthInPixels)>>
          """
      }
    case .fax(let k, let blackIs1, let alignsRows, let endsLines, let endsBlock):
      entries += """
         /Filter /CCITTFaxDecode /DecodeParms <</K \(k) /Columns \(scanned.widthInPixels) \
        /Rows \(scanned.heightInPixels) /BlackIs1 \(blackIs1) /EncodedByteAlign \(alignsRows) \
        /EndOfLine \(endsLines) /EndOfBlock \(endsBlock)>>
        """
    case .jbig2(let shared):
      entries += " /Filter /JBIG2Decode"
      globals = shared
    }
    let swaps = scanned.orientation > 4
    picture = PDFPicture(
      widthInPixels: swaps ? scanned.heightInPixels : scanned.widthInPixels,
      heightInPixels: swaps ? scanned.widthInPixels : scanned.heightInPixels, entries: entries, colour: colour,
      bytes: scanned.bytes, placement: .init(orientation: scanned.orientation), globals: globals)
  }
}
