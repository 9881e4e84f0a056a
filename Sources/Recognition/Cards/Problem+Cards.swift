import Dossiers

extension Problem {
  /// Two readings that should be one. Names both, and where each was read.
  static func identityConflict(
    _ what: BilingualText, _ first: (value: String, from: BilingualText),
    _ second: (value: String, from: BilingualText),
    page: Int
  ) -> Problem {
    Problem(
      code: .identityConflict, severity: .review, page: page,
      message: BilingualText(
        vi: "\(what.vi) không thống nhất: \(first.from.vi) là \(first.value), \(second.from.vi) là \(second.value).",
        en: "The \(what.en) disagrees: \(first.value) by \(first.from.en), \(second.value) by \(second.from.en)."),
      remedy: BilingualText(
        vi: "Cán bộ tiếp nhận xin đối chiếu với thẻ gốc.", en: "An officer must compare with the card itself."))
  }
}
