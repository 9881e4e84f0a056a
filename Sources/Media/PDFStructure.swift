/// What qpdf finds in a PDF's structure: it repairs while reading and says what it had to repair.
struct PDFStructure {
  enum Encryption {
    case none
    /// Readable without a password; only changes are locked.
    case openToReaders
    case passwordNeeded
  }

  private(set) var encryption = Encryption.none
  /// Nil when the page tree could not be read.
  private(set) var pageCount: Int?
  /// What had to be repaired, and why reading failed in the end if it did.
  private(set) var complaints: [String] = []
  private(set) var perils = PDFPerils()
  /// For looking at single pages; nil when nothing could be read.
  private(set) var file: QPDFFile?

  /// Walks the structure of `bytes`. A declared page count above `maxPages` ends the walk early.
  init(_ bytes: FileBytes, maxPages: Int) {
    guard let file = QPDFFile(bytes) else { return }
    if file.needsPassword {
      encryption = .passwordNeeded
    } else {
      if file.isEncrypted { encryption = .openToReaders }
      pageCount = file.pageCount(maxPages: maxPages)
      perils = PDFPerils(file, pages: min(pageCount ?? 0, maxPages))
      if file.isReadable { self.file = file }
    }
    complaints = file.takeComplaints()
  }
}
