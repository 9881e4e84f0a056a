import Dossiers

/// Things in a PDF that act, hide or point elsewhere. They are never run here; whoever opens the original must know.
struct PDFPerils {
  private(set) var codes: Set<ProblemCode> = []

  init() {}

  /// Looks where such things usually hang: catalogue, form and the first pages' annotations; bounded on purpose.
  init(_ file: QPDFFile, pages: Int) {
    guard file.isReadable else { return }
    let root = file.root
    if let names = root["Names"] {
      if names["JavaScript"] != nil { codes.insert(.pdfJavaScript) }
      if names["EmbeddedFiles"] != nil { codes.insert(.pdfEmbeddedFiles) }
    }
    if let action = root["OpenAction"] { note(action: action) }
    if let actions = root["AA"] { note(additional: actions) }
    if let form = root["AcroForm"] {
      if form["XFA"] != nil { codes.insert(.pdfXFA) }
      // ISO 32000-1, table 219: bit 1, the document holds at least one signature.
      if let flags = form["SigFlags"]?.integer, flags & 1 != 0 { codes.insert(.pdfSigned) }
      for field in form["Fields"]?.items(atMost: 500) ?? [] { note(field: field) }
    }
    if root["Perms"]?["DocMDP"] != nil { codes.insert(.pdfSigned) }
    file.releaseHandles()
    for index in 0..<min(pages, 100) {
      let page = file.page(index)
      if let actions = page["AA"] { note(additional: actions) }
      for annotation in page["Annots"]?.items(atMost: 200) ?? [] { note(annotation: annotation) }
      file.releaseHandles()
    }
  }

  var problems: [Problem] {
    Self.texts.compactMap { code, vi, en in codes.contains(code) ? .pdfPeril(code, vi: vi, en: en) : nil }
  }

  private mutating func note(field: QPDFObject) {
    if field["FT"]?.name == "Sig", field["V"] != nil { codes.insert(.pdfSigned) }
    if let actions = field["AA"] { note(additional: actions) }
  }

  private mutating func note(annotation: QPDFObject) {
    if annotation["Subtype"]?.name == "FileAttachment" { codes.insert(.pdfEmbeddedFiles) }
    if annotation["Subtype"]?.name == "Widget" { note(field: annotation) }
    if let action = annotation["A"] { note(action: action) }
    if let actions = annotation["AA"] { note(additional: actions) }
  }

  private mutating func note(additional actions: QPDFObject) {
    for key in actions.keys.prefix(32) {
      if let action = actions[key] { note(action: action) }
    }
  }

  private mutating func note(action: QPDFObject) {
    switch action["S"]?.name {
    case "JavaScript": codes.insert(.pdfJavaScript)
    case "Launch": codes.insert(.pdfLaunchAction)
    case "GoToR", "GoToE", "SubmitForm", "ImportData": codes.insert(.pdfExternalReference)
    case "Rendition" where action["JS"] != nil: codes.insert(.pdfJavaScript)
    default: break
    }
  }

  private static let texts: [(ProblemCode, String, String)] = [
    (.pdfSigned, "Tệp PDF có chữ ký số.", "The PDF carries a digital signature."),
    (.pdfJavaScript, "Tệp PDF có chứa mã JavaScript.", "The PDF contains JavaScript."),
    (
      .pdfLaunchAction, "Tệp PDF có lệnh mở chương trình khác.", "The PDF contains an action that launches a program."
    ),
    (.pdfEmbeddedFiles, "Tệp PDF có tệp đính kèm bên trong.", "The PDF has files embedded in it."),
    (.pdfXFA, "Tệp PDF dùng biểu mẫu XFA.", "The PDF uses an XFA form."),
    (
      .pdfExternalReference, "Tệp PDF có liên kết tới tệp hoặc máy chủ bên ngoài.",
      "The PDF points to files or servers outside it."
    ),
  ]
}
