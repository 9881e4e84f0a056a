import Dossiers
import Stages
import Storage

/// Stages' outputs on their way between host, record and Storage: large ones are never taken apart here.
enum RecordedOutput {
  /// What the record keeps of an output: itself, or where it lies in Storage. Throws where it is no JSON.
  static func keeping(_ json: [UInt8], in files: any FileStore) throws -> JSONValue {
    guard json.count > RunOutput.inlineLimit else { return try JSONReader.value(json) }
    return RunOutput.reference(to: try files.put(json).sha256)
  }

  /// A recorded output as JSON, wherever it lies.
  static func bytes(of output: JSONValue, in files: any FileStore) throws -> [UInt8] {
    guard let sha256 = RunOutput.storedDigest(in: output) else { return Array(output.canonical.utf8) }
    return try files.read(sha256, limit: 256 << 20)
  }
}
