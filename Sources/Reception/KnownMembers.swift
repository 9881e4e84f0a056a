import Dossiers
import Foundation

/// Looks for members that a JSON file of the operator's should not have: a mistyped one would count for nothing.
enum KnownMembers {
  /// The first unknown member, as a complaint with the nearest known name; nil for none. What is no object, or no
  /// JSON, is for the decoder to tell.
  static func complaint(about value: JSONValue?, knowing known: [String]) -> String? {
    guard case .object(let members)? = value,
      let unknown = members.keys.sorted().first(where: { !known.contains($0) })
    else { return nil }
    let hint = Spelling.nearest(to: unknown, among: known).map { "; did you mean “\($0)”?" } ?? ""
    return "there is no “\(unknown)” here\(hint)"
  }

  static func value(_ bytes: [UInt8]) -> JSONValue? {
    try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))
  }
}
