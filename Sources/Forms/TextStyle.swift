/// How a run of text looks.
package struct TextStyle: Hashable, Sendable {
  /// Fonts in order of preference; all cover Vietnamese. The first serif ones share the metrics of Times New Roman,
  /// which Decree 30/2020 (annex I) prescribes for official papers.
  package enum Family: String, Sendable {
    case serif = "Liberation Serif, Tinos, Times New Roman, Noto Serif, DejaVu Serif, serif"
    case sans = "Liberation Sans, Arimo, Noto Sans, DejaVu Sans, sans-serif"
    case monospace = "Liberation Mono, Cousine, Noto Sans Mono, DejaVu Sans Mono, monospace"
  }

  package var family: Family
  /// In the canvas's units: points on a PDF, pixels on a picture.
  package var size: Double
  package var isBold: Bool
  package var isItalic: Bool
  package var colour: Colour

  package init(
    _ family: Family = .serif, size: Double, bold: Bool = false, italic: Bool = false, colour: Colour = .black
  ) {
    self.family = family
    self.size = size
    isBold = bold
    isItalic = italic
    self.colour = colour
  }

  package var bold: TextStyle {
    var style = self
    style.isBold = true
    return style
  }

  package var italic: TextStyle {
    var style = self
    style.isItalic = true
    return style
  }
}
