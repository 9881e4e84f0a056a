public import Dossiers
import FoundationEssentials
public import Pipeline
public import Workflow

/// What an `exec` stage asks its program, and how it reads the answer. The worker launches the program.
///
/// The program finds the file as descriptor 3 and on standard input either a description (`input: json`) or the file
/// itself (`input: file`). It answers on standard output with nothing, which means done, or with
/// `{"outcome", "problems", "output", "detail"}`, each of which may be absent. Exit code 75 (EX_TEMPFAIL of
/// sysexits.h) asks to be tried again later; any other but 0 is a fault.
public struct ExecStage: Sendable {
  public static let name = "exec"
  /// The path under which the program can open the file too.
  public static let filePath = "/proc/self/fd/3"
  private static let tryAgainLater: Int32 = 75

  public let stage: PlannedStage
  public let program: String
  public let arguments: [String]
  public let readsFile: Bool
  public let network: Bool
  public let environment: [String: String]

  public init(_ stage: PlannedStage) {
    self.stage = stage
    program = stage.settings["program"]?.string ?? ""
    arguments = stage.settings["arguments"]?.array?.compactMap(\.string) ?? []
    readsFile = stage.settings["input"]?.string == "file"
    network = stage.settings["network"]?.bool ?? false
    var environment: [String: String] = [:]
    if case .object(let members)? = stage.settings["environment"] {
      for (name, value) in members { environment[name] = value.string }
    }
    self.environment = environment
  }

  /// What the program reads where it asked for a description.
  public func description(of document: Document, facts: Facts, parts: [Part]) throws -> [UInt8] {
    let request = Request(
      document: Request.File(
        name: document.name, path: Self.filePath, sha256: document.sha256, byteCount: document.byteCount,
        mediaType: document.mediaType, pageCount: document.pageCount),
      facts: facts.document, pages: facts.pages, parts: parts, stage: stage.id)
    return Array(try JSONEncoder().encode(request))
  }

  /// What the program's end and answer come to.
  public func result(exitCode: Int32, answer: [UInt8], lastLines: [String]) -> StageResult {
    let said = lastLines.suffix(3).joined(separator: " | ")
    switch exitCode {
    case 0: break
    case Self.tryAgainLater:
      return StageResult(outcome: .retry, detail: "the program asks to be tried again later: \(said)")
    default:
      return StageResult(outcome: .fault, detail: "the program ended with code \(exitCode): \(said)")
    }
    guard answer.contains(where: { !Self.spaces.contains($0) }) else { return StageResult() }
    do {
      let answer = try JSONDecoder().decode(Answer.self, from: Data(answer))
      let result = StageResult(
        outcome: answer.outcome ?? .done, problems: answer.problems ?? [], output: answer.output ?? .null,
        detail: answer.detail)
      return result.excess.map { StageResult(outcome: .fault, detail: "the program's answer holds \($0)") } ?? result
    } catch {
      return StageResult(outcome: .fault, detail: "the program's answer is not the JSON that is expected")
    }
  }

  private static let spaces: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]

  private struct Request: Encodable {
    struct File: Encodable {
      let name: String
      let path: String
      let sha256: String
      let byteCount: Int64
      let mediaType: String?
      let pageCount: Int?
    }

    let document: File
    let facts: [String: JSONValue]
    let pages: [[String: JSONValue]]
    let parts: [Part]
    let stage: String
  }

  private struct Answer: Decodable {
    let outcome: StageOutcome?
    let problems: [Problem]?
    let output: JSONValue?
    let detail: String?
  }
}
