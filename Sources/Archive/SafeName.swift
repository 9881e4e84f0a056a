import Foundation

/// Senders' file names as every file system, manifest and shell can keep them.
public enum SafeName {
  private static let devices: Set<String> = Set(
    ["con", "prn", "aux", "nul", "conin$", "conout$"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })

  /// NFC, without folders, control characters, direction marks or what Windows reserves; no device name, no leading dot,
  /// dash or tilde; at most `limit` bytes with the extension kept. `fallback` where nothing is left.
  public static func make(_ name: String, fallback: String = "file", limit: Int = 120) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.precomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: continue
      case .spaceSeparator: scalars.append(" ")
      default: scalars.append("/\\:*?\"<>|%".unicodeScalars.contains(scalar) ? "_" : scalar)
      }
    }
    var safe = String(scalars)
    while let first = safe.first, " .-~".contains(first) { safe.removeFirst() }
    while let last = safe.last, " .".contains(last) { safe.removeLast() }
    safe = shortened(safe, to: limit)
    if safe.isEmpty { safe = fallback }
    return isDevice(safe) ? "_\(safe)" : safe
  }

  /// Windows takes `NUL`, `nul.txt` and `nul .pdf` alike for the device.
  static func isDevice(_ name: some StringProtocol) -> Bool {
    let stem = name.prefix { $0 != "." }.lowercased()
    return devices.contains(stem.trimmingCharacters(in: .whitespaces))
  }

  private static func shortened(_ name: String, to limit: Int) -> String {
    guard name.utf8.count > limit else { return name }
    var ending = ""
    if let dot = name.lastIndex(of: "."), name[dot...].utf8.count <= 12 { ending = String(name[dot...]) }
    var stem = name.dropLast(ending.count)
    while !stem.isEmpty, stem.utf8.count + ending.utf8.count > limit { stem.removeLast() }
    while let last = stem.last, " .".contains(last) { stem.removeLast() }
    return stem + ending
  }
}
