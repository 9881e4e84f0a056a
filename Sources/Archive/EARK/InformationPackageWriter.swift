import Digests

/// Writes an E-ARK information package: `METS.xml`, `metadata/`, `representations/`, `documentation/`, `schemas/`.
///
/// The same contents give the same bytes. Each file is hashed once, while it is written.
struct InformationPackageWriter {
  private var package: InformationPackage
  private let folder: PackageFolder
  private var written: [PackageFile] = []

  /// Makes the package in a folder that must not exist yet, and syncs it.
  static func write(
    _ kind: InformationPackage.Kind, _ contents: DossierContents, to folder: String
  ) throws(ArchiveError) -> WrittenPackage {
    var writer = InformationPackageWriter(
      package: InformationPackage(kind, contents), folder: try PackageFolder(making: folder))
    return try writer.write()
  }

  private init(package: InformationPackage, folder: PackageFolder) {
    self.package = package
    self.folder = folder
  }

  private mutating func write() throws(ArchiveError) -> WrittenPackage {
    let layout = DossierLayout(package.contents)
    try writeRepresentations(layout)
    let preservation = PREMISDocument(package)
    var pointers: [METSDocument.RepresentationPointer] = []
    for representation in package.representations {
      let root = "representations/\(representation.name)"
      let premis = try add(
        .bytes(preservation.document(of: representation)), "\(root)/metadata/preservation/PREMIS.xml")
      let mets = METSDocument(package).document(of: representation, premis: premis)
      pointers.append(.init(representation: representation, mets: try add(.bytes(mets), "\(root)/METS.xml")))
    }
    let descriptive = try add(.bytes(EADDocument(package).document), "metadata/descriptive/EAD.xml")
    let premis = try add(.bytes(preservation.document), "metadata/preservation/PREMIS.xml")
    var others = [try add(.bytes(try DossierMetadata(package.contents, layout).json()), "metadata/other/dossier.json")]
    for place in layout.places {
      guard let path = place.text, let text = place.document.text else { continue }
      others.append(try add(.bytes(Array(text.utf8)), "metadata/other/\(path)"))
    }
    let mets = METSDocument(package).document(
      descriptive: descriptive, preservation: premis, others: others, documentation: try writeDocumentation(),
      schemas: try writeSchemas(), representations: pointers)
    let root = try add(.bytes(mets), "METS.xml")
    try folder.sync()
    return WrittenPackage(folder: folder.path, files: written, digest: root.digests.sha256)
  }

  /// The archive's form first, where there is one: a state archive looks for its PDF files in `rep1`.
  private mutating func writeRepresentations(_ layout: DossierLayout) throws(ArchiveError) {
    let archival = layout.places.filter { $0.archival != nil }
    if !archival.isEmpty {
      var files: [InformationPackage.DescribedFile] = []
      for place in archival {
        guard let form = place.archival else { continue }
        let file = try add(form.file.source, "representations/rep1/data/\(form.name)")
        files.append(
          .init(
            file: file, mediaType: "application/pdf", document: place.document, format: form.format,
            source: "representations/rep2/data/\(place.originalName)"))
      }
      package.representations.append(.init(name: "rep1", label: "Archival copies", files: files))
    }
    let name = archival.isEmpty ? "rep1" : "rep2"
    var files: [InformationPackage.DescribedFile] = []
    for place in layout.places {
      let file = try add(place.document.original.source, "representations/\(name)/data/\(place.originalName)")
      files.append(
        .init(
          file: file, mediaType: place.document.mediaType ?? "application/octet-stream", document: place.document,
          format: nil))
    }
    package.representations.append(.init(name: name, label: "Originals as handed in", files: files))
  }

  private mutating func writeDocumentation() throws(ArchiveError) -> [PackageFile] {
    let text = """
      Hồ sơ \(package.contents.code): \(package.contents.procedure.name)
      representations/: tài liệu của hồ sơ; metadata/: dữ liệu mô tả và bảo quản; documentation/: giấy tiếp nhận.

      Dossier \(package.contents.code), packed by \(package.contents.program).
      representations/: the documents; metadata/: description and provenance; documentation/: the receipt issued.

      """
    var files = [try add(.bytes(Array(text.utf8)), "documentation/README.txt")]
    if let receipt = package.contents.receipt {
      files.append(try add(receipt.pdf.source, "documentation/receipt.pdf"))
      if let png = receipt.png { files.append(try add(png.source, "documentation/receipt.png")) }
    }
    return files
  }

  private mutating func writeSchemas() throws(ArchiveError) -> [PackageFile] {
    var files: [PackageFile] = []
    for schema in PackageSchemas.all {
      files.append(try add(.bytes(Array(schema.text.utf8)), "schemas/\(schema.name)"))
    }
    return files
  }

  private mutating func add(_ source: PackageEntry.Source, _ path: String) throws(ArchiveError) -> PackageFile {
    let file = try folder.write(source, to: path)
    written.append(file)
    return file
  }
}
