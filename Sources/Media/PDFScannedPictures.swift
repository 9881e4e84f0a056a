import Dossiers

/// Finds the pages of a PDF that are scans: one picture that fills the page, and at the most invisible text over it.
/// Their pictures can be passed on as they are stored; every other page has to be rendered.
public final class PDFScannedPictures {
  private typealias Matrix = PDFPaintScanner.Matrix

  private let file: QPDFFile
  private let bytes: FileBytes
  private let pages: [PageInfo]
  /// Pages whose picture was unpacked and has all its rows.
  public private(set) var wholePages: Set<Int> = []
  /// What a decoded picture may take, where it has to be decoded to be trusted.
  private static let maxDecodedBytes = 160 << 20
  /// A stored picture beyond these is rendered in bands instead.
  private static let maxStoredBytes = 64 << 20

  /// Nil where qpdf cannot read the file without mending it.
  public init?(_ document: PDFDocument) {
    guard !document.warnings.contains(where: { $0.code == .pdfDamaged }), let file = QPDFFile(document.bytes),
      file.isReadable
    else { return nil }
    self.file = file
    bytes = document.bytes
    pages = document.pages
  }

  /// The page's picture; nil where there is more on the page than one picture, or less, or a picture that a PDF/A
  /// file must not hold as it is. `page` counts from 1. `isWhole`: that all rows are there is known, here or from
  /// another process that unpacked the picture; it is not unpacked once more for that.
  public func picture(page number: Int, isWhole: Bool = false) -> PDFScannedPicture? {
    if isWhole { wholePages.insert(number) }
    return reading(number) { image, place in describe(image, place: place, page: number) }
  }

  /// The page's reference picture where the stored one is just that, pixel by pixel: upright, grey, from edge to edge
  /// and as fine. Nil for all other pages. `page` counts from 1.
  func referencePicture(page number: Int) -> GreyImage? {
    reading(number) { image, place in
      let page = pages[number - 1]
      guard place.orientation == 1, place.gap < Self.imperceptibleGap, image["ColorSpace"]?.name == "DeviceGray",
        image["Width"]?.integer == page.widthInPixels, image["Height"]?.integer == page.heightInPixels,
        image["BitsPerComponent"]?.integer == 8, image["Filter"]?.names == ["FlateDecode"],
        let rows = decodedRows(of: image, byteCount: page.widthInPixels * page.heightInPixels, page: number),
        describe(image, place: place, page: number) != nil
      else { return nil }
      return GreyImage(width: page.widthInPixels, height: page.heightInPixels, pixels: rows)
    }
  }

  /// In points: no renderer shifts a picture by so little.
  private static let imperceptibleGap = 1e-3

  /// Hands over the one picture that the page consists of.
  private func reading<Value>(_ number: Int, _ read: (QPDFObject, PDFSheet.Place) -> Value?) -> Value? {
    guard (1...max(pages.count, 1)).contains(number), !pages.isEmpty else { return nil }
    defer {
      file.releaseHandles()
      bytes.letGo()
    }
    let page = file.page(number - 1)
    let sheet = PDFSheet(page)
    guard let sheet, page["Annots"]?.items(atMost: 1).isEmpty ?? true, let content = content(of: page) else {
      return nil
    }
    var found: [(QPDFObject, Matrix)] = []
    var forms = 0
    guard
      collect(
        content, resources: PDFSheet.inherited("Resources", from: page), matrix: Matrix(), mode: 0, depth: 0,
        forms: &forms, into: &found), found.count == 1, let (image, matrix) = found.first,
      let place = sheet.place(matrix)
    else { return nil }
    return read(image, place)
  }

  private func content(of page: QPDFObject) -> [UInt8]? {
    guard let contents = page["Contents"] else { return nil }
    let streams = contents.isStream ? [contents] : contents.items(atMost: 64).filter(\.isStream)
    var joined: [UInt8] = []
    for stream in streams {
      guard let data = stream.streamData(storedLimit: 256 << 10) else { return nil }
      joined += data + [0x0A]
    }
    return joined.isEmpty ? nil : joined
  }

  /// False where anything but pictures and invisible text is painted.
  private func collect(
    _ content: [UInt8], resources: QPDFObject?, matrix: Matrix, mode: Int, depth: Int, forms: inout Int,
    into found: inout [(QPDFObject, Matrix)]
  ) -> Bool {
    guard let scan = PDFPaintScanner(content, matrix: matrix, mode: mode) else { return false }
    let spaces = resources?["ColorSpace"]
    for name in ["DefaultGray", "DefaultRGB", "DefaultCMYK"] where spaces?[name] != nil { return false }
    for placed in scan.placed {
      guard let object = resources?["XObject"]?[placed.name], object.isStream, object["OC"] == nil else { return false }
      switch object["Subtype"]?.name {
      case "Image": found.append((object, placed.matrix))
      case "Form":
        forms += 1
        guard depth < 3, forms < 8, object["Group"] == nil, let data = object.streamData(storedLimit: 256 << 10),
          let own = object["Matrix"].map({ Matrix($0.numbers) }) ?? Matrix()
        else { return false }
        // A picture in a form could be cut by the form's box; text that nobody sees may be.
        let before = found.count
        guard
          collect(
            data, resources: object["Resources"] ?? resources, matrix: own.then(placed.matrix), mode: placed.mode,
            depth: depth + 1, forms: &forms, into: &found), found.count == before
        else { return false }
      default: return false
      }
    }
    return true
  }

