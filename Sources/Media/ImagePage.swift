import Dossiers

/// The checks that all pictures share.
enum ImagePage {
  struct Checked {
    let info: PageInfo
    let warnings: [Problem]
  }

  /// `stored` is the size in the file, before the orientation is applied.
  static func check(
    stored: PictureSize, orientation: Orientation, dotsPerInch: Double?, budget: MediaBudget, page: Int = 1,
    pageInProblems: Int? = nil
  ) throws(MediaRefusal) -> Checked {
    guard stored.width > 0, stored.height > 0 else {
      throw MediaRefusal(.damaged(page: pageInProblems), detail: "size \(stored.width) x \(stored.height)")
    }
    guard stored.fits(budget.maxPixels) else {
      throw MediaRefusal(
        .tooManyPixels(
          page: pageInProblems, width: stored.width, height: stored.height, limit: budget.maxPixels),
        detail: "\(stored.width) x \(stored.height) pixels, at most \(budget.maxPixels)")
    }
    let size = orientation.applied(to: stored)
    let isSmall = min(size.width, size.height) < budget.minShortSideInPixels
    let small = Problem.tooSmall(
      page: pageInProblems, width: size.width, height: size.height, minShortSide: budget.minShortSideInPixels)
    return Checked(
      info: PageInfo(
        number: page, widthInPixels: size.width, heightInPixels: size.height, dotsPerInch: dotsPerInch,
        hasTextLayer: false),
      warnings: isSmall ? [small] : [])
  }

  static func checkNumber(_ page: Int, of pages: [PageInfo]) throws(MediaRefusal) {
    guard page >= 1, page <= pages.count else {
      throw .unreadable("there is no page \(page) of \(pages.count)")
    }
  }
}
