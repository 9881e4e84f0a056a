public import Dossiers

/// What was read from a receipt, and what about it a person must look at.
public struct ReceiptReading: Sendable {
  public var fields: [FieldName: Field]
  public var problems: [Problem]

  public init(fields: [FieldName: Field] = [:], problems: [Problem] = []) {
    self.fields = fields
    self.problems = problems
  }
}

/// A VietQR found on a page.
public struct PaymentCode: Sendable {
  public let code: VietQR
  /// On the page's reference picture.
  public let box: Box?

  public init(code: VietQR, box: Box?) {
    self.code = code
    self.box = box
  }
}
