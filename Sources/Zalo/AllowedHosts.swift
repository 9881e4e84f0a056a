import Foundation

/// Where files may be fetched. An address comes from outside: it must not lead us to servers of the office's own.
struct AllowedHosts: Sendable {
  private let entries: [String]

  init(_ entries: [String]) {
    self.entries = entries.map { $0.lowercased() }
  }

  func allows(_ address: String) -> Bool {
    // Readers of addresses differ in what they make of these: nobody needs them.
    guard !address.contains(where: { $0 == "\\" || $0 == "@" || $0.isWhitespace || !$0.isASCII }),
      let parts = URLComponents(string: address), let scheme = parts.scheme?.lowercased(),
      let host = parts.host?.lowercased(), !host.isEmpty
    else { return false }
    return entries.contains { entry in
      if entry.hasPrefix("http://") {
        return scheme == "http" && entry == "http://\(host)" + (parts.port.map { ":\($0)" } ?? "")
      }
      return scheme == "https" && (parts.port ?? 443) == 443 && (host == entry || host.hasSuffix("." + entry))
    }
  }
}
