import Console
import Testing

@Suite("The command line")
struct ArgumentsTests {
  private let command = CommandDescription(
    ["work"], operands: "FILE…", operandCount: 0...2, summary: "",
    options: [
      OptionDescription("--jobs", value: "N", summary: ""), OptionDescription("--json", summary: ""),
    ])

  @Test("options are taken with a space or an equals sign, flags without, operands in order")
  func parses() throws {
    let arguments = try Arguments(["a", "--jobs=3", "--json", "--jobs", "4", "b"], for: command)
    #expect(arguments.operands == ["a", "b"])
    #expect(try arguments.integer("--jobs", in: 1...64) == 4)
    #expect(arguments.allValues("--jobs") == ["3", "4"])
    #expect(arguments.has("--json"))
  }

  @Test("after -- everything is an operand, and a lone - is one too")
  func separator() throws {
    #expect(try Arguments(["-", "--", "--json"][1...], for: command).operands == ["--json"])
    #expect(try Arguments(["-"], for: command).operands == ["-"])
  }

  @Test(
    "a mistake says what was expected",
    arguments: [
      (["--jbos", "3"], "hoso work has no option --jbos; did you mean --jobs?"),
      (["--jobs"], "--jobs needs a value: --jobs N"),
      (["--json=yes"], "--json takes no value"),
      (["a", "b", "c"], "hoso work takes FILE…, not 3 operands"),
    ])
  func mistakes(words: [String], message: String) {
    #expect(throws: UsageError.self) { try Arguments(words, for: command) }
    do {
      _ = try Arguments(words, for: command)
    } catch {
      #expect(error.message == message)
    }
  }

  @Test("a number out of its range is refused", arguments: ["0", "65", "x", ""])
  func range(value: String) throws {
    let arguments = try Arguments(["--jobs", value], for: command)
    #expect(throws: UsageError.self) { try arguments.integer("--jobs", in: 1...64) }
  }
}
