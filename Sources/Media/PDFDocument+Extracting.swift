extension PDFDocument: PageExtracting {
  public func extracted(pages: [Int]) throws(MediaRefusal) -> [UInt8] {
    guard let source = QPDFFile(bytes), source.isReadable, let collection = QPDFPageCollection(from: source) else {
      throw MediaRefusal(.pdfDamaged(), detail: "qpdf cannot read it")
    }
    for page in pages {
      try ImagePage.checkNumber(page, of: self.pages)
      guard collection.append(page - 1) else {
        throw MediaRefusal(.pdfDamaged(page: page), detail: "qpdf cannot take page \(page) out")
      }
    }
    guard let file = collection.written() else {
      throw MediaRefusal(.pdfDamaged(), detail: "qpdf cannot write the pages")
    }
    return file
  }
}
