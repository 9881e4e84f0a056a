public import Recognition

/// What a stage host loads once and keeps for all documents: text engines by languages.
///
/// Not Sendable: it belongs to the thread on which the stages run.
public final class ReadingTools {
  private let dataPath: String?
  private var engines: [[String]: TextEngine] = [:]

  /// `dataPath` is the folder of Tesseract's language data; nil takes the system's.
  public init(dataPath: String? = nil) {
    self.dataPath = dataPath
  }

  /// The engine for `languages`, loaded on first use: call it once before the host closes its doors.
  public func engine(_ languages: [String]) throws(TextEngineError) -> TextEngine {
    if let engine = engines[languages] { return engine }
    let engine = try TextEngine(languages: languages, dataPath: dataPath)
    engines[languages] = engine
    return engine
  }

  /// Loads what the default pipeline needs, before the host closes its doors.
  public func warm() throws(TextEngineError) {
    _ = try engine(["vie"])
    _ = try engine(["eng"])
  }
}
