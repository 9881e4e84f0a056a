import Dossiers

/// An e-invoice or e-receipt as its issuer's XML says it (Decision 1450/QĐ-TCT): `HDon/DLHDon`.
public struct ElectronicInvoice: Sendable {
  public let reading: ReceiptReading

  /// Nil for anything that is no such invoice: other XML, damaged XML, XML with a document type declaration.
  public init?(xml: [UInt8]) {
    guard let root = try? MarkupReader.parse(xml), let data = Self.data(root) else { return nil }
    let general = data.first("TTChung")
    let seller = data.first("NDHDon", "NBan")
    let buyer = data.first("NDHDon", "NMua")
    let payment = data.first("NDHDon", "TToan")
    var fields: [FieldName: Field] = [:]
    func put(_ name: FieldName, _ element: MarkupReader.Element?) {
      if let text = element.flatMap({ ReceiptGrammar.plain($0.text) }) { fields[name] = Self.field(.string(text)) }
    }
    put(.form, general?.first("KHMSHDon"))
    put(.symbol, general?.first("KHHDon"))
    put(.number, general?.first("SHDon"))
    put(.date, general?.first("NLap"))
    put(.currency, general?.first("DVTTe"))
    put(.issuer, seller?.first("Ten"))
    put(.issuerTaxCode, seller?.first("MST"))
    put(.payer, buyer?.first("HVTNMHang"))
    if fields[.payer] == nil { put(.payer, buyer?.first("Ten")) }
    put(.payerID, buyer?.first("CCCDan") ?? buyer?.first("CMND"))
    put(.payerAddress, buyer?.first("DChi"))

    let lines = data.first("NDHDon", "DSHHDVu")?.children.filter { $0.name == "HHDVu" } ?? []
    let items = lines.compactMap { line -> (name: String, amount: Int64)? in
      guard let name = line.first("THHDVu").flatMap({ ReceiptGrammar.plain($0.text) }),
        let amount = Self.amount(line.first("ThTien"))
      else { return nil }
      return (name, amount)
    }
    if !items.isEmpty {
      fields[.items] = Self.field(
        .array(items.map { .object(["name": .string($0.name), "amount": .integer($0.amount)]) }))
    }
    var problems: [Problem] = []
    if let total = Self.amount(payment?.first("TgTTTBSo")) {
      let words = payment?.first("TgTTTBChu").flatMap { AmountInWords($0.text) }?.value
      let tax = Self.amount(payment?.first("TgTThue")) ?? 0
      let sum = items.isEmpty || items.count < lines.count ? nil : items.reduce(tax) { $0 &+ $1.amount }
      fields[.total] = Self.field(.integer(total), isVerified: words == total && sum == total)
      if fields[.currency] == nil { fields[.currency] = Self.field("VND") }
      // Discounts and surcharges stand in elements of their own, so a sum alone accuses nobody; words do.
      if let words, words != total {
        problems.append(.amountDisagrees(digits: total, words: words, items: sum, page: 1))
      }
    }
    guard fields[.number] != nil || fields[.total] != nil else { return nil }
    reading = ReceiptReading(fields: fields, problems: problems)
  }

  /// `HDon` may be the root or lie in an envelope of the exchange (`TDiep/DLieu/HDon`).
  private static func data(_ root: MarkupReader.Element) -> MarkupReader.Element? {
    if root.name == "DLHDon" { return root }
    if root.name == "HDon" { return root.first("DLHDon") }
    return root.first("HDon", "DLHDon") ?? root.first("DLieu", "HDon", "DLHDon")
  }

  private static func field(_ value: JSONValue, isVerified: Bool = false) -> Field {
    Field(value: value, confidence: 0.999, source: .xml, verified: isVerified, page: 1)
  }

  /// `1250000`, `1250000.00`: XML uses the point for decimals, and the dong has none.
  private static func amount(_ element: MarkupReader.Element?) -> Int64? {
    guard let text = element?.text.trimmed(where: \.isWhitespace) else { return nil }
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count == 1 || parts[1].allSatisfy({ $0 == "0" }) else { return nil }
    return Int64(whole)
  }
}
