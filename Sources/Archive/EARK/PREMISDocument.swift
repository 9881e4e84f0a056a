import Digests
import Dossiers

/// `PREMIS.xml` (PREMIS 3.0): the files with their digests, what happened to them, and who did it.
struct PREMISDocument {
  private let package: InformationPackage

  init(_ package: InformationPackage) {
    self.package = package
  }

  /// Of the whole package.
  var document: [UInt8] {
    let files = package.representations.flatMap { self.files($0) }
    let representations = package.representations.map { representation($0) }
    return premis([dossier] + representations + files + events + agents)
  }

  /// Of one representation: the objects alone, named as in the whole package's document.
  func document(of one: InformationPackage.Representation) -> [UInt8] {
    premis([representation(one)] + files(one))
  }

  private func premis(_ children: [XMLElement]) -> [UInt8] {
    XMLElement(
      "premis:premis",
      [
        "xmlns:premis": "http://www.loc.gov/premis/v3", "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": "http://www.loc.gov/premis/v3 https://www.loc.gov/standards/premis/premis.xsd",
        "version": "3.0",
      ], children
    ).document
  }

  private func element(_ name: String, _ text: String) -> XMLElement { XMLElement("premis:\(name)", text: text) }

  private func identifier(_ name: String, _ value: String) -> XMLElement {
    XMLElement("premis:\(name)", [:], [element("\(name)Type", "local"), element("\(name)Value", value)])
  }

  private func object(_ type: String, _ children: [XMLElement]) -> XMLElement {
    XMLElement("premis:object", ["xsi:type": "premis:\(type)"], children)
  }

  private func relationship(_ type: String, _ subtype: String, to objects: [String]) -> XMLElement {
    XMLElement(
      "premis:relationship", [:],
      [element("relationshipType", type), element("relationshipSubType", subtype)]
        + objects.map { identifier("relatedObjectIdentifier", $0) })
  }

  private var dossier: XMLElement {
    var children = [identifier("objectIdentifier", package.identifier), element("originalName", package.contents.code)]
    if let previous = package.contents.previous {
      children.append(relationship("replacement", "supersedes", to: ["\(previous.path) sha256:\(previous.digest)"]))
    }
    return object("intellectualEntity", children)
  }

  private func representation(_ one: InformationPackage.Representation) -> XMLElement {
    object(
      "representation",
      [
        identifier("objectIdentifier", name(one)), element("originalName", one.label),
        relationship("structural", "represents", to: [package.identifier]),
      ])
  }

  private func name(_ one: InformationPackage.Representation) -> String { "representations/\(one.name)" }

  private func files(_ one: InformationPackage.Representation) -> [XMLElement] {
    one.files.map { described in
      let characteristics = XMLElement(
        "premis:objectCharacteristics", [:],
        [
          fixity("SHA-256", described.file.digests.sha256), fixity("SHA-512", described.file.digests.sha512),
          element("size", String(described.file.byteCount)), format(described),
        ])
      var children = [identifier("objectIdentifier", described.file.path), characteristics]
      if let document = described.document { children.append(element("originalName", document.name)) }
      children.append(relationship("structural", "is part of", to: [name(one)]))
      if let source = described.source { children.append(relationship("derivation", "has source", to: [source])) }
      return object("file", children)
    }
  }

  private func fixity(_ algorithm: String, _ digest: String) -> XMLElement {
    XMLElement(
      "premis:fixity", [:],
      [element("messageDigestAlgorithm", algorithm), element("messageDigest", digest)])
  }

  private func format(_ described: InformationPackage.DescribedFile) -> XMLElement {
    XMLElement(
      "premis:format", [:],
      [
        XMLElement(
          "premis:formatDesignation", [:], [element("formatName", described.format ?? described.mediaType)])
      ])
  }

  /// What the record tells, and what making this package adds to it.
  private var allEvents: [ArchivedEvent] {
    let software = package.software
    let packer = ArchivedEvent.Agent.software(name: software.name, version: software.version)
    return package.contents.events + [
      ArchivedEvent(
        type: "fixity check", at: package.contents.packagedAt,
        detail: "every original's SHA-256 held against the one it was received with, while it was written",
        agent: packer),
      ArchivedEvent(
        type: "information package creation", at: package.contents.packagedAt,
        detail: "E-ARK \(package.kind.rawValue), version \(package.contents.version) of the dossier's package",
        agent: packer),
    ]
  }

  private var events: [XMLElement] {
    allEvents.enumerated().map { index, event in
      var outcome = [element("eventOutcome", event.outcome.rawValue)]
      if let detail = event.detail {
        outcome.append(XMLElement("premis:eventOutcomeDetail", [:], [element("eventOutcomeDetailNote", detail)]))
      }
      return XMLElement(
        "premis:event", [:],
        [
          identifier("eventIdentifier", "event-\(index + 1)"), element("eventType", event.type),
          element("eventDateTime", VietnamTime(event.at).dateAndTime),
          XMLElement("premis:eventOutcomeInformation", [:], outcome),
          identifier("linkingAgentIdentifier", name(event.agent)),
        ] + objects(of: event).map { identifier("linkingObjectIdentifier", $0) })
    }
  }

  /// The forms of the document that an event happened to, or the dossier.
  private func objects(of event: ArchivedEvent) -> [String] {
    let paths = package.representations.flatMap(\.files)
      .filter { $0.document?.ordinal == event.documentOrdinal && event.documentOrdinal != nil }.map(\.file.path)
    return paths.isEmpty ? [package.identifier] : paths
  }

  private func name(_ agent: ArchivedEvent.Agent) -> String {
    switch agent {
    case .software(let name, let version): "software \(name) \(version)"
    case .person(let name): "person \(name)"
    }
  }

  private var agents: [XMLElement] {
    var seen: Set<ArchivedEvent.Agent> = []
    return allEvents.map(\.agent).filter { seen.insert($0).inserted }.map { agent in
      var children = [identifier("agentIdentifier", name(agent))]
      switch agent {
      case .software(let name, let version):
        children += [element("agentName", name), element("agentType", "software"), element("agentVersion", version)]
      case .person(let name):
        children += [element("agentName", name), element("agentType", "person")]
      }
      return XMLElement("premis:agent", [:], children)
    }
  }
}
