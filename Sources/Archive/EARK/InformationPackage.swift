import Digests

/// An E-ARK information package (CSIP 2.1), for handing in (SIP) or for keeping (AIP).
struct InformationPackage {
  enum Kind: String {
    case sip = "SIP"
    case aip = "AIP"
  }

  /// `rep1`, `rep2`: one form of the dossier's documents.
  struct Representation {
    let name: String
    /// In English, for people.
    let label: String
    var files: [DescribedFile]
  }

  /// A file with what METS and PREMIS say of it.
  struct DescribedFile {
    let file: PackageFile
    let mediaType: String
    /// The document it is a form of.
    let document: ArchivedDocument?
    /// For a normalised copy: `PDF/A-2u`.
    let format: String?
    /// The original that a normalised copy was made from, within the package.
    var source: String?
  }

  let kind: Kind
  let contents: DossierContents
  /// Upper case, made of what the dossier is called: the same for the same dossier.
  let uuid: String
  var representations: [Representation] = []

  init(_ kind: Kind, _ contents: DossierContents) {
    self.kind = kind
    self.contents = contents
    uuid = Self.uuid(of: "\(contents.agency.code)\n\(contents.code)\n\(contents.version)")
  }

  // Circular 05/2025/TT-BNV: uuid-{UUID} when handed in, urn:{fonds}:uuid:{UUID} when kept.
  var identifier: String {
    switch kind {
    case .sip: "uuid-\(uuid)"
    case .aip: fonds.isEmpty ? "urn:uuid:\(uuid)" : "urn:\(fonds):uuid:\(uuid)"
    }
  }

  /// The identifier as every file system can keep it.
  var folderName: String {
    SafeName.make(identifier.split(separator: ":").joined(separator: "+"))
  }

  var fonds: String { contents.description.fonds.isEmpty ? contents.agency.code : contents.description.fonds }

  var title: String {
    contents.description.title.isEmpty
      ? "\(contents.procedure.name) (\(contents.code))" : contents.description.title
  }

  var packagedAt: String { VietnamTime(contents.packagedAt).dateAndTime }

  /// Name and version of the program that packed.
  var software: (name: String, version: String) {
    guard let space = contents.program.lastIndex(of: " ") else { return (contents.program, "1") }
    return (String(contents.program[..<space]), String(contents.program[contents.program.index(after: space)...]))
  }

  // RFC 9562 5.8: version 8 leaves the bits to us; they are a SHA-256 of the name.
  private static func uuid(of name: String) -> String {
    var bytes = Array(SHA256Digest.bytes(of: Array("hoso dossier\n\(name)".utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0f | 0x80
    bytes[8] = bytes[8] & 0x3f | 0x80
    let digits = Array(Hexadecimal.encode(bytes).uppercased())
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
  }
}
