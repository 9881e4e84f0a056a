import Dossiers

/// A format that is known but not taken in, with what its remedy depends on.
struct KnownFormat: Hashable {
  enum Kind {
    case picture, document, archive, other
  }

  let name: BilingualText
  let kind: Kind

  init(_ name: String, _ kind: Kind) {
    self.init(vi: name, en: name, kind)
  }

  init(vi: String, en: String, _ kind: Kind) {
    name = BilingualText(vi: vi, en: en)
    self.kind = kind
  }

  static let webP = KnownFormat("WebP", .picture)
  static let bmp = KnownFormat("BMP", .picture)
  static let gif = KnownFormat("GIF", .picture)
  static let avif = KnownFormat("AVIF", .picture)
  static let jpeg2000 = KnownFormat("JPEG 2000", .picture)
  static let jpegXL = KnownFormat("JPEG XL", .picture)
  static let psd = KnownFormat("Photoshop (PSD)", .picture)
  static let icon = KnownFormat("ICO", .picture)
  static let raw = KnownFormat(vi: "ảnh thô của máy ảnh (RAW)", en: "raw camera picture", .picture)
  static let netpbm = KnownFormat("Netpbm", .picture)
  static let losslessJPEG = KnownFormat(
    vi: "JPEG đặc biệt (không nén mất dữ liệu hoặc 12 bit)", en: "special JPEG (lossless or 12-bit)", .picture)
  static let specialTIFF = KnownFormat(
    vi: "TIFF đặc biệt (kiểu màu hoặc kiểu nén lạ)", en: "special TIFF (rare colours or compression)", .picture)
  static let specialHEIF = KnownFormat(vi: "HEIF đặc biệt", en: "special HEIF", .picture)
  static let svg = KnownFormat("SVG", .document)
  static let html = KnownFormat("HTML", .document)
  static let xml = KnownFormat(
    vi: "XML không phải hóa đơn điện tử", en: "XML that is no electronic invoice", .document)
  static let text = KnownFormat(vi: "văn bản thuần", en: "plain text", .document)
  static let rtf = KnownFormat("RTF", .document)
  static let postScript = KnownFormat("PostScript", .document)
  static let word = KnownFormat("Word (DOCX)", .document)
  static let excel = KnownFormat("Excel (XLSX)", .document)
  static let powerPoint = KnownFormat("PowerPoint (PPTX)", .document)
  static let openDocument = KnownFormat("OpenDocument (ODT, ODS)", .document)
  static let oldOffice = KnownFormat("Office 97–2003 (DOC, XLS, PPT)", .document)
  static let iWork = KnownFormat("Apple Pages/Numbers", .document)
  static let xps = KnownFormat("XPS", .document)
  static let djVu = KnownFormat("DjVu", .document)
  static let dwg = KnownFormat("AutoCAD (DWG)", .document)
  static let formData = KnownFormat(vi: "dữ liệu biểu mẫu (FDF)", en: "form data (FDF)", .document)
  static let zip = KnownFormat("ZIP", .archive)
  static let rar = KnownFormat("RAR", .archive)
  static let sevenZip = KnownFormat("7-Zip", .archive)
  static let gzip = KnownFormat("gzip", .archive)
  static let bzip2 = KnownFormat("bzip2", .archive)
  static let xz = KnownFormat("xz", .archive)
  static let tar = KnownFormat("tar", .archive)
  static let film = KnownFormat(vi: "phim", en: "film", .other)
  static let sound = KnownFormat(vi: "âm thanh", en: "sound", .other)
  static let program = KnownFormat(vi: "chương trình", en: "program", .other)
  static let database = KnownFormat(vi: "cơ sở dữ liệu", en: "database", .other)
}
