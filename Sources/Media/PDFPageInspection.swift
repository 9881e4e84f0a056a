import Dossiers

/// What qpdf's view of a page tells before poppler paints it: pictures too large to unpack, text that doesn't show.
struct PDFPageInspection {
  private let page: QPDFObject
  private let resources: QPDFObject?

  /// `index` counts from 0.
  init(_ file: QPDFFile, index: Int) {
    page = file.page(index)
    resources = PDFSheet.inherited("Resources", from: page)
  }

  /// Throws for pages that could only be meant to exhaust memory or time.
  func check(page number: Int, budget: MediaBudget) throws(MediaRefusal) {
    let codecs: Set<String> = ["DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF"]
    for stream in contents where stream["Filter"]?.names.contains(where: { codecs.contains($0) }) ?? false {
      throw MediaRefusal(.pdfDamaged(page: number), detail: "page content behind a picture codec")
    }
    var seen: Set<Int> = []
    // A sheet of the largest size scanned in black and white has more pixels than its reference picture.
    let limit = min(budget.maxPixels, Int.max / 16) * 16
    if let size = hugePicture(in: resources, limit: limit, depth: 0, seen: &seen) {
      throw MediaRefusal(
        .tooManyPixels(page: number, width: size.width, height: size.height, limit: limit),
        detail: "an embedded picture of \(size.width) x \(size.height)")
    }
  }

  var isTurned: Bool { (PDFSheet.inherited("Rotate", from: page)?.integer ?? 0) % 360 != 0 }

  /// True when all or most of the text is laid invisibly over something: a scanner's own reading of the picture
  /// beneath, whose quality nobody vouches for.
  var isTextHidden: Bool {
    var counts = (visible: 0, invisible: 0)
    var forms = 0
    for stream in contents {
      count(stream, resources: resources, mode: 0, depth: 0, forms: &forms, into: &counts)
    }
    return counts.invisible > counts.visible
  }

  private var contents: [QPDFObject] {
    guard let contents = page["Contents"] else { return [] }
    return contents.isStream ? [contents] : contents.items(atMost: 200).filter(\.isStream)
  }

  private func count(
    _ stream: QPDFObject, resources: QPDFObject?, mode: Int, depth: Int, forms: inout Int,
    into counts: inout (visible: Int, invisible: Int)
  ) {
    // 256 KB of deflated operators unpack to 256 MB at the very most, and to 2 MB in real life.
    guard let content = stream.streamData(storedLimit: 256 << 10) else { return }
    let scan = PDFContentScanner(content, mode: mode)
    counts.visible += scan.visibleShows
    counts.invisible += scan.invisibleShows
    guard depth < 3, let objects = resources?["XObject"] else { return }
    var names: Set<String> = []
    for name in scan.painted where names.insert(name).inserted {
      guard forms < 50, let form = objects[name], form["Subtype"]?.name == "Form" else { continue }
      forms += 1
      count(
        form, resources: form["Resources"] ?? resources, mode: scan.currentMode, depth: depth + 1, forms: &forms,
        into: &counts)
    }
  }

  private func hugePicture(
    in resources: QPDFObject?, limit: Int, depth: Int, seen: inout Set<Int>
  ) -> PictureSize? {
    guard depth < 4, let objects = resources?["XObject"] else { return nil }
    for key in objects.keys.prefix(500) {
      guard seen.count < 2000, let object = objects[key], object.id == 0 || seen.insert(object.id).inserted else {
        continue
      }
      if object["Subtype"]?.name == "Image" {
        for picture in [object, object["SMask"], object["Mask"]].compactMap({ $0 }) {
          let size = PictureSize(width: picture["Width"]?.integer ?? 0, height: picture["Height"]?.integer ?? 0)
          if size.width > 0, size.height > 0, !size.fits(limit) { return size }
          if let own = Self.ownSize(of: picture), !own.fits(limit) { return own }
        }
      } else if let size = hugePicture(in: object["Resources"], limit: limit, depth: depth + 1, seen: &seen) {
        return size
      }
    }
    return nil
  }

  /// What the picture says itself, where its decoder goes by that.
  private static func ownSize(of picture: QPDFObject) -> PictureSize? {
    guard let filters = picture["Filter"]?.names, filters.count == 1,
      EmbeddedPictureHeader.filters.contains(filters[0]), let data = picture.storedData()
    else { return nil }
    return data.withUnsafeBytes { EmbeddedPictureHeader.size(of: $0, filter: filters[0]) }
      .map { PictureSize(width: $0.width, height: $0.height) }
  }
}
