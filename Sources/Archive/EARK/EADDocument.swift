import Dossiers

/// `EAD.xml` (EAD3): the dossier and its documents as an archive describes them, with the names of Circular
/// 05/2025/TT-BNV as local types.
struct EADDocument {
  private let package: InformationPackage

  init(_ package: InformationPackage) {
    self.package = package
  }

  var document: [UInt8] {
    XMLElement(
      "ead",
      [
        "xmlns": "http://ead3.archivists.org/schema/", "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation":
          "http://ead3.archivists.org/schema/ https://www.loc.gov/ead/ead3.xsd",
      ], [control, description]
    ).document
  }

  private var contents: DossierContents { package.contents }

  private var control: XMLElement {
    let event = XMLElement(
      "maintenanceevent", [:],
      [
        XMLElement("eventtype", ["value": "created"]), XMLElement("eventdatetime", text: package.packagedAt),
        XMLElement("agenttype", ["value": "machine"]), XMLElement("agent", text: contents.program),
      ])
    return XMLElement(
      "control", [:],
      [
        XMLElement("recordid", text: package.identifier),
        XMLElement(
          "filedesc", [:], [XMLElement("titlestmt", [:], [XMLElement("titleproper", text: package.title)])]),
        XMLElement("maintenancestatus", ["value": contents.version > 1 ? "revised" : "new"]),
        XMLElement("maintenanceagency", [:], [XMLElement("agencyname", text: contents.agency.name)]),
        XMLElement("maintenancehistory", [:], [event]),
      ])
  }

  private var description: XMLElement {
    let about = contents.description
    let pages = contents.documents.compactMap(\.pageCount).reduce(0, +)
    let end = max(contents.packagedAt, contents.documents.map(\.receivedAt).max() ?? contents.packagedAt)
    let dates = XMLElement(
      "unitdatestructured", [:],
      [
        XMLElement(
          "daterange", [:],
          [date("fromdate", VietnamTime(contents.receivedAt).date), date("todate", VietnamTime(end).date)])
      ])
    var children = [
      XMLElement(
        "did", [:],
        [
          XMLElement("unitid", ["localtype": package.kind == .sip ? "fileCode" : "arcFileCode"], text: contents.code),
          XMLElement("unittitle", ["localtype": "title"], text: package.title), dates,
          XMLElement("physdesc", ["localtype": "totalDoc"], text: String(contents.documents.count)),
          XMLElement("physdesc", ["localtype": "numberOfPage"], text: String(pages)),
          XMLElement("physdesc", ["localtype": "format"], text: "Điện tử"), language(about.language),
          XMLElement("repository", [:], [corporation(contents.agency.name)]),
        ]),
      XMLElement("accessrestrict", ["localtype": "mode"], [paragraph(about.mode)]),
      note("maintenance", about.maintenance), note("fonds", package.fonds), note("procedure", contents.procedure.code),
      note("version", String(contents.version)),
    ]
    if let previous = contents.previous { children.append(note("previousPackage", previous.path)) }
    if !about.keywords.isEmpty {
      let subjects = about.keywords.map { keyword in
        XMLElement("subject", ["localtype": "keyword"], [XMLElement("part", text: keyword)])
      }
      children.append(XMLElement("controlaccess", [:], subjects))
    }
    if !contents.documents.isEmpty {
      children.append(XMLElement("dsc", ["dsctype": "combined"], contents.documents.map(item)))
    }
    return XMLElement("archdesc", ["level": "file"], children)
  }

  private func item(_ document: ArchivedDocument) -> XMLElement {
    let files = package.representations.flatMap(\.files).filter { $0.document?.ordinal == document.ordinal }
    var description = [
      XMLElement("unitid", ["localtype": "docOrdinal"], text: String(document.ordinal)),
      XMLElement("unittitle", ["localtype": "subject"], text: document.name),
      XMLElement(
        "unitdatestructured", [:], [date("datesingle", VietnamTime(document.receivedAt).date)]),
    ]
    if let pages = document.pageCount {
      description.append(XMLElement("physdesc", ["localtype": "pageAmount"], text: String(pages)))
    }
    description.append(language(contents.description.language))
    for file in files {
      // EAD.xml lies two folders down.
      description.append(
        XMLElement(
          "dao",
          [
            "daotype": file.format == nil ? "borndigital" : "derived",
            "href": METSDocument.address("../../\(file.file.path)"),
          ]))
    }
    var children = [XMLElement("did", [:], description)]
    for (index, part) in document.parts.enumerated() {
      children.append(note(index == 0 ? "typeDoc" : "furtherTypeDoc", part.variant ?? part.kind.rawValue))
    }
    if case .failed(let reason) = document.normalisation { children.append(note("notNormalised", reason)) }
    return XMLElement("c", ["level": "item"], children)
  }

  private func paragraph(_ text: String) -> XMLElement { XMLElement("p", text: text) }

  private func note(_ type: String, _ text: String) -> XMLElement {
    XMLElement("odd", ["localtype": type], [paragraph(text)])
  }

  private func date(_ name: String, _ date: String) -> XMLElement {
    XMLElement(name, ["standarddate": date], text: date)
  }

  private func language(_ code: String) -> XMLElement {
    XMLElement("langmaterial", [:], [XMLElement("language", ["langcode": code], text: code)])
  }

  private func corporation(_ name: String) -> XMLElement {
    XMLElement("corpname", [:], [XMLElement("part", text: name)])
  }
}
