/// An element of an XML document, written the same way every time: attributes in the order given, two blanks a level,
/// line feeds.
struct XMLElement {
  let name: String
  private let attributes: [(name: String, value: String)]
  private let text: String?
  var children: [XMLElement]

  /// Attributes whose value is nil are left out.
  init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [XMLElement] = []) {
    self.name = name
    self.attributes = attributes.compactMap { key, value in value.map { (key, $0) } }
    self.children = children
    text = nil
  }

  init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String) {
    self.name = name
    self.attributes = attributes.compactMap { key, value in value.map { (key, $0) } }
    self.text = text
    children = []
  }

  /// The whole document with this element as its root, in UTF-8.
  var document: [UInt8] {
    var output = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    write(to: &output, indent: "")
    return Array(output.utf8)
  }

  private func write(to output: inout String, indent: String) {
    output += "\(indent)<\(name)"
    for attribute in attributes { output += " \(attribute.name)=\"\(Self.escaped(attribute.value))\"" }
    if let text, !text.isEmpty {
      output += ">\(Self.escaped(text))</\(name)>\n"
    } else if children.isEmpty {
      output += "/>\n"
    } else {
      output += ">\n"
      for child in children { child.write(to: &output, indent: indent + "  ") }
      output += "\(indent)</\(name)>\n"
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      // A parser would make blanks of these in an attribute.
      case "\t", "\n", "\r": result.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
      // XML 1.0 2.2: these have no spelling at all.
      case "\u{0}"..."\u{1f}", "\u{fffe}", "\u{ffff}": result.append("\u{fffd}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
