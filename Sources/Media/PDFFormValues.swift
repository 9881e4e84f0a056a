import CPoppler
import Dossiers

/// What was typed into a PDF's form fields: poppler paints it but leaves it out of the page's text.
enum PDFFormValues {
  /// The words of `page`, with those of its filled text fields on the lines where they stand.
  static func merged(into words: [TextWord], of page: PopplerPageHandle) -> [TextWord] {
    let values = typed(on: page)
    guard !values.isEmpty else { return words }
    var lines: [[TextWord]] = []
    for word in words {
      if let last = lines.last?.last, last.line == word.line {
        lines[lines.count - 1].append(word)
      } else {
        lines.append([word])
      }
    }
    for value in values { insert(value, into: &lines) }
    return lines.enumerated().flatMap { index, line in
      line.map { TextWord(text: $0.text, box: $0.box, confidence: $0.confidence, line: index + 1) }
    }
  }

  static func areThere(on page: PopplerPageHandle) -> Bool { !typed(on: page).isEmpty }

  /// On the line that its middle lies on, at its place from left to right; else on a line of its own, before the first
  /// line below it.
  private static func insert(_ words: [TextWord], into lines: inout [[TextWord]]) {
    guard let first = words.first else { return }
    let middle = (first.box.y0 + first.box.y1) / 2
    let onLine = lines.firstIndex { line in line.contains { $0.box.y0 <= middle && middle < $0.box.y1 } }
    if let onLine {
      lines[onLine] = (lines[onLine] + words).sorted { $0.box.x0 < $1.box.x0 }
    } else {
      let below = lines.firstIndex { line in (line.map(\.box.y0).min() ?? 0) > middle } ?? lines.endIndex
      lines.insert(words, at: below)
    }
  }

  /// One array of words for each line of each filled text field.
  private static func typed(on page: PopplerPageHandle) -> [[TextWord]] {
    let list = poppler_page_get_form_field_mapping(page.pointer)
    defer { poppler_page_free_form_field_mapping(list) }
    let hidden = list == nil ? [] : hiddenAreas(on: page)
    var values: [[TextWord]] = []
    var item = list
    while let link = item, values.count < 2000 {
      item = link.pointee.next
      guard let mapping = link.pointee.data?.assumingMemoryBound(to: PopplerFormFieldMapping.self),
        let field = mapping.pointee.field, let text = text(of: field)
      else { continue }
      let area = mapping.pointee.area
      guard !hidden.contains(where: { abs($0.x1 - area.x1) < 1 && abs($0.y1 - area.y1) < 1 }) else { continue }
      values += words(text, in: box(area, on: page))
    }
    return values
  }

  /// Where annotations lie that aren't shown: a value that nobody sees must not be read.
  private static func hiddenAreas(on page: PopplerPageHandle) -> [PopplerRectangle] {
    let list = poppler_page_get_annot_mapping(page.pointer)
    defer { poppler_page_free_annot_mapping(list) }
    let unseen = POPPLER_ANNOT_FLAG_HIDDEN.rawValue | POPPLER_ANNOT_FLAG_NO_VIEW.rawValue
    var areas: [PopplerRectangle] = []
    var item = list
    while let link = item {
      item = link.pointee.next
      guard let mapping = link.pointee.data?.assumingMemoryBound(to: PopplerAnnotMapping.self) else { continue }
      if poppler_annot_get_flags(mapping.pointee.annot).rawValue & unseen != 0 { areas.append(mapping.pointee.area) }
    }
    return areas
  }

  private static func text(of field: OpaquePointer) -> String? {
    let value: UnsafeMutablePointer<CChar>?
    switch poppler_form_field_get_field_type(field) {
    case POPPLER_FORM_FIELD_TEXT where poppler_form_field_text_is_password(field) == 0:
      value = poppler_form_field_text_get_text(field)
    case POPPLER_FORM_FIELD_CHOICE:
      return chosen(in: field)
    default: return nil
    }
    defer { g_free(value) }
    return value.map { Unicode.nfc(String(cString: $0)) }
  }

  /// The selected entries, or what was typed instead of one.
  private static func chosen(in field: OpaquePointer) -> String? {
    var entries: [String] = []
    for index in 0..<min(poppler_form_field_choice_get_n_items(field), 1000)
    where poppler_form_field_choice_is_item_selected(field, index) != 0 {
      guard let entry = poppler_form_field_choice_get_item(field, index) else { continue }
      defer { g_free(entry) }
      entries.append(Unicode.nfc(String(cString: entry)))
    }
    if !entries.isEmpty { return entries.joined(separator: "\n") }
    guard let typed = poppler_form_field_choice_get_text(field) else { return nil }
    defer { g_free(typed) }
    return Unicode.nfc(String(cString: typed))
  }

  /// A field doesn't tell its font: letters are taken to be 0.6 of the line's height wide, or what fits.
  private static func words(_ text: String, in box: Box) -> [[TextWord]] {
    let lines = text.split(whereSeparator: \.isNewline)
    return lines.enumerated().compactMap { index, line in
      let top = box.y0 + box.height * index / lines.count
      let bottom = box.y0 + box.height * (index + 1) / lines.count
      let length = line.count
      let width = min(box.width, length * (bottom - top) * 6 / 10)
      var place = 0
      var words: [TextWord] = []
      for part in line.split(separator: " ", omittingEmptySubsequences: false) {
        defer { place += part.count + 1 }
        guard !part.isEmpty else { continue }
        let left = box.x0 + width * place / length
        let right = box.x0 + width * (place + part.count) / length
        words.append(
          TextWord(text: String(part), box: Box(x0: left, y0: top, x1: right, y1: bottom), confidence: 1, line: 0))
      }
      return words.isEmpty ? nil : words
    }
  }

  /// Form areas count from the lower left corner of the crop box.
  private static func box(_ area: PopplerRectangle, on page: PopplerPageHandle) -> Box {
    let height = page.sizeInPoints.height
    return PDFTextReader.pixelBox(
      PopplerRectangle(x1: area.x1, y1: height - area.y2, x2: area.x2, y2: height - area.y1), on: page)
  }
}
