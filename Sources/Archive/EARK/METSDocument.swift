import Digests

/// `METS.xml` (METS 1.12, E-ARK CSIP 2.1): what is in the package, where, with which digest.
struct METSDocument {
  struct RepresentationPointer {
    let representation: InformationPackage.Representation
    let mets: PackageFile
  }

  private let package: InformationPackage

  init(_ package: InformationPackage) {
    self.package = package
  }

  /// The package's own.
  func document(
    descriptive: PackageFile, preservation: PackageFile, others: [PackageFile], documentation: [PackageFile],
    schemas: [PackageFile], representations: [RepresentationPointer]
  ) -> [UInt8] {
    let descriptions =
      [description("dmd-1", descriptive, type: "EAD", other: nil)]
      + others.enumerated().map { index, file in
        description("dmd-\(index + 2)", file, type: "OTHER", other: file.path.hasSuffix(".json") ? "HOSO" : "TEXT")
      }
    var groups = [
      group("Documentation", "grp-documentation", documentation.map { ($0, Self.mediaType($0.path)) }, prefix: ""),
      group("Schemas", "grp-schemas", schemas.map { ($0, "text/xml") }, prefix: ""),
    ]
    var content: [XMLElement] = []
    for pointer in representations {
      let name = pointer.representation.name
      groups.append(group("Representations/\(name)", "grp-\(name)", [(pointer.mets, "text/xml")], prefix: ""))
      content.append(
        division(
          "div-\(name)", "Representations/\(name)",
          [
            XMLElement(
              "mptr",
              [
                "LOCTYPE": "URL", "xlink:type": "simple", "xlink:href": Self.address(pointer.mets.path),
                "xlink:title": "grp-\(name)",
              ])
          ]))
    }
    let dmdIDs = (0..<descriptions.count).map { "dmd-\($0 + 1)" }.joined(separator: " ")
    let root = division(
      "div-root", package.identifier,
      [
        division("div-metadata", "Metadata", [], dmdID: dmdIDs, admID: "digiprov-1"),
        division("div-documentation", "Documentation", [pointer("grp-documentation")]),
        division("div-schemas", "Schemas", [pointer("grp-schemas")]),
        division(
          "div-representations", "Representations",
          representations.map { pointer("grp-\($0.representation.name)") } + content),
      ])
    return mets(
      package.identifier, label: package.title,
      [header] + descriptions + [provenance(preservation, "")]
        + [XMLElement("fileSec", ["ID": "files"], groups), structure(root)])
  }

  /// A representation's own; its addresses start in the representation's folder.
  func document(of one: InformationPackage.Representation, premis: PackageFile) -> [UInt8] {
    let prefix = "representations/\(one.name)/"
    let groups =
      one.files.isEmpty ? [] : [group("Data", "grp-data", one.files.map { ($0.file, $0.mediaType) }, prefix: prefix)]
    let root = division(
      "div-root", one.name,
      [
        division("div-metadata", "Metadata", [], admID: "digiprov-1"),
        division("div-data", "Data", groups.isEmpty ? [] : [pointer("grp-data")]),
      ])
    return mets(
      one.name, label: one.label,
      [header, provenance(premis, prefix)]
        + (groups.isEmpty ? [] : [XMLElement("fileSec", ["ID": "files"], groups)]) + [structure(root)])
  }

  private func mets(_ identifier: String, label: String, _ children: [XMLElement]) -> [UInt8] {
    XMLElement(
      "mets",
      [
        "xmlns": "http://www.loc.gov/METS/", "xmlns:xlink": "http://www.w3.org/1999/xlink",
        "xmlns:csip": "https://DILCIS.eu/XML/METS/CSIPExtensionMETS",
        "xmlns:sip": package.kind == .sip ? "https://DILCIS.eu/XML/METS/SIPExtensionMETS" : nil,
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": "http://www.loc.gov/METS/ https://www.loc.gov/standards/mets/mets.xsd",
        "OBJID": identifier, "LABEL": label, "TYPE": "Mixed", "csip:CONTENTINFORMATIONTYPE": "OTHER",
        "csip:OTHERCONTENTINFORMATIONTYPE": Self.contentType,
        // There is no profile for an AIP's METS but the one that all packages share.
        "PROFILE": package.kind == .sip
          ? "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml" : "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml",
      ], children
    ).document
  }

  /// What the content is by: Circular 05/2025/TT-BNV.
  private static let contentType = "TT05-2025-BNV"

