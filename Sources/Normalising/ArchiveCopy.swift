public import Files

/// A copy in the archive's form in the making: a two-layer PDF/A of page pictures and the words on them.
///
/// Pages are written as they come, so that memory does not grow with their number. For one thread.
public final class ArchiveCopy {
  private let writer: PDFWriter
  private let metadata: ArchiveMetadata
  private let tree: PDFReference
  private let fontReference: PDFReference
  private var font = InvisibleFont()
  private var pages: [PDFReference] = []
  private var profiles: [[UInt8]: PDFReference] = [:]
  private var globals: [[UInt8]: PDFReference] = [:]
  private let minimumDotsPerInch: Double

  /// Begins a copy in `file`, from its present position. `title` is the document's name; `dotsPerInch` is what a page
  /// has at least, and what it is taken to have where it does not say.
  public init(
    to file: OwnedDescriptor, title: String, producer: String = "hoso", level: ArchiveLevel, dotsPerInch: Double = 200,
    byteLimit: Int = 240 << 20
  ) throws(NormalisingError) {
    metadata = ArchiveMetadata(title: title, producer: producer, level: level)
    minimumDotsPerInch = dotsPerInch
    writer = try PDFWriter(file, limit: byteLimit)
    tree = writer.reserve()
    fontReference = writer.reserve()
  }

  /// Adds a page. `dotsPerInch` is what the picture says of itself; `words` are in reading order.
  public func add(
    _ picture: PageImage, dotsPerInch: Double?, words: [PlacedWord]
  ) throws(NormalisingError) {
    try add(picture.stream, dotsPerInch: dotsPerInch, words: words)
  }

  private func add(
    _ picture: PDFPicture, dotsPerInch: Double?, words: [PlacedWord]
  ) throws(NormalisingError) {
    let resolution = resolution(of: picture, said: dotsPerInch)
    let pointsPerPixel = 72 / resolution
    let width = Double(picture.widthInPixels) * pointsPerPixel
    let height = Double(picture.heightInPixels) * pointsPerPixel
    let space = try colourSpace(picture.colour)
    let shared = try picture.globals.map { (bytes) throws(NormalisingError) in
      " /DecodeParms <</JBIG2Globals \(try self.reference(toGlobals: bytes))>>"
    }
    let image = try writer.addStream(
      "/Type /XObject /Subtype /Image /ColorSpace \(space) \(picture.entries)\(shared ?? "")", picture.bytes)
    let text = TextLayer(pointsPerPixel: pointsPerPixel, pageHeight: height).operators(words, font: &font)
    let (m, o) = (picture.placement.matrix, picture.placement.origin)
    let matrix = [m.a * width, m.b * height, m.c * width, m.d * height, o.x * width, o.y * height]
    let operators = "q \(matrix.map(PDFSyntax.number).joined(separator: " ")) cm /Im1 Do Q\n\(text)"
    let content = try writer.addCompressed("", Array(operators.utf8))
    let fonts = text.isEmpty ? "" : " /Font <<\(TextLayer.font) \(fontReference)>>"
    // ISO 19005-2, 6.1.13: a page measures at least 3 units either way.
    let box = "[0 0 \(PDFSyntax.number(max(width, 3))) \(PDFSyntax.number(max(height, 3)))]"
    pages.append(
      try writer.add(
        """
        <</Type /Page /Parent \(tree) /MediaBox \(box) /Resources <</XObject <</Im1 \(image)>>\(fonts)>> \
        /Contents \(content)>>
        """))
  }

  /// Ends the copy; returns its size in bytes. To be called once.
  public func finish() throws(NormalisingError) -> Int {
    guard !pages.isEmpty else { throw .unsuitable("it has no pages") }
    let kids = pages.map(\.description).joined(separator: " ")
    try writer.write("<</Type /Pages /Count \(pages.count) /Kids [\(kids)]>>", as: tree)
    if font.isEmpty {
      // The number was given away; nobody points to it.
      try writer.write("null", as: fontReference)
    } else {
      try font.write(to: writer, as: fontReference)
    }
    let profile = try writer.addCompressed("/N 3", ColourProfile.sRGB)
    let packet = try writer.addStream("/Type /Metadata /Subtype /XML", metadata.packet)
    let information = try writer.add(metadata.information)
    let root = try writer.add(
      """
      <</Type /Catalog /Pages \(tree) /Metadata \(packet) /OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 \
      /OutputConditionIdentifier (sRGB IEC61966-2.1) /RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1) \
      /DestOutputProfile \(profile)>>]>>
      """)
    return try writer.finish(root: root, info: information)
  }

  /// Dots an inch on the page: what the picture says where that is enough and leaves a page that can be.
  private func resolution(of picture: PDFPicture, said: Double?) -> Double {
    let longSide = Double(max(picture.widthInPixels, picture.heightInPixels))
    let resolution = max(said.flatMap { $0.isFinite ? $0 : nil } ?? minimumDotsPerInch, minimumDotsPerInch)
    // A page may measure 14,400 units at most (ISO 19005-2, 6.1.13); a picture that claims to be smaller than a
    // stamp does not know.
    let sane = resolution > 2_400 && longSide / resolution < 1 ? minimumDotsPerInch : resolution
    return max(sane, longSide * 72 / 14_400)
  }

  /// Pages of one scan share them.
  private func reference(toGlobals bytes: [UInt8]) throws(NormalisingError) -> PDFReference {
    if let known = globals[bytes] { return known }
    let reference = try writer.addStream("", bytes)
    globals[bytes] = reference
    return reference
  }

  private func colourSpace(_ colour: PDFPicture.Colour) throws(NormalisingError) -> String {
    switch colour {
    case .grey: return "/DeviceGray"
    case .rgb: return "/DeviceRGB"
    case .palette(let colours):
      return "[/Indexed /DeviceRGB \(colours.count / 3 - 1) \(PDFSyntax.hexadecimal(colours))]"
    case .profile(let bytes, let components):
      if let known = profiles[bytes] { return "[/ICCBased \(known)]" }
      let reference = try writer.addCompressed("/N \(components)", bytes)
      profiles[bytes] = reference
      return "[/ICCBased \(reference)]"
    }
  }
}
