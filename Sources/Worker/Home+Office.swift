public import Dossiers
public import Files
import Glibc

/// The office's own catalogue and calendar, and the folders of a home.
extension Home {
  /// A path as a shell would understand it from here, absolute and without a slash at the end.
  public static func absolute(_ path: String) -> String {
    var whole = path
    if !whole.hasPrefix("/") {
      let here = getcwd(nil, 0)
      defer { free(here) }
      whole = (here.map { String(cString: $0) } ?? "") + "/" + whole
    }
    while whole.count > 1, whole.hasSuffix("/") { whole.removeLast() }
    return whole
  }

  /// Makes the folders that are missing, for this user alone.
  public func prepare() throws(SystemCallError) {
    for folder in [path, files, packages, scratch] { _ = try Folder.create(folder) }
  }

  /// The procedures in the home's catalogue, or the built-in catalogue's one where there is none.
  public func readProcedures() throws(OfficeFault) -> ProcedureCatalogue {
    do {
      return try Self.bytes(of: procedures).map { try ProcedureCatalogue.read($0) } ?? .builtIn
    } catch {
      throw OfficeFault(procedures, error)
    }
  }

  /// The home's calendar of holidays, or weekends alone where there is none.
  public func readCalendar() throws(OfficeFault) -> WorkingCalendar {
    do {
      return try Self.bytes(of: calendar).map { try WorkingCalendar.read($0) } ?? .weekendsOnly
    } catch {
      throw OfficeFault(calendar, error)
    }
  }

  /// nil where there is no such file.
  private static func bytes(of path: String) throws(SystemCallError) -> [UInt8]? {
    guard access(path, F_OK) == 0 else { return nil }
    return try OwnedDescriptor.reading(path).readToEnd(limit: 16 << 20)
  }
}
