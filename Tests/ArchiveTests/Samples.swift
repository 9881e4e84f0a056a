import Archive
import Digests
import Dossiers
import Files

/// An invented dossier.
enum Samples {
  static func file(_ scratch: Scratch, _ name: String, _ text: String) throws -> ArchivedFile {
    let path = try scratch.write("store/\(name)", text)
    return ArchivedFile(sha256: SHA256Digest.hex(of: text), byteCount: Int64(text.utf8.count)) {
      try OwnedDescriptor.reading(path)
    }
  }

  static func contents(_ scratch: Scratch) throws -> DossierContents {
    // 2026-11-22T00:30:00+07:00, which still is the day before in UTC.
    let received = Timestamp(milliseconds: 1_795_282_200_000)
    let card = Part(
      kind: .idCard, variant: "cccd-2021", sides: ["front"], pages: [1],
      fields: [
        .fullName: Field(value: "NGUYỄN THỊ ÁNH", confidence: 0.99, source: .qr, verified: true, page: 1),
        .idNumber: Field(
          value: "001190000017", confidence: 0.99, source: .qr, verified: true, page: 1,
          box: Box(x0: 412, y0: 96, x1: 688, y1: 131)),
      ])
    let blurred = Problem(
      code: ProblemCode("image.too-small"), severity: .warning, page: 1,
      message: BilingualText(vi: "Ảnh nhỏ.", en: "The picture is small."),
      remedy: BilingualText(vi: "Xin chụp lại.", en: "Please take it again."))
    return DossierContents(
      code: "H26.1-261122-0001", agency: .init(code: "H26.1", name: "UBND phường Mẫu, thành phố Hà Nội"),
      procedure: .init(code: "1.001234", name: "Cấp bản sao trích lục hộ tịch"), channel: "cli",
      sender: "Nguyễn Thị Ánh",
      receivedAt: received, dueAt: received.adding(milliseconds: 3 * 86_400_000),
      packagedAt: received.adding(milliseconds: 60_000), planID: SHA256Digest.hex(of: "plan"), program: "hoso 1.0",
      documents: [
        ArchivedDocument(
          ordinal: 1, name: "Căn cước (mặt trước).jpg", original: try file(scratch, "card", "a card's picture"),
          mediaType: "image/jpeg", pageCount: 1, verdict: .accepted, receivedAt: received, parts: [card],
          problems: [blurred], text: "CĂN CƯỚC CÔNG DÂN\nNguyễn Thị Ánh\n",
          normalisation: .copy(try file(scratch, "card.pdf", "%PDF-1.7 a copy"), format: "PDF/A-2u")),
        ArchivedDocument(
          ordinal: 2, name: "../biên lai.pdf", original: try file(scratch, "fee", "%PDF-1.4 a receipt"),
          mediaType: "application/pdf", pageCount: 2, verdict: .review, receivedAt: received,
          normalisation: .failed(reason: "fonts are missing")),
      ],
      receipt: ArchivedReceipt(
        pdf: try file(scratch, "receipt.pdf", "%PDF-1.5 form 01"), png: try file(scratch, "receipt.png", "PNG"),
        issuedAt: received, contentDigest: SHA256Digest.hex(of: "both"), keyID: "k1", signature: "c2ln"),
      events: [
        ArchivedEvent(
          type: "ingestion", at: received, detail: "received by cli", agent: .software(name: "hoso", version: "1.0")),
        ArchivedEvent(
          type: "validation", at: received.adding(milliseconds: 1500), outcome: .warning, detail: "image.too-small",
          agent: .software(name: "hoso", version: "1.0"), documentOrdinal: 1),
        ArchivedEvent(
          type: "appraisal", at: received.adding(milliseconds: 30_000), agent: .person("Trần Văn Bình"),
          documentOrdinal: 2),
      ],
      description: ArchivalDescription(fonds: "H26.PM", keywords: ["hộ tịch"]))
  }
}
