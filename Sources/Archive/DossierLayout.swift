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
      var normalised: String?
      // Circular 05/2025/TT-BNV: {dossier code}.{ordinal}.pdf
      if case .copy = document.normalisation { normalised = "normalised/\(code).\(document.ordinal).pdf" }
      return Place(
        document: document, number: number, original: "originals/\(number)-\(SafeName.make(document.name))",
        text: document.text.map { _ in "text/\(number).txt" }, normalised: normalised)
    }
  }

  /// Everything of the dossier but its metadata, as entries of a payload.
  func entries(_ contents: DossierContents) -> [BagEntry] {
    var entries: [BagEntry] = []
    for place in places {
      entries.append(BagEntry(path: place.original, source: place.document.original.source))
      if let path = place.text, let text = place.document.text { entries.append(BagEntry(path: path, text: text)) }
      if let path = place.normalised, case .copy(let file, _) = place.document.normalisation {
        entries.append(BagEntry(path: path, source: file.source))
      }
    }
    if let receipt = contents.receipt {
      entries.append(BagEntry(path: receiptPDF, source: receipt.pdf.source))
      if let png = receipt.png { entries.append(BagEntry(path: receiptPNG, source: png.source)) }
    }
    return entries
  }
}
