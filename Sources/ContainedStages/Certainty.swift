import Dossiers
import Pipeline
import Recognition

/// How sure a reading must be before nobody needs to look: the setting `minConfidence` of the extracting stages.
struct Certainty {
  static let standard = 0.6
  private let threshold: Double

  init(settings: [String: JSONValue]) {
    threshold = settings["minConfidence"]?.double ?? Self.standard
  }

  /// Names the fields of each part that fall short, page by page.
  func flag(_ result: inout StageResult) {
    var doubtful: [Int: [FieldName]] = [:]
    for part in result.parts {
      for (name, field) in part.fields where field.confidence < threshold && name != .currency {
        if doubtful[field.page]?.contains(name) != true { doubtful[field.page, default: []].append(name) }
      }
    }
    for (page, names) in doubtful.sorted(by: { $0.key < $1.key }) {
      result.add(.fieldUncertain(names.sorted(), page: page))
    }
  }
}
