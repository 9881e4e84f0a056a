/// A refusal as a page for people.
enum ErrorPage {
  static func answer(_ refusal: Refusal, _ language: Language) -> HTTPAnswer {
    refusal.answer(in: language)
  }
}
