/// The office that hands a form out, as its letterhead names it.
public struct FormAgency: Hashable, Sendable, Codable {
  /// The body above it: `ỦY BAN NHÂN DÂN PHƯỜNG HOA MAI`; nil for none.
  public var parent: String?
  /// `TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG`. Letterheads are in capitals; they are printed as given.
  public var name: String
  /// Where the paper is dated: `Hà Nội`; nil leaves a dotted line.
  public var place: String?
  /// The counter, for `Bộ phận Tiếp nhận và Trả kết quả: …`; nil repeats the agency's name.
  public var counter: String?

  public init(parent: String? = nil, name: String, place: String? = nil, counter: String? = nil) {
    self.parent = parent
    self.name = name
    self.place = place
    self.counter = counter
  }
}
