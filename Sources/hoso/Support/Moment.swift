import Dossiers

/// Times for people, in Vietnam's time: `2026-11-22 08:05`.
enum Moment {
  static func text(_ time: Timestamp?) -> String {
    guard let time else { return "–" }
    return String(VietnamTime(time).iso.prefix(16)).replacing("T", with: " ")
  }
}