  private func describe(_ image: QPDFObject, place: PDFSheet.Place, page: Int) -> PDFScannedPicture? {
    guard let width = image["Width"]?.integer, let height = image["Height"]?.integer, width > 0, height > 0,
      width <= 65_500, height <= 65_500, let stored = image["Length"]?.integer, stored <= Self.maxStoredBytes
    else { return nil }
    for key in ["SMask", "Mask", "ImageMask", "Decode", "SMaskInData", "Matte", "F"] where image[key] != nil {
      return nil
    }
    let (across, down) = place.orientation > 4 ? (height, width) : (width, height)
    let resolution = (Double(across) / place.width * 72, Double(down) / place.height * 72)
    // Words lie by one scale: pixels must be square, to a third of a per cent.
    guard abs(resolution.0 / resolution.1 - 1) < 0.0034 else { return nil }
    let bits = image["BitsPerComponent"]?.integer ?? 1
    guard let colour = colour(image["ColorSpace"]), let bytes = image.storedData() else { return nil }
    let components = colour.components
    guard
      let coding = coding(of: image, width: width, height: height, bits: bits, components: components, page: page)
    else { return nil }
    return PDFScannedPicture(
      widthInPixels: width, heightInPixels: height, bitsPerComponent: bits, coding: coding, colour: colour,
      bytes: bytes, orientation: place.orientation, dotsPerInch: resolution.0)
  }

  private func colour(_ space: QPDFObject?) -> PDFScannedPicture.Colour? {
    switch space?.name {
    case "DeviceGray": return .grey
    case "DeviceRGB": return .rgb
    default: break
    }
    guard let items = space?.items(atMost: 2), items.count == 2, items[0].name == "ICCBased", items[1].isStream,
      let components = items[1]["N"]?.integer, components == 1 || components == 3, items[1]["Range"] == nil,
      let profile = items[1].streamData(storedLimit: 4 << 20)
    else { return nil }
    return .profile(profile, components: components)
  }

  /// So many bytes of a picture's rows. Nil where there are fewer: a stream that ends early shows less here than
  /// elsewhere, and is rendered, once and for all.
  private func decodedRows(of image: QPDFObject, byteCount: Int, page: Int) -> [UInt8]? {
    guard byteCount <= Self.maxDecodedBytes, let data = image.streamData(storedLimit: Self.maxStoredBytes),
      data.count >= byteCount
    else { return nil }
    wholePages.insert(page)
    return data.count == byteCount ? data : Array(data.prefix(byteCount))
  }

  private func coding(
    of image: QPDFObject, width: Int, height: Int, bits: Int, components: Int, page: Int
  ) -> PDFScannedPicture.Coding? {
    let filters = image["Filter"]?.names ?? []
    guard filters.count == 1, let filter = filters.first else { return nil }
    let given = image["DecodeParms"]
    let parameters = given?.items(atMost: 2).first ?? given
    switch filter {
    case "DCTDecode":
      return bits == 8 && parameters?["ColorTransform"] == nil ? .jpeg : nil
    case "FlateDecode":
      guard [1, 2, 4, 8].contains(bits) else { return nil }
      let rows = (width * components * bits + 7) / 8 * height
      guard wholePages.contains(page) || decodedRows(of: image, byteCount: rows, page: page) != nil else { return nil }
      let predictor = parameters?["Predictor"]?.integer ?? 1
      guard [1, 2].contains(predictor) || (10...15).contains(predictor) else { return nil }
      guard predictor == 1 || (parameters?["Columns"]?.integer ?? 1) == width else { return nil }
      guard predictor == 1 || (parameters?["Colors"]?.integer ?? 1) == components else { return nil }
      guard predictor == 1 || (parameters?["BitsPerComponent"]?.integer ?? 8) == bits else { return nil }
      return .deflate(predictor: predictor)
    case "CCITTFaxDecode":
      guard bits == 1, components == 1, (parameters?["Columns"]?.integer ?? 1728) == width,
        [0, height].contains(parameters?["Rows"]?.integer ?? 0)
      else { return nil }
      return .fax(
        k: parameters?["K"]?.integer ?? 0, blackIs1: parameters?["BlackIs1"]?.bool ?? false,
        alignsRows: parameters?["EncodedByteAlign"]?.bool ?? false, endsLines: parameters?["EndOfLine"]?.bool ?? false,
        endsBlock: parameters?["EndOfBlock"]?.bool ?? true)
    case "JBIG2Decode":
      guard bits == 1, components == 1 else { return nil }
      guard let globals = parameters?["JBIG2Globals"] else { return .jbig2(globals: nil) }
      return globals.streamData(storedLimit: Self.maxStoredBytes).map { .jbig2(globals: $0) }
    default: return nil
    }
  }
}

extension PDFScannedPicture.Colour {
  fileprivate var components: Int {
    switch self {
    case .grey: 1
    case .rgb: 3
    case .profile(_, let components): components
    }
  }
}
