/// Finds the pictures of a dossier that could not be read and whose paper a later file shows well.
///
/// Only what was wrong with a picture is settled by that, never what two readings disagree about.
public enum BetterPictures {
  /// A file of the dossier that counts and whose stages are through.
  public struct Picture: Sendable {
    public let ordinal: Int
    /// The dossier's version that brought it.
    public let version: Int
    public let sha256: String
    public let parts: [Part]
    /// The pages with which something is wrong that a better picture would mend; nil for the file as a whole.
    public let flaws: [Int?]
    /// It was read to its end: one that was set aside shows nothing.
    public let isRead: Bool

    public init(ordinal: Int, version: Int, sha256: String, parts: [Part], flaws: [Int?], isRead: Bool = true) {
      self.ordinal = ordinal
      self.version = version
      self.sha256 = sha256
      self.parts = parts
      self.flaws = flaws
      self.isRead = isRead
    }
  }

  /// A page of a picture whose flaws are settled.
  public struct Finding: Hashable, Sendable {
    public let document: Int
    public let page: Int?
    public let by: Supersession
    /// True where what was read of both is one paper's; false where nothing could be read of the earlier one, and
    /// what the procedure asks for is there.
    public let isSamePaper: Bool
  }

  /// `required`: what the procedure asks for.
  public static func find(
    _ pictures: [Picture], required: [Procedure.RequiredDocument]
  ) -> [Finding] {
    let ordered = pictures.sorted { $0.ordinal < $1.ordinal }
    var findings: [Finding] = []
    var nameless: [Unread] = []
    for picture in ordered {
      for page in unique(picture.flaws) {
        let shown = picture.parts.filter { part in
          part.kind != .other && page.map(part.pages.contains) ?? true
        }
        if shown.allSatisfy(\.isNameless) {
          // Of several papers on a page nobody can tell which one was taken again.
          if shown.count <= 1 { nameless.append(Unread(picture: picture, page: page, part: shown.first)) }
        } else if let by = covering(shown, of: picture, among: ordered) {
          findings.append(
            Finding(document: picture.ordinal, page: page, by: Supersession(by: by), isSamePaper: true))
        }
      }
    }
    return findings + standIns(for: nameless, among: ordered, required)
  }

  /// Nothing can be said of whose paper it is.
  private struct Unread {
    let picture: Picture
    let page: Int?
    /// What it was known for, if anything.
    let part: Part?
  }

  private static func unique(_ pages: [Int?]) -> [Int?] {
    var known: Set<Int?> = []
    return pages.filter { known.insert($0).inserted }
  }

  /// The later files that show every side of these parts well; nil where one is still missing.
  private static func covering(_ parts: [Part], of picture: Picture, among pictures: [Picture]) -> [Int]? {
    var covering: Set<Int> = []
    for part in parts {
      let matches = pictures.filter { $0.ordinal > picture.ordinal && $0.isRead && $0.flaws.isEmpty }
        .flatMap { later in later.parts.map { (ordinal: later.ordinal, part: $0) } }
        .filter { PaperComparison(part, $0.part) == .same }
      var missing = Set(part.sides ?? [])
      var used: Set<Int> = []
      for match in matches where used.isEmpty || !missing.isEmpty {
        let sides = Set(match.part.sides ?? [])
        guard part.sides?.isEmpty ?? true || !missing.isDisjoint(with: sides) else { continue }
        missing.subtract(sides)
        used.insert(match.ordinal)
      }
      guard !used.isEmpty, missing.isEmpty else { return nil }
      covering.formUnion(used)
    }
    return Array(covering)
  }

  /// A paper that a supplement shows and no file before it stands in for one picture of which nothing could be read,
  /// once the dossier holds all that is asked for.
  private static func standIns(
    for unread: [Unread], among pictures: [Picture], _ required: [Procedure.RequiredDocument]
  ) -> [Finding] {
    guard !unread.isEmpty else { return [] }
    let lost = Set(unread.map(\.picture.ordinal))
    let left = pictures.filter { !lost.contains($0.ordinal) || $0.parts.contains { !$0.isNameless } }
    guard isComplete(left, required) else { return [] }
    var fresh: [(picture: Picture, part: Part)] = []
    for picture in pictures where picture.isRead && picture.flaws.isEmpty {
      let before = pictures.filter { $0.ordinal < picture.ordinal }.flatMap(\.parts)
      fresh += picture.parts.filter { part in
        part.kind != .other && !before.contains { isKnown(part, by: $0) }
      }.map { (picture, $0) }
    }
    var findings: [Finding] = []
    for lost in unread {
      let place = fresh.firstIndex { candidate in
        candidate.picture.version > lost.picture.version
          && (lost.part.map { $0.kind == candidate.part.kind && $0.isSides(of: candidate.part) } ?? true)
      }
      guard let place else { continue }
      let stand = fresh.remove(at: place)
      findings.append(
        Finding(
          document: lost.picture.ordinal, page: lost.page, by: Supersession(by: [stand.picture.ordinal]),
          isSamePaper: false))
    }
    return findings
  }

  private static func isKnown(_ part: Part, by earlier: Part) -> Bool {
    !earlier.isNameless && PaperComparison(earlier, part) != .another && part.isSides(of: earlier)
  }

  private static func isComplete(_ pictures: [Picture], _ required: [Procedure.RequiredDocument]) -> Bool {
    let once = Dictionary(pictures.map { ($0.sha256, $0) }, uniquingKeysWith: { first, _ in first }).values
      .sorted { $0.ordinal < $1.ordinal }
    let people = People(
      once.flatMap { picture in
        picture.parts.enumerated().map { index, part in
          People.Reading(place: Person.Place(document: picture.ordinal, part: index), documentName: "", part: part)
        }
      })
    return Completeness.missing(
      required, holdings: once.map { .init(kinds: $0.parts.map(\.kind)) }, people: people.persons.count
    ).isEmpty
  }
}

extension Part {
  /// Nothing was read that tells whose or which paper it is.
  fileprivate var isNameless: Bool { PaperComparison.names(kind).allSatisfy { fields[$0] == nil } }

  /// Each side that it shows is shown by the other, too.
  fileprivate func isSides(of other: Part) -> Bool {
    Set(sides ?? []).isSubset(of: Set(other.sides ?? []))
  }
}
