public import Dossiers
public import Storage
public import Workflow

/// A stage's output as the record keeps it: in the row, or in Storage where it is large.
public enum RunOutput {
  /// Above this many bytes of JSON an output is stored as a file.
  public static let inlineLimit = 256 << 10
  private static let stored = "stored"

  /// What stands in the row in the place of an output that lies in Storage.
  public static func reference(to sha256: String) -> JSONValue { .object([stored: .string(sha256)]) }

  /// The digest under which an output lies in Storage; nil where it stands in the row.
  public static func storedDigest(in output: JSONValue) -> String? {
    guard case .object(let members) = output, members.count == 1 else { return nil }
    return members[stored]?.string
  }

  /// What goes into the row: the output itself, or `{"stored": sha256}`.
  public static func keeping(_ output: JSONValue, in files: any FileStore) throws -> JSONValue {
    let bytes = Array(output.canonical.utf8)
    guard bytes.count > inlineLimit else { return output }
    return reference(to: try files.put(bytes).sha256)
  }

  /// One member of the output, wherever it lies: the others, which may be the words of a thousand pages, are passed
  /// over.
  public static func member(_ name: String, of run: StageRun, files: any FileStore) throws -> JSONValue? {
    guard let sha256 = storedDigest(in: run.output) else { return run.output[name] }
    guard let member = JSONMember.find(name, in: try files.read(sha256, limit: 1 << 30)) else { return nil }
    return try JSONReader.value(Array(member), depthLimit: 512)
  }

  /// The output itself, wherever it lies.
  public static func value(of run: StageRun, files: any FileStore) throws -> JSONValue {
    guard let sha256 = storedDigest(in: run.output) else { return run.output }
    let bytes = try files.read(sha256, limit: 1 << 30)
    return try JSONReader.value(bytes, depthLimit: 512)
  }
}
