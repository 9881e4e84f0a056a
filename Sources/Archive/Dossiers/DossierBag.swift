/// A dossier as a bag: originals, texts, normalised copies, receipt and metadata.
enum DossierBag {
  static func write(_ contents: DossierContents, to folder: String) throws(ArchiveError) -> WrittenBag {
    let layout = DossierLayout(contents)
    let metadata = PackageEntry(
      path: layout.metadata, source: .bytes(try DossierMetadata(contents, layout).json()))
    return try BagWriter.write(to: folder, payload: layout.entries(contents) + [metadata], info: info(contents))
  }

  // RFC 8493 2.2.2 reserves the first labels; what is ours begins with our name.
  private static func info(_ contents: DossierContents) -> BagInfo {
    var info = BagInfo()
    info.append("Source-Organization", contents.agency.name)
    info.append("External-Identifier", contents.code)
    info.append("External-Description", contents.procedure.name)
    info.append("Internal-Sender-Identifier", contents.agency.code)
    info.append("Bagging-Date", VietnamTime(contents.packagedAt).date)
    info.append("Bag-Group-Identifier", contents.code)
    info.append("Bag-Software-Agent", contents.program)
    info.append("Hoso-Procedure", contents.procedure.code)
    info.append("Hoso-Received", VietnamTime(contents.receivedAt).dateAndTime)
    info.append("Hoso-Version", String(contents.version))
    if let previous = contents.previous {
      info.append("Hoso-Previous-Package", previous.path)
      info.append("Hoso-Previous-Digest", previous.digest)
    }
    return info
  }
}
