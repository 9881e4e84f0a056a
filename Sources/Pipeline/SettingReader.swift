import Dossiers

/// Reads a stage's `with` against the settings that its declaration knows.
struct SettingReader {
  let declaration: StageDeclaration

  /// Every declared setting, defaults filled in.
  func read(
    _ node: PositionedJSON?, stage position: TextPosition, path: String, into inspector: inout JSONInspector
  ) -> [String: JSONValue] {
    var settings: [String: JSONValue] = [:]
    var members: [String: PositionedJSON.Member] = [:]
    if let node {
      if declaration.settings.isEmpty, case .object(let written) = node.content {
        for member in written {
          inspector.complain(
            "\"\(declaration.name)\" has no settings", at: member.keyPosition,
            path: JSONInspector.join(path, member.key))
        }
      } else {
        members = inspector.object(node, at: path, keys: declaration.settings.map(\.name)) ?? [:]
      }
    }
    for setting in declaration.settings {
      let path = JSONInspector.join(path, setting.name)
      if let value = members[setting.name]?.value {
        // Where the key may stay unset, null says so in so many words.
        if case .null = value.content, setting.standard == .null {
          settings[setting.name] = .null
        } else {
          settings[setting.name] = self.value(value, setting.kind, setting.form, at: path, into: &inspector)
        }
      } else if let standard = setting.standard {
        settings[setting.name] = standard
      } else {
        inspector.complain(
          "\"\(declaration.name)\" needs the setting \"\(setting.name)\": \(setting.summary)",
          at: node?.position ?? position, path: path,
          expected: setting.form?.words)
      }
    }
    if settings.count == declaration.settings.count, let (name, complaint) = declaration.agreement?(settings) {
      inspector.complain(
        complaint, at: members[name]?.value.position ?? node?.position ?? position,
        path: JSONInspector.join(path, name))
    }
    return settings
  }

  private func value(
    _ node: PositionedJSON, _ kind: SettingDeclaration.Kind, _ form: TextForm?, at path: String,
    into inspector: inout JSONInspector
  ) -> JSONValue? {
    switch kind {
    case .boolean: return inspector.bool(node, at: path).map { .bool($0) }
    case .integer(let range): return inspector.integer(node, at: path, in: range).map { .integer($0) }
    case .number(let range): return inspector.number(node, at: path, in: range).map { .number($0) }
    case .string:
      guard let text = inspector.string(node, at: path) else { return nil }
      if let form, !form.matches(text) {
        inspector.complain(
          "\"\(text)\" will not do", at: node.position, path: path, expected: form.words)
        return nil
      }
      return .string(text)
    case .choice(let choices):
      return inspector.choice(node, at: path, among: choices).map { .string($0) }
    case .size: return Self.size(node, at: path, into: &inspector).map { .integer($0) }
    case .duration: return Self.duration(node, at: path, into: &inspector).map { .integer($0) }
    case .list(let kind):
      guard let elements = inspector.list(node, at: path) else { return nil }
      let values = elements.enumerated().compactMap { index, element in
        value(element, kind, form, at: "\(path)[\(index)]", into: &inspector)
      }
      return values.count == elements.count ? .array(values) : nil
    case .map:
      guard let members = inspector.members(node, at: path) else { return nil }
      var map: [String: JSONValue] = [:]
      for member in members {
        if let text = inspector.string(member.value, at: JSONInspector.join(path, member.key)) {
          map[member.key] = .string(text)
        }
      }
      return map.count == members.count ? .object(map) : nil
    }
  }

  static func size(_ node: PositionedJSON, at path: String, into inspector: inout JSONInspector) -> Int64? {
    switch node.content {
    case .integer(let bytes) where bytes >= 0: return bytes
    case .string(let text):
      if let bytes = Quantity.bytes(text) { return bytes }
      inspector.complain("\"\(text)\" is not a size", at: node.position, path: path, expected: Quantity.sizeWords)
    default: inspector.wrongKind(node, at: path, expected: Quantity.sizeWords)
    }
    return nil
  }

  static func duration(_ node: PositionedJSON, at path: String, into inspector: inout JSONInspector) -> Int64? {
    switch node.content {
    case .string(let text):
      if let milliseconds = Quantity.milliseconds(text) { return milliseconds }
      inspector.complain(
        "\"\(text)\" is not a duration", at: node.position, path: path, expected: Quantity.durationWords)
    default: inspector.wrongKind(node, at: path, expected: Quantity.durationWords)
    }
    return nil
  }
}
