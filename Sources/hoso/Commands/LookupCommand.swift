import Console
import Dossiers
import Glibc
import Reception
import Workflow

enum LookupCommand: Command {
  static let description = CommandDescription(
    ["lookup"], operands: "CODE-or-IMAGE", operandCount: 1...1,
    summary: "where a dossier stands, in a citizen's words; also from a photographed receipt",
    discussion: """
      With a picture or PDF of a receipt its QR code is read, and its signature held against what was handed in: a
      forged receipt shows. Prints no personal data. Exit code 1 when there is no such dossier or the receipt is not
      genuine.
      """,
    options: [GlobalOptions.home, GlobalOptions.store, GlobalOptions.files, GlobalOptions.json],
    examples: ["hoso lookup H26.1-261122-0001", "hoso lookup receipt-photo.jpg"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let operand = arguments.operands[0]
    let installation = try Opening.installation(arguments)
    let lookup = Lookup(installation)
    let answer =
      access(operand, F_OK) == 0
      ? try lookup.answer(receiptTexts: ReceiptImage.texts(in: operand)) : try lookup.answer(typed: operand)
    if arguments.has("--json") {
      try JSONLines.write(answer)
    } else {
      Output.line(page(answer))
    }
    return answer.isGood ? .done : .needsAttention
  }

  private static func page(_ answer: LookupAnswer) -> String {
    let terminal = Terminal.output
    var lines = [answer.finding.vi, terminal.styled(answer.finding.en, .dim)]
    if let standing = answer.standing {
      lines += [
        "", terminal.styled(standing.code, .bold), standing.status.vi, terminal.styled(standing.status.en, .dim),
        standing.nextStep.vi, terminal.styled(standing.nextStep.en, .dim),
      ]
      if let due = standing.dueAt { lines.append("Hẹn trả kết quả / due: \(due)") }
    }
    return lines.joined(separator: "\n")
  }
}
