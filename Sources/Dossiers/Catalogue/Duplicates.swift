/// Finds files that were handed in more than once.
public enum Duplicates {
  public struct File: Hashable, Sendable {
    /// In its dossier, counted from 1.
    public let ordinal: Int
    public let name: String
    /// 64 hexadecimal digits.
    public let sha256: String

    public init(ordinal: Int, name: String, sha256: String) {
      self.ordinal = ordinal
      self.name = name
      self.sha256 = sha256
    }
  }

  /// A warning for every file whose bytes came before: earlier in the dossier, or in another dossier.
  ///
  /// `elsewhere`: of files handed in before in other dossiers, the digest and what to call that dossier.
  public static func problems(
    _ files: [File], elsewhere: [String: String] = [:]
  ) -> [(ordinal: Int, problem: Problem)] {
    var seen: [String: File] = [:]
    return files.sorted { $0.ordinal < $1.ordinal }.compactMap { file in
      if let earlier = seen[file.sha256] {
        return (file.ordinal, .duplicate(of: earlier.name, inSameDossier: true))
      }
      seen[file.sha256] = file
      return elsewhere[file.sha256].map { (file.ordinal, .duplicate(of: $0, inSameDossier: false)) }
    }
  }
}
