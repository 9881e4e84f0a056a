import Foundation

/// A folder for what a command without a home makes on the way.
enum Scratch {
  static let folder: String = {
    let place = NSTemporaryDirectory()
    return place.hasSuffix("/") ? String(place.dropLast()) : place
  }()
}
