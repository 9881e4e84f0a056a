/// Separator pages to print: what a stage host is asked for.
public struct CoverSheetOrder: Sendable, Codable, Hashable {
  public let sheets: [CoverSheet]
  /// What the procedure is called, for people.
  public let procedureName: String?
  public let agency: String?
  public let printedAt: Timestamp

  public init(sheets: [CoverSheet], procedureName: String?, agency: String?, printedAt: Timestamp) {
    self.sheets = sheets
    self.procedureName = procedureName
    self.agency = agency
    self.printedAt = printedAt
  }
}
