import Digests
import Dossiers
import Pipeline
import Storage
import Workflow

/// Gives the dossier its code in the store's transaction, then has form 01 and its QR code typeset.
///
/// The code is given once: a run after a crash, or for a supplement, finds the receipt that was issued and prints
/// the same again.
struct IssueReceiptStage: DossierStage {
  static let name = "issue-receipt"

  func run(_ context: DossierStageContext) throws -> DossierStageEnd {
    let documents = try context.documents()
    let digest = ReceiptSeal.contentDigest(of: documents.map(\.sha256))
    let secret = try RandomBytes.make(32)
    let key = try context.store.currentSigningKey(make: { secret })
    let due = context.calendar.due(after: context.dossier.receivedAt, workingDays: context.procedure.workingDays)
    let request = ReceiptRequest(
      agency: context.text("agency") ?? "", day: VietnamTime(context.now).dayKey, issuedAt: context.now,
      dueAt: due.at, contentDigest: digest, keyID: key.id)
    let receipt = try context.store.issueReceipt(request, under: context.token) { code in
      ReceiptSeal(code: code, issuedAt: context.now, contentDigest: digest, key: key).signature
    }

    let printed = try context.print(try form(receipt, documents: documents, context))
    let pdf = try context.files.put(printed.pdf)
    let png = try context.files.put(printed.png)
    var outbox: [(topic: String, payload: JSONValue)] = []
    if receipt.pdfSHA256 == nil {
      outbox.append(
        (
          topic: "dossier.receipt-issued",
          payload: .object([
            "dossier": .string(context.dossier.id.rawValue), "code": .string(receipt.code),
            "pdf": .string(pdf.sha256),
          ])
        ))
    }
    return DossierStageEnd(
      output: .object(["code": .string(receipt.code), "pdf": .string(pdf.sha256), "png": .string(png.sha256)]),
      receiptPrinted: (pdfSHA256: pdf.sha256, pngSHA256: png.sha256), outbox: outbox)
  }

  private func form(
    _ receipt: IssuedReceipt, documents: [Document], _ context: DossierStageContext
  ) throws -> ReceiptForm {
    let procedure = context.procedure
    let base = context.text("lookupBase") ?? ""
    let submission = try context.store.submissions(of: context.dossier.id).first
    let parts = try documents.map { try context.store.parts(of: $0.id) }
    let agencyName = context.text("agencyName") ?? ""
    let copies = context.stage.settings["copies"]?.array?.compactMap { $0.string.flatMap(ReceiptForm.Copy.init) }
    let contact = submission?.contact
    return ReceiptForm(
      agency: FormAgency(
        parent: context.text("agencyParent"), name: agencyName, place: context.text("place"),
        counter: context.text("counter")),
      code: receipt.code, lookupText: ReceiptSeal(receipt).text(base: base), lookupAddress: base,
      sender: FormSender(
        name: context.dossier.sender ?? Self.name(from: parts), address: contact?.address, phone: contact?.phone,
        email: contact?.email),
      request: contact?.request ?? procedure.name.vi,
      components: zip(documents, parts).map(Self.component), sets: 1, workingDays: procedure.workingDays,
      receivedAt: context.dossier.receivedAt, dueAt: receipt.dueAt, returnAt: procedure.returnPlaces.first,
      fee: procedure.fee, book: String(VietnamTime(receipt.issuedAt).date.year),
      serial: receipt.code.split(separator: "-").last.map(String.init), copies: copies ?? [.sender])
  }

  /// Where the sender gave no name, the one on the first card.
  private static func name(from parts: [[Part]]) -> String? {
    parts.joined().first { $0.kind == .idCard }?.fields[.fullName]?.value.string
  }

  /// A row of the table of papers handed in: what it is, or the file's name where nobody knows.
  private static func component(_ document: Document, parts: [Part]) -> FormComponent {
    let names = parts.compactMap { part -> String? in
      switch part.kind {
      case .idCard: "Giấy tờ căn cước"
      case .receipt: "Biên lai, chứng từ nộp phí, lệ phí"
      case .form: "Đơn, tờ khai"
      case .other: nil
      }
    }
    var seen: Set<String> = []
    let distinct = names.filter { seen.insert($0).inserted }
    let title = distinct.isEmpty ? "Giấy tờ khác" : distinct.joined(separator: "; ")
    return FormComponent(name: "\(title) (tệp \(document.name))", form: .electronic, count: 1)
  }
}
