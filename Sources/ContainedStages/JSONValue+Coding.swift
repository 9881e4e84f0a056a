import Dossiers
import Foundation

extension JSONValue {
  /// Any encodable value as JSON.
  init(encoding value: some Encodable) throws {
    // Foundation's decoder would try each of the seven kinds in turn, and make an error of each that it isn't.
    self = try JSONReader.value(Array(JSONEncoder().encode(value)))
  }

  func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
    try JSONDecoder().decode(type, from: Data(canonical.utf8))
  }
}
