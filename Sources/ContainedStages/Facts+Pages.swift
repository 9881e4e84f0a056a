import Dossiers
import Pipeline

extension Facts {
  /// Sets a fact of a page, counted from 1.
  mutating func set(_ name: String, _ value: JSONValue, page: Int) {
    while pages.count < page { pages.append([:]) }
    pages[page - 1][name] = value
  }
}