  private var header: XMLElement {
    let software = package.software
    return XMLElement(
      "metsHdr",
      [
        "CREATEDATE": package.packagedAt, "LASTMODDATE": package.packagedAt,
        "RECORDSTATUS": package.contents.version > 1 ? "SUPPLEMENT" : "NEW",
        "csip:OAISPACKAGETYPE": package.kind.rawValue,
      ],
      [
        XMLElement(
          "agent", ["ROLE": "CREATOR", "TYPE": "OTHER", "OTHERTYPE": "SOFTWARE"],
          [
            XMLElement("name", text: software.name),
            XMLElement("note", ["csip:NOTETYPE": "SOFTWARE VERSION"], text: software.version),
          ]),
        // CSIP12 takes every agent with the role CREATOR for software; so the agency, which created and submits the
        // dossier, has the roles that are left.
        agency(["ROLE": "ARCHIVIST", "TYPE": "ORGANIZATION"]),
        agency(["ROLE": "OTHER", "OTHERROLE": "SUBMITTER", "TYPE": "ORGANIZATION"]),
        XMLElement("altRecordID", ["TYPE": "REFERENCECODE"], text: package.contents.code),
      ])
  }

  private func agency(_ attributes: KeyValuePairs<String, String?>) -> XMLElement {
    XMLElement(
      "agent", attributes,
      [
        XMLElement("name", text: package.contents.agency.name),
        XMLElement("note", ["csip:NOTETYPE": "IDENTIFICATIONCODE"], text: package.contents.agency.code),
      ])
  }

  private func description(_ id: String, _ file: PackageFile, type: String, other: String?) -> XMLElement {
    XMLElement(
      "dmdSec", ["ID": id, "CREATED": package.packagedAt, "STATUS": "CURRENT"],
      [reference(file, "", type: type, other: other)])
  }

  private func provenance(_ file: PackageFile, _ prefix: String) -> XMLElement {
    XMLElement(
      "amdSec", ["ID": "amd-1"],
      [
        XMLElement(
          "digiprovMD", ["ID": "digiprov-1", "CREATED": package.packagedAt, "STATUS": "CURRENT"],
          [reference(file, prefix, type: "PREMIS", other: nil)])
      ])
  }

  private func reference(_ file: PackageFile, _ prefix: String, type: String, other: String?) -> XMLElement {
    XMLElement(
      "mdRef",
      [
        "LOCTYPE": "URL", "xlink:type": "simple", "xlink:href": Self.address(String(file.path.dropFirst(prefix.count))),
        "MDTYPE": type, "OTHERMDTYPE": other, "MIMETYPE": Self.mediaType(file.path), "SIZE": String(file.byteCount),
        "CREATED": package.packagedAt, "CHECKSUM": file.digests.sha256, "CHECKSUMTYPE": "SHA-256",
      ])
  }

  private func group(
    _ use: String, _ id: String, _ files: [(file: PackageFile, mediaType: String)], prefix: String
  ) -> XMLElement {
    XMLElement(
      "fileGrp",
      [
        "ID": id, "USE": use, "csip:CONTENTINFORMATIONTYPE": "OTHER",
        "csip:OTHERCONTENTINFORMATIONTYPE": Self.contentType,
      ],
      files.enumerated().map { index, entry in
        XMLElement(
          "file",
          [
            "ID": "\(id)-\(index + 1)", "MIMETYPE": entry.mediaType, "SIZE": String(entry.file.byteCount),
            "CREATED": package.packagedAt, "CHECKSUM": entry.file.digests.sha256, "CHECKSUMTYPE": "SHA-256",
          ],
          [
            XMLElement(
              "FLocat",
              [
                "LOCTYPE": "URL", "xlink:type": "simple",
                "xlink:href": Self.address(String(entry.file.path.dropFirst(prefix.count))),
              ])
          ])
      })
  }

  private func structure(_ root: XMLElement) -> XMLElement {
    XMLElement("structMap", ["ID": "structure", "TYPE": "PHYSICAL", "LABEL": "CSIP"], [root])
  }

  private func division(
    _ id: String, _ label: String, _ children: [XMLElement], dmdID: String? = nil, admID: String? = nil
  ) -> XMLElement {
    XMLElement("div", ["ID": id, "LABEL": label, "DMDID": dmdID, "ADMID": admID], children)
  }

  private func pointer(_ id: String) -> XMLElement { XMLElement("fptr", ["FILEID": id]) }
}

extension METSDocument {
  /// A path as a relative address: RFC 3986's unreserved characters and slashes stay, each other byte is encoded.
  static func address(_ path: String) -> String {
    var result: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.append(byte)
      default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Of the few kinds of files that we write ourselves.
  static func mediaType(_ path: String) -> String {
    switch path.split(separator: ".").last {
    case "xml", "xsd": "text/xml"
    case "json": "application/json"
    case "pdf": "application/pdf"
    case "png": "image/png"
    default: "text/plain"
    }
  }
}
