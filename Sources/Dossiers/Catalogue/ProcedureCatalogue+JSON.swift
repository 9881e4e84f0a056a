extension ProcedureCatalogue {
  /// Reads a catalogue such as `samples/procedures.json`, and reports every fault at once.
  public static func read(_ bytes: [UInt8]) throws(JSONFaults) -> ProcedureCatalogue {
    let (root, faults) = JSONReader.read(bytes)
    var reader = CatalogueReader(inspector: JSONInspector(faults: faults))
    let catalogue = root.flatMap { reader.catalogue($0) }
    guard let catalogue, reader.inspector.faults.isEmpty else { throw JSONFaults(reader.inspector.faults) }
    return catalogue
  }
}

private struct CatalogueReader {
  var inspector: JSONInspector

  private static let procedureKeys = [
    "code", "name", "level", "department", "documents", "workingDays", "fee", "retention", "returnPlaces",
    "accessMode", "fonds", "language",
  ]
  private static let retentions = ["01", "02", "03", "04", "05", "06", "07"]

  mutating func catalogue(_ root: PositionedJSON) -> ProcedureCatalogue? {
    guard
      let members = inspector.object(
        root, at: "", keys: ["$schema", "catalogue", "default", "procedures"],
        required: ["catalogue", "default", "procedures"])
    else { return nil }
    let name = members["catalogue"].flatMap { inspector.text($0.value, at: "catalogue") }
    let standard = members["default"].flatMap { inspector.text($0.value, at: "default") }
    guard let list = members["procedures"]?.value, let elements = inspector.list(list, at: "procedures") else {
      return nil
    }
    var codes: [String: Int] = [:]
    let procedures = elements.enumerated().compactMap { index, element in
      procedure(element, at: "procedures[\(index)]", index: index, codes: &codes)
    }
    if let standard, codes[standard] == nil, let node = members["default"]?.value {
      inspector.complain(
        "the default procedure \"\(standard)\" is not in the catalogue", at: node.position, path: "default",
        suggestion: Spelling.nearest(to: standard, among: codes.keys.sorted()))
    }
    guard let name, let standard, procedures.count == elements.count else { return nil }
    return ProcedureCatalogue(name: name, procedures: procedures, standardCode: standard)
  }

  private mutating func procedure(
    _ node: PositionedJSON, at path: String, index: Int, codes: inout [String: Int]
  ) -> Procedure? {
    guard
      let members = inspector.object(
        node, at: path, keys: Self.procedureKeys,
        required: ["code", "name", "level", "department", "documents", "workingDays", "fee", "retention"])
    else { return nil }
    let code = members["code"].flatMap { self.code($0.value, at: "\(path).code") }
    if let code, let node = members["code"]?.value {
      if let first = codes[code] {
        inspector.complain(
          "the code \"\(code)\" is taken by procedures[\(first)]", at: node.position, path: "\(path).code")
      } else {
        codes[code] = index
      }
    }
    let name = members["name"].flatMap { inspector.bilingual($0.value, at: "\(path).name") }
    let level = members["level"].flatMap {
      inspector.choice($0.value, at: "\(path).level", among: Procedure.Level.allCases.map(\.rawValue))
    }.flatMap(Procedure.Level.init)
    let department = members["department"].flatMap { inspector.bilingual($0.value, at: "\(path).department") }
    let documents = members["documents"].flatMap { self.documents($0.value, at: "\(path).documents") }
    let days = members["workingDays"].flatMap { inspector.integer($0.value, at: "\(path).workingDays", in: 0...366) }
    let fee = members["fee"].flatMap { self.fee($0.value, at: "\(path).fee") }
    let retention = members["retention"].flatMap {
      inspector.choice($0.value, at: "\(path).retention", among: Self.retentions)
    }
    let places =
      members["returnPlaces"].map { inspector.strings($0.value, at: "\(path).returnPlaces") } ?? [String]()
    let accessMode = members["accessMode"].flatMap { inspector.text($0.value, at: "\(path).accessMode") }
    let fonds = members["fonds"].flatMap { self.code($0.value, at: "\(path).fonds") }
    let language = members["language"].flatMap { self.language($0.value, at: "\(path).language") }
    guard let code, let name, let level, let department, let documents, let days, let fee, let retention, let places
    else { return nil }
    return Procedure(
      code: code, name: name, level: level, department: department, documents: documents, workingDays: Int(days),
      fee: fee, retention: retention, returnPlaces: places.map(\.nfc),
      keeping: Procedure.Keeping(accessMode: accessMode?.nfc, fonds: fonds, language: language))
  }

  /// ISO 639-2.
  private mutating func language(_ node: PositionedJSON, at path: String) -> String? {
    guard let text = inspector.text(node, at: path) else { return nil }
    if text.utf8.count == 3, text.utf8.allSatisfy({ (97...122).contains($0) }) { return text }
    inspector.complain(
      "\"\(text)\" is no language code", at: node.position, path: path, expected: "three small letters, such as vie")
    return nil
  }

  /// Codes are typed on command lines and stand in file names.
  private mutating func code(_ node: PositionedJSON, at path: String) -> String? {
    guard let text = inspector.text(node, at: path) else { return nil }
    let isPlain = text.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 46
    }
    if isPlain, text.utf8.count <= 40 { return text }
    inspector.complain(
      "\"\(text)\" will not do as a code", at: node.position, path: path,
      expected: "up to 40 letters, digits, full stops and hyphens, such as 1.004222")
    return nil
  }

  private mutating func documents(_ node: PositionedJSON, at path: String) -> [Procedure.RequiredDocument]? {
    guard let elements = inspector.list(node, at: path) else { return nil }
    let documents = elements.enumerated().compactMap { document($1, at: "\(path)[\($0)]") }
    return documents.count == elements.count ? documents : nil
  }

  private mutating func document(_ node: PositionedJSON, at path: String) -> Procedure.RequiredDocument? {
    guard
      let members = inspector.object(
        node, at: path, keys: ["name", "kind", "count", "originals", "copies"], required: ["name", "kind"])
    else { return nil }
    let name = members["name"].flatMap { inspector.bilingual($0.value, at: "\(path).name") }
    let kind = members["kind"].flatMap {
      inspector.choice(
        $0.value, at: "\(path).kind", among: Procedure.RequiredDocument.Kind.allCases.map(\.rawValue))
    }.flatMap(Procedure.RequiredDocument.Kind.init)
    let count = members["count"].map { inspector.integer($0.value, at: "\(path).count", in: 1...100) } ?? 1
    let originals = members["originals"].map { inspector.integer($0.value, at: "\(path).originals", in: 0...100) } ?? 0
    let copies = members["copies"].map { inspector.integer($0.value, at: "\(path).copies", in: 0...100) } ?? 1
    guard let name, let kind, let count, let originals, let copies else { return nil }
    return Procedure.RequiredDocument(
      name: name, kind: kind, count: Int(count), originals: Int(originals), copies: Int(copies))
  }

  private mutating func fee(_ node: PositionedJSON, at path: String) -> Int64? {
    guard
      let members = inspector.object(node, at: path, keys: ["amount", "currency"], required: ["amount", "currency"])
    else { return nil }
    if let currency = members["currency"]?.value {
      _ = inspector.choice(currency, at: "\(path).currency", among: ["VND"])
    }
    return members["amount"].flatMap {
      inspector.integer($0.value, at: "\(path).amount", in: 0...1_000_000_000_000)
    }
  }
}
