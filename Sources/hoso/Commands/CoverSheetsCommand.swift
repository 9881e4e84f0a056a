import Console
import Digests
import Dossiers
import Foundation
import Worker

enum CoverSheetsCommand: Command {
  static let description = CommandDescription(
    ["cover-sheets"], operands: "OUT.pdf", operandCount: 1...1,
    summary: "print separator pages for a stack of paper",
    discussion: """
      Lay one sheet before the first page of each dossier, scan the whole stack as one PDF or TIFF, and let
      `hoso import` take it apart. Each sheet has its own number: do not copy them. With --procedure the dossiers
      behind them are taken in for that procedure.
      """,
    options: [
      OptionDescription("--count", value: "N", summary: "how many sheets, 1 to 2000 (default: 10)"),
      OptionDescription("--procedure", value: "P", summary: "a code of the home's procedures.json, for each sheet"),
      OptionDescription("--series", value: "NAME", summary: "letters and digits before the number (default: made up)"),
      OptionDescription("--first", value: "N", summary: "the first number, to go on with a series (default: 1)"),
      OptionDescription("--agency", value: "NAME", summary: "the office, printed at the top"),
      GlobalOptions.home,
    ], examples: ["hoso cover-sheets --count 50 sheets.pdf", "hoso cover-sheets --count 20 --procedure 0.000001 s.pdf"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let count = try arguments.integer("--count", in: 1...2000) ?? 10
    let first = try arguments.integer("--first", in: 1...9_999_999) ?? 1
    let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    let series = try arguments.value("--series") ?? madeUpSeries(now)
    let procedure = try arguments.value("--procedure").map { try self.procedure($0, arguments) }
    let sheets = (first..<first + count).compactMap {
      CoverSheet(series: series, number: $0, procedure: procedure?.code)
    }
    guard sheets.count == count else {
      throw UsageError("a series has up to 64 letters, digits, points, dashes and underscores, not “\(series)”")
    }
    let order = CoverSheetOrder(
      sheets: sheets, procedureName: procedure?.name.vi, agency: arguments.value("--agency"), printedAt: now)
    let pdf = try FileDesk(scratch: Scratch.folder).printCoverSheets(order)
    let path = arguments.operands[0]
    do {
      try Data(pdf).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw ConfigurationError("\(path) cannot be written")
    }
    Output.line("\(path): sheets \(series)-\(first) to \(series)-\(first + count - 1)")
    return .done
  }

  private static func procedure(_ code: String, _ arguments: Arguments) throws -> Procedure {
    let catalogue: ProcedureCatalogue
    do throws(OfficeFault) {
      catalogue = try Opening.home(arguments).readProcedures()
    } catch {
      throw ConfigurationError(error.description)
    }
    if let procedure = catalogue.procedure(code: code) { return procedure }
    throw ConfigurationError(catalogue.complaint(about: code))
  }

  /// The day, and four letters so that two printings of a day are not taken for each other.
  private static func madeUpSeries(_ now: Timestamp) throws -> String {
    // Without letters and digits that people mix up.
    let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ")
    let tail = try RandomBytes.make(4).map { letters[Int($0) % letters.count] }
    return VietnamTime(now).dayKey + "-" + String(tail)
  }
}
