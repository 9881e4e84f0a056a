import Dossiers

/// What a file's name claims, to be compared with what its content is.
struct FileName {
  private let claimed: String

  init(_ name: String) {
    // An extension is short and Latin; "Đơn xin cấp lại. Bản 2" has none.
    let last = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last ?? ""
    claimed = String(last).lowercased()
  }

  /// Empty when the name agrees or claims nothing, a warning when both are pictures; throws when a reader of the name
  /// would expect something of another family (a picture called .pdf).
  func check(against type: MediaType) throws(MediaRefusal) -> [Problem] {
    guard let expected = Self.families[claimed] else { return [] }
    if expected.contains(type) { return [] }
    if Self.pictures.contains(type), !expected.isDisjoint(with: Self.pictures) || Self.otherPictures.contains(claimed) {
      return [.typeMismatch(claimed: claimed, actual: type, severity: .warning)]
    }
    throw MediaRefusal(
      .typeMismatch(claimed: claimed, actual: type, severity: .rejects), detail: "\(type.rawValue) named .\(claimed)")
  }

  private static let pictures: Set<MediaType> = [.png, .jpeg, .tiff, .heic]
  private static let otherPictures: Set<String> = ["webp", "bmp", "gif", "avif", "jp2", "jxl"]

  /// Extensions that claim something, with the types that they may hold.
  private static let families: [String: Set<MediaType>] = {
    var families: [String: Set<MediaType>] = [
      "png": [.png], "jpg": [.jpeg], "jpeg": [.jpeg], "jpe": [.jpeg], "jfif": [.jpeg], "tif": [.tiff],
      "tiff": [.tiff], "heic": [.heic], "heif": [.heic], "hif": [.heic], "pdf": [.pdf], "xml": [.xml],
    ]
    for other in otherPictures { families[other] = [] }
    for other in [
      "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "rtf", "txt", "csv", "html", "htm", "zip", "rar",
      "7z", "gz", "tar", "exe", "mp4", "mov", "avi", "mp3", "svg", "json", "eml", "psd", "dwg", "dxf",
    ] {
      families[other] = []
    }
    return families
  }()
}
