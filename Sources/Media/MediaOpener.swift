import Dossiers

/// Opens files: type by content, structure checked, budgets enforced from headers before memory is taken.
public enum MediaOpener {
  /// Reads the file behind `descriptor` (borrowed; its position doesn't matter) and opens it. `name` is what the
  /// sender called it: only its extension matters, and only to say that it disagrees with the content. `isStored`
  /// promises that the file will not change.
  public static func open(
    descriptor: Int32, name: String, budget: MediaBudget = MediaBudget(), isStored: Bool = false
  ) throws(MediaRefusal) -> any MediaDocument {
    let bytes = try FileBytes.read(descriptor: descriptor, atMost: budget.maxBytes, isStored: isStored)
    return try open(bytes, name: name, budget: budget)
  }

  /// The same for bytes in memory, which are copied.
  public static func open(
    bytes: [UInt8], name: String, budget: MediaBudget = MediaBudget()
  ) throws(MediaRefusal) -> any MediaDocument {
    guard !bytes.isEmpty else { throw MediaRefusal(.empty, detail: "0 bytes") }
    guard Int64(bytes.count) <= budget.maxBytes else {
      throw MediaRefusal(
        .tooLarge(bytes: Int64(bytes.count), limit: budget.maxBytes), detail: "\(bytes.count) bytes")
    }
    return try open(FileBytes(bytes), name: name, budget: budget)
  }

  private static func open(
    _ bytes: FileBytes, name: String, budget: MediaBudget
  ) throws(MediaRefusal) -> any MediaDocument {
    LibraryChatter.silence()
    switch FileFormat.sniff(bytes.raw) {
    case .unknown:
      throw MediaRefusal(.typeUnknown, detail: "no known signature")
    case .unsupported(let format):
      throw MediaRefusal(.typeUnsupported(format), detail: format.name.en)
    case .supported(let type):
      let nameWarning = try FileName(name).check(against: type)
      switch type {
      case .png: return try PNGDocument(bytes, budget: budget, warnings: nameWarning)
      case .jpeg: return try JPEGDocument(bytes, budget: budget, warnings: nameWarning)
      case .pdf: return try PDFDocument(bytes, budget: budget, warnings: nameWarning)
      case .tiff: return try TIFFDocument(bytes, budget: budget, warnings: nameWarning)
      case .heic: return try HEICDocument(bytes, budget: budget, warnings: nameWarning)
      case .xml: return try XMLDocument(bytes, warnings: nameWarning)
      }
    }
  }
}
