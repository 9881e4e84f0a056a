public import Dossiers
import Foundation
public import Storage
public import Workflow

/// A stage's output as the record keeps it: in the row, or in Storage where it is large.
public enum RunOutput {
  /// Above this many bytes of JSON an output is stored as a file.
  public static let inlineLimit = 256 << 10
  private static let reference = "stored"

  /// What goes into the row: the output itself, or `{"stored": sha256}`.
  public static func keeping(_ output: JSONValue, in files: any FileStore) throws -> JSONValue {
    let bytes = Array(output.canonical.utf8)
    guard bytes.count > inlineLimit else { return output }
    return .object([reference: .string(try files.put(bytes).sha256)])
  }

  /// The output itself, wherever it lies.
  public static func value(of run: StageRun, files: any FileStore) throws -> JSONValue {
    guard case .object(let members) = run.output, members.count == 1, let sha256 = members[reference]?.string else {
      return run.output
    }
    let bytes = try files.read(sha256, limit: 1 << 30)
    return try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
  }
}
