/// The nationality on a card: the name that fields carry.
public enum Nationality {
  public static let vietnam = "Việt Nam"

  /// `Việt Nam` for whatever means it: `VNM`, `VIỆT NAM`, `Viet Nam`, `Vietnam`; nil for anything else.
  public static func vietnamese(_ text: String) -> String? {
    ["vnm", "vietnam", "vietnamese"].contains(
      text.withoutDiacritics.lowercased().filter { !$0.isWhitespace }) ? vietnam : nil
  }
}
