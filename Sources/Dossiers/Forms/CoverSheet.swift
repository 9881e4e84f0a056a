/// A separator page: laid before the first page of each dossier in a stack, it tells an import where one begins.
public struct CoverSheet: Hashable, Sendable, Codable {
  /// Tells the sheets of one printing from those of another: letters, digits, `.`, `-` and `_`.
  public let series: String
  /// Counted from 1 within its series.
  public let number: Int
  /// The code of the procedure that the dossier belongs to; nil leaves it to the import.
  public let procedure: String?

  /// nil for a series or a procedure code with other characters than a sheet's code carries, and for numbers below 1.
  public init?(series: String, number: Int, procedure: String? = nil) {
    guard Self.isPlain(series), number >= 1, procedure.map(Self.isPlain) ?? true else { return nil }
    self.series = series
    self.number = number
    self.procedure = procedure
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let sheet = CoverSheet(
      series: try values.decode(String.self, forKey: .series), number: try values.decode(Int.self, forKey: .number),
      procedure: try values.decodeIfPresent(String.self, forKey: .procedure))
    guard let sheet else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "no cover sheet says this"))
    }
    self = sheet
  }

  /// What the sheet's QR says: `hoso:cover?v=1&s=2026-08-21&n=12&p=1.004873`.
  public var codeText: String {
    "\(Self.start)&s=\(series)&n=\(number)" + (procedure.map { "&p=\($0)" } ?? "")
  }

  /// Reads a QR's text; nil for any other QR. Keys that a later version adds are passed over.
  public init?(codeText: String) {
    guard codeText.hasPrefix(Self.start + "&") else { return nil }
    var values: [Substring: String] = [:]
    for pair in codeText.dropFirst(Self.start.count + 1).split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      values[parts[0]] = String(parts[1])
    }
    guard let series = values["s"], let number = values["n"].flatMap({ Int($0) }) else { return nil }
    self.init(series: series, number: number, procedure: values["p"])
  }

  private static let start = "hoso:cover?v=1"

  private static func isPlain(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}
