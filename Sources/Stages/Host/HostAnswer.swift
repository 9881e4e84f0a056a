public import Pipeline

/// What a stage host answers.
public enum HostAnswer: Sendable, Codable {
  /// Said once, unasked: warm, behind its walls, ready for the first request.
  case ready(HostGreeting)
  /// To `open`, `check`, `learn` and `close`.
  case done
  /// During a run, before a page is begun.
  case progress(page: Int)
  /// To `run` and `gather`. The result's `output` is null here and stands in section 0, as JSON.
  case result(StageResult)
  /// To `print`: section 0 is the PDF, section 1 the PNG of the QR. To `printCoverSheets`: section 0 is the PDF. To
  /// `annotate`: section 0 is the PNG.
  case printed
  /// The request could not be carried out; the host goes on.
  case failed(HostComplaint)
}

/// Why a host could not carry out a request.
public struct HostComplaint: Error, Sendable, Codable, CustomStringConvertible {
  /// `unknown-stage`, `bad-settings`, `no-document`, `fault`, `print`.
  public let code: String
  /// For operators, without personal data.
  public let message: String

  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { "\(code): \(message)" }
}
