import Digests
import Dossiers
import Reception
import Serving
import Stages
import Storage
import Testing
import Workflow

/// Form 01 as a file: who gets it, and how.
@Suite("Getting the receipt")
struct ReceiptFileTests {
  /// A dossier with a printed receipt, and the bytes of the print.
  private func issued(_ server: LiveServer) throws -> (submission: String, receipt: IssuedReceipt) {
    let store = server.installation.store
    let sent = try server.submit(part("files", file: "a.jpg", "x") + "--b--\r\n", key: try server.key([.submit]))
    let submission = try #require(sent.json?["id"]?.string)
    let pdf = try server.installation.files.put(Array(Self.print.utf8))
    let key = try store.currentSigningKey { Array(repeating: 7, count: 32) }
    let now = Timestamp(milliseconds: 1_790_000_000_000)
    let worker = WorkerID(rawValue: "test")
    var receipt: IssuedReceipt?
    while let lease = try store.claim(ClaimRequest(worker: worker, limit: 1, leaseMilliseconds: 60_000)).first {
      let isDocument = lease.task.kind == .document
      var record = StageRecord(
        stage: lease.task.stage ?? "", uses: "test", startedAt: now, endedAt: now, outcome: "done",
        next: isDocument ? .documentEnds(.accepted) : .dossierEnds(.handedOff))
      if !isDocument {
        receipt = try store.issueReceipt(
          ReceiptRequest(
            agency: "H26.1", day: "260922", issuedAt: now, dueAt: nil, contentDigest: "cd", keyID: key.id),
          under: lease.token,
          sign: { ReceiptSeal(code: $0, issuedAt: now, contentDigest: "cd", key: key).signature })
        record.receiptPrinted = (pdf.sha256, pdf.sha256)
      }
      _ = try store.record(record, under: lease.token)
    }
    return (submission, try #require(receipt))
  }

  private static let print = "%PDF-1.4 0123456789"

  @Test("whoever knows the submission's id or shows the signature gets it; a code alone, or a forged one, does not")
  func whoGetsIt() throws {
    let server = try LiveServer()
    let (submission, receipt) = try issued(server)
    let address = ReceiptSeal(receipt).text(base: "")
    let query = try #require(address.split(separator: "?").last)
    for (page, link) in [
      ("/t/\(submission)", "/t/\(submission)/giay-tiep-nhan.pdf"),
      (address, "/t/\(receipt.code)/giay-tiep-nhan.pdf?\(query)"),
    ] {
      let shown = try server.request("GET", page).body
      #expect(shown.contains("href=\"\(link.replacing("&", with: "&amp;"))\""))
      let file = try server.request("GET", link)
      #expect(file.status == 200 && file.head.contains("application/pdf"))
      #expect(file.body == Self.print)
    }
    #expect(try !server.request("GET", "/t/\(receipt.code)").body.contains("giay-tiep-nhan.pdf"))
    for reference in [receipt.code, "\(receipt.code)/giay-tiep-nhan.pdf?\(query.dropLast(2))AA"] {
      let path = reference.contains("?") ? reference : "\(reference)/giay-tiep-nhan.pdf"
      #expect(try server.request("GET", "/t/\(path)").status == 404)
    }

    let before = try server.submit(part("files", file: "b.jpg", "y") + "--b--\r\n", key: try server.key([.submit]))
    let waiting = try #require(before.json?["id"]?.string)
    let early = try server.request("GET", "/t/\(waiting)")
    #expect(early.body.contains("Hãy lưu địa chỉ trang này"))
    #expect(!early.body.contains("giay-tiep-nhan.pdf"))
    #expect(try server.request("GET", "/t/\(waiting)/giay-tiep-nhan.pdf").status == 409)
  }

  @Test(
    "one who broke off goes on where they were, and one who has the file is told so",
    arguments: [
      (["Range: bytes=5-9"], 206, "1.4 0", "bytes 5-9/19"), (["Range: bytes=-3"], 206, "789", "bytes 16-18/19"),
      (["Range: bytes=9-"], 206, "0123456789", "bytes 9-18/19"),
      (["Range: bytes=0-99999999999999999999"], 206, "%PDF-1.4 0123456789", "bytes 0-18/19"),
      (["Range: bytes=19-"], 416, nil, "bytes */19"), (["Range: bytes=-0"], 416, nil, "bytes */19"),
      (["Range: bytes=0-1,4-5"], 200, "%PDF-1.4 0123456789", nil),
      (["Range: lines=1-2"], 200, "%PDF-1.4 0123456789", nil), (["Range: bytes=9-5"], 200, "%PDF-1.4 0123456789", nil),
      (["Range: bytes=5-9", "If-Range: \"other\""], 200, "%PDF-1.4 0123456789", nil),
      (["If-None-Match: \"other\""], 200, "%PDF-1.4 0123456789", nil), (["If-None-Match: *"], 304, "", nil),
    ] as [([String], Int, String?, String?)])
  func parts(headers: [String], status: Int, body: String?, range: String?) throws {
    let server = try LiveServer()
    let (submission, _) = try issued(server)
    let path = "/v1/dossiers/\(submission)/receipt.pdf"
    let key = try server.key([.read])
    let reply = try server.request("GET", path, key: key, headers: headers)
    #expect(reply.status == status)
    if let body { #expect(reply.body == body) }
    #expect(reply.head.contains("Content-Range:") == (range != nil))
    if let range { #expect(reply.head.contains("Content-Range: \(range)")) }
    let tag = try #require(
      try server.request("GET", path, key: key).head.split(whereSeparator: \.isNewline).first { $0.hasPrefix("ETag: ") }
    )
    let again = try server.request("GET", path, key: key, headers: ["If-None-Match: W/\(tag.dropFirst(6))"])
    #expect(again.status == 304 && again.body.isEmpty)
    let resumed = try server.request(
      "GET", path, key: key, headers: ["If-Range: \(tag.dropFirst(6))", "Range: bytes=16-"])
    #expect(resumed.status == 206 && resumed.body == "789")
  }
}
