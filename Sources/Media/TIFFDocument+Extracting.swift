extension TIFFDocument: PageExtracting {
  func extracted(pages: [Int]) throws(MediaRefusal) -> [UInt8] {
    guard let collection = TIFFPageCollection(from: file, pages: pages.count) else {
      throw .unreadable("libtiff: no memory for a writer")
    }
    for page in pages {
      try ImagePage.checkNumber(page, of: self.pages)
      file.forgetMessages()
      guard file.goTo(directoryAt: stored[page - 1].directoryOffset), collection.append(from: file) else {
        // Old-style JPEG, mostly: the pixels are what counts.
        return try encoded(pages: pages)
      }
    }
    guard let bytes = collection.finished() else { return try encoded(pages: pages) }
    return bytes
  }

  /// The pages decoded and stored anew without loss.
  private func encoded(pages: [Int]) throws(MediaRefusal) -> [UInt8] {
    do {
      var encoder = try TIFFEncoder(pages: pages.count)
      for page in pages {
        try encoder.append(
          try renderColour(page: page, longSideInPixels: nil), dotsPerInch: self.pages[page - 1].dotsPerInch)
      }
      return try encoder.finish()
    } catch let refusal as MediaRefusal {
      throw refusal
    } catch {
      throw .unreadable("libtiff: \(error)")
    }
  }
}
