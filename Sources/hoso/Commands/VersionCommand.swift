import Console
import Worker

enum VersionCommand: Command {
  static let description = CommandDescription(["version"], summary: "this program's version")

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    Output.line("hoso \(HosoVersion.text)")
    return .done
  }
}
