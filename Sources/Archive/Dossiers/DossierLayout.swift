/// Where a dossier's files lie in its package: the one place that names them.
struct DossierLayout {
  struct Place {
    let document: ArchivedDocument
    /// `01`, wide enough for all documents.
    let number: String
    /// Below the payload.
    let original: String
    let text: String?
    let normalised: String?
    /// `01-Căn cước.jpg`.
    let originalName: String
    /// The document in the archive's form, and its name after Circular 05/2025/TT-BNV; nil where there is none.
    let archival: (file: ArchivedFile, name: String, format: String)?
  }

  let places: [Place]
  let receiptPDF = "receipt/receipt.pdf"
  let receiptPNG = "receipt/receipt.png"
  let metadata = "metadata/dossier.json"

  init(_ contents: DossierContents) {
    let width = max(2, String(contents.documents.map(\.ordinal).max() ?? 0).count)
    let code = SafeName.make(contents.code, fallback: "dossier")
    places = contents.documents.sorted { $0.ordinal < $1.ordinal }.map { document in
      let digits = String(document.ordinal)
      let number = String(repeating: "0", count: max(0, width - digits.count)) + digits
      // Circular 05/2025/TT-BNV: {dossier code}.{ordinal}.pdf
      let archivalName = "\(code).\(document.ordinal).pdf"
      var normalised: String?
      var archival: (file: ArchivedFile, name: String, format: String)?
      switch document.normalisation {
      case .none, .failed: break
      case .copy(let file, let format):
        normalised = "normalised/\(archivalName)"
        archival = (file, archivalName, format)
      case .original(let format): archival = (document.original, archivalName, format)
      }
      let originalName = "\(number)-\(SafeName.make(document.name))"
      return Place(
        document: document, number: number, original: "originals/\(originalName)",
        text: document.text.map { _ in "text/\(number).txt" }, normalised: normalised, originalName: originalName,
        archival: archival)
    }
  }

  /// Everything of the dossier but its metadata, as entries of a payload.
  func entries(_ contents: DossierContents) -> [PackageEntry] {
    var entries: [PackageEntry] = []
    for place in places {
      entries.append(PackageEntry(path: place.original, source: place.document.original.source))
      if let path = place.text, let text = place.document.text { entries.append(PackageEntry(path: path, text: text)) }
      if let path = place.normalised, case .copy(let file, _) = place.document.normalisation {
        entries.append(PackageEntry(path: path, source: file.source))
      }
    }
    if let receipt = contents.receipt {
      entries.append(PackageEntry(path: receiptPDF, source: receipt.pdf.source))
      if let png = receipt.png { entries.append(PackageEntry(path: receiptPNG, source: png.source)) }
    }
    return entries
  }
}
