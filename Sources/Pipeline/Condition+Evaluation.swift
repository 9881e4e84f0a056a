import Dossiers

extension Condition {
  /// What a condition says of some facts, after Kleene: a fact that nobody has told leaves it open.
  enum Truth {
    case holds, fails, open

    var negated: Truth {
      switch self {
      case .holds: .fails
      case .fails: .holds
      case .open: .open
      }
    }
  }

  /// The pages, counted from 1, that a stage with this condition looks at; nil where it does not run at all.
  ///
  /// A stage is skipped only where the condition is known not to hold: of what is not known, better too much is
  /// read than too little. Before the pages are counted the list is empty and the document's facts decide.
  static func pages(_ condition: Condition?, facts: Facts) -> [Int]? {
    guard !facts.pages.isEmpty else {
      return condition?.truth(of: [:], facts.document) == .fails ? nil : []
    }
    let pages = facts.pages.indices.filter { condition?.truth(of: facts.pages[$0], facts.document) != .fails }
    return pages.isEmpty ? nil : pages.map { $0 + 1 }
  }

  /// Whether a stage with this condition looks at the only page of `facts`.
  public static func concerns(_ condition: Condition?, facts: Facts) -> Bool {
    pages(condition, facts: facts) != nil
  }

  func truth(of page: [String: JSONValue], _ document: [String: JSONValue]) -> Truth {
    switch self {
    case .fact(let name, let test):
      guard let value = page[name] ?? document[name], value != .null else { return .open }
      return test.passes(value) ? .holds : .fails
    case .all(let conditions):
      var truth = Truth.holds
      for condition in conditions {
        switch condition.truth(of: page, document) {
        case .fails: return .fails
        case .open: truth = .open
        case .holds: break
        }
      }
      return truth
    case .any(let conditions):
      return Condition.all(conditions.map { .not($0) }).truth(of: page, document).negated
    case .not(let condition):
      return condition.truth(of: page, document).negated
    }
  }
}

extension Condition.Test {
  func passes(_ value: JSONValue) -> Bool {
    if case .array(let elements) = value { return elements.contains(where: passes) }
    switch self {
    case .equals(let wanted): return value == wanted
    case .oneOf(let wanted): return wanted.contains(value)
    case .within(let low, let high):
      guard let number = value.double else { return false }
      return low.map { number >= Double($0) } ?? true && high.map { number <= Double($0) } ?? true
    }
  }
}
