import Dossiers
import Foundation
import Testing

@Suite struct JSONReaderTests {
  @Test(
    "what RFC 8259 allows is read",
    arguments: [
      ("null", JSONValue.null), (" true\n", true), ("[]", []), ("{}", [:]), ("-0", 0), ("12", 12),
      ("0.5", .number(0.5)), ("1e3", .number(1000)), ("-1.5E-2", .number(-0.015)),
      ("9223372036854775807", 9_223_372_036_854_775_807), ("9223372036854775808", .number(9_223_372_036_854_775_808)),
      (#""""#, ""), (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{C}\n\r\tz"), (#""\u0110\u1EA1i""#, "Đại"),
      (#""\ud83d\ude00""#, "😀"), ("\"hồ sơ\"", "hồ sơ"), ("\u{FEFF}1", 1),
      ("{\"a\":[1,{\"b\":null}]}", ["a": [1, ["b": nil]]]), ("\r\n[ 1 ,\t2 ]\r\n", [1, 2]),
      ("0.12345678901234567890123456789012345678901234567890", .number(0.12345678901234568)),
    ] as [(String, JSONValue)])
  func good(text: String, value: JSONValue) throws {
    #expect(try JSONReader.value(Array(text.utf8)) == value)
  }

  @Test(
    "what RFC 8259 forbids is a fault in its place",
    arguments: [
      ("", "1:1: the file is empty; expected a JSON value"),
      ("  \n ", "2:2: the file is empty; expected a JSON value"),
      ("1 2", "1:3: something follows the end of the document; expected the end of the file"),
      ("[1,]", "1:3: a comma before the end of a list"),
      ("{\"a\":1,}", "1:7: a comma before the end of an object"),
      ("[1 2]", "1:4: a comma is missing before this value; expected \",\" or \"]\""),
      ("{\"a\":1\n\"b\":2}", "2:1: a comma is missing before this key; expected \",\" or \"}\""),
      ("[,1]", "1:2: a comma without a value before it; expected a value"),
      ("{\"a\" 1}", "1:2: no value follows this key; expected \":\" and a value"),
      ("{\"a\":}", "1:2: no value follows this key; expected a value"),
      ("{a:1}", "1:2: the key a has no quotes; expected \"a\""),
      ("{'a':1}", "1:2: a string in single quotes; expected double quotes"),
      ("{\"a\"=1}", "1:5: \"=\" after a key; expected \":\""),
      ("{\"a\":1,\"a\":2}", "1:8: the key \"a\" stands twice in this object, first at 1:2"),
      ("[01]", "1:2: 01 is not a JSON number; expected digits such as 12 or 0.9, without leading zeros"),
      ("[.5]", "1:2: .5 is not a JSON value; expected \".5\""),
      ("[1.]", "1:2: 1. is not a JSON number; expected digits such as 12 or 0.9, without leading zeros"),
      ("[-]", "1:2: - is not a JSON number; expected digits such as 12 or 0.9, without leading zeros"),
      ("[+1]", "1:2: +1 is not a JSON value; expected \"+1\""),
      ("[1e400]", "1:2: the number 1e400 is too large to hold"),
      ("[True]", "1:2: True is not a JSON value; expected true"),
      ("[None]", "1:2: None is not a JSON value; expected null"),
      ("[NaN]", "1:2: NaN is not a JSON value; expected \"NaN\""),
      ("// hi\n1", "1:1: JSON has no comments"), ("1 /* hi */", "1:3: JSON has no comments"),
      ("# hi\n1", "1:1: JSON has no comments"),
      ("[\"abc]", "1:2: this string is never closed; expected a closing quote"),
      ("[1", "1:1: this list is never closed; expected \"]\""),
      ("{\"a\":1", "1:1: this object is never closed; expected \"}\""),
      ("{\"a\":[1}", "1:8: \"}\" where a list ends; expected \"]\""),
      ("\"a\tb\"", "1:3: a control character in a string; expected \\t"),
      (
        "\"\\x41\"",
        #"1:2: an escape that JSON does not have; expected one of \" \\ \/ \b \f \n \r \t or \u with four hexadecimal digits"#
      ),
      (
        "\"\\ud800\"",
        #"1:2: an escape that JSON does not have; expected one of \" \\ \/ \b \f \n \r \t or \u with four hexadecimal digits"#
      ),
      ("{1:2}", "1:2: the key 1 has no quotes; expected \"1\""),
    ])
  func bad(text: String, complaint: String) {
    let (_, faults) = JSONReader.read(Array(text.utf8))
    #expect(faults.first?.description == complaint, "\(faults)")
    #expect(throws: JSONFaults.self) { try JSONReader.value(Array(text.utf8)) }
  }

  @Test("columns count characters, not bytes, whatever their form")
  func columns() {
    let composed = "{ \"hồ sơ\": x }"
    let decomposed = composed.decomposedStringWithCanonicalMapping
    #expect(Array(decomposed.utf8).count > Array(composed.utf8).count)
    for text in [composed, decomposed, "\u{FEFF}" + composed] {
      #expect(JSONReader.read(Array(text.utf8)).faults.map(\.position) == [TextPosition(line: 1, column: 12)])
    }
  }

  @Test("every key and value knows where it stands, under either kind of line end", arguments: ["\n", "\r\n"])
  func positions(end: String) throws {
    let text = ["{", "  \"a\": [true,", "    \"x\"],", "\"b\":1}"].joined(separator: end)
    let root = try #require(JSONReader.read(Array(text.utf8)).root)
    guard case .object(let members) = root.content, case .array(let elements) = members[0].value.content else {
      Issue.record("an object with a list was not read as one")
      return
    }
    #expect(root.position.description == "1:1")
    #expect(members.map(\.keyPosition.description) == ["2:3", "4:1"])
    #expect(elements.map(\.position.description) == ["2:9", "3:5"])
    #expect(members[1].value.position.description == "4:5")
  }

  @Test("after a fault the rest of the file is still read")
  func recovery() {
    let text = #"{ "a": tru, "b": [1 2,], c: 3, "d": 'x', "e": 5 }"#
    let (root, faults) = JSONReader.read(Array(text.utf8))
    #expect(faults.map(\.column) == [8, 21, 22, 26, 37])
    #expect(root?.plain == ["a": nil, "b": [1, 2], "c": 3, "d": "x", "e": 5])
  }

  @Test("nesting is limited, and a hostile depth neither crashes nor hides what follows")
  func depth() {
    let deep = String(repeating: "[", count: 200_000)
    #expect(JSONReader.read(Array(deep.utf8)).faults.first?.message == "nested too deeply")
    let limited = "[" + String(repeating: "[", count: 70) + String(repeating: "]", count: 70) + ", 7 8]"
    let faults = JSONReader.read(Array(limited.utf8)).faults
    #expect(faults.map(\.message) == ["nested too deeply", "a comma is missing before this value"])
    #expect(
      JSONReader.read(Array((String(repeating: "[", count: 64) + String(repeating: "]", count: 64)).utf8)).faults
        .isEmpty)
  }

  @Test("any bytes end in an answer, quickly", arguments: 0..<40)
  func fuzz(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let pieces: [[UInt8]] =
      [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "'", "1", "-", "e", ".", "true", "nul", "\n", "\r", "/*", "//", "#",
        "\\u",
        "\\ud8", "\"a\":", "{\"a\":[", " ", "\t", "=", "ồ",
      ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE1, 0xBB], [0], [0xEF, 0xBB, 0xBF]]
    for _ in 0..<60 {
      let bytes = (0..<Int.random(in: 0..<120, using: &random)).flatMap { _ in
        pieces.randomElement(using: &random) ?? []
      }
      let (root, faults) = JSONReader.read(bytes)
      #expect(root != nil || !faults.isEmpty)
      // The reader and Foundation agree on what is JSON; Foundation lets some duplicates and commas pass.
      if faults.isEmpty {
        #expect(throws: Never.self) {
          try JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
        }
      }
    }
  }

  @Test("a long line full of faults costs no more than a long line")
  func time() {
    let bytes = Array(String(repeating: "\"ồ\" ", count: 100_000).utf8)
    let clock = ContinuousClock()
    let elapsed = clock.measure {
      let (_, faults) = JSONReader.read([UInt8(ascii: "[")] + bytes)
      #expect(faults.count == 50)
    }
    #expect(elapsed < .seconds(20))
  }

  @Test(
    "values print as RFC 8785 has them",
    arguments: [
      (JSONValue.number(333_333_333.33333329), "333333333.3333333"), (.number(1e30), "1e+30"), (.number(4.5), "4.5"),
      (.number(2e-3), "0.002"), (.number(0.000000000000000000000000001), "1e-27"), (.number(1e21), "1e+21"),
      (.number(123_456_789_012_345_683_968), "123456789012345680000"), (.number(-0.0), "0"), (.number(1), "1"),
      (.number(-1.5e-7), "-1.5e-7"), (.number(0.000001), "0.000001"), (.number(Double.leastNonzeroMagnitude), "5e-324"),
      (.integer(1_350_000), "1350000"), (.number(0.9), "0.9"), (.number(100), "100"),
      ("\u{20ac}$\u{F}\nA'B\"\\\\\"/", "\"\u{20ac}$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\""),
      (
        ["\u{20ac}": 1, "\r": 2, "\u{fb33}": 3, "1": 4, "\u{1f600}": 5, "\u{80}": 6, "\u{f6}": 7],
        "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"\u{f6}\":7,\"\u{20ac}\":1,\"\u{1f600}\":5,\"\u{fb33}\":3}"
      ),
      ([nil, true, .object([:]), .array([])], "[null,true,{},[]]"),
    ] as [(JSONValue, String)])
  func canonical(value: JSONValue, text: String) throws {
    #expect(value.canonical == text)
    #expect(try JSONReader.value(Array(value.canonical.utf8)).canonical == text)
    #expect(try JSONReader.value(Array(value.pretty.utf8)).canonical == text)
  }

  @Test(
    "the name that was meant is found, and nothing far away is",
    arguments: [
      ("read-txt", "read-text"), ("raed-text", "read-text"), ("READ-TEXT", "read-text"), ("hand-of", "hand-off"),
      ("handoff", "hand-off"), ("validate", nil), ("x", nil), ("", nil), ("exce", "exec"), ("abcd", nil),
    ] as [(String, String?)])
  func spelling(word: String, meant: String?) {
    #expect(
      Spelling.nearest(to: word, among: ["validate-file", "read-text", "read-barcodes", "hand-off", "exec"]) == meant)
  }

  @Test("JSON for a screen says the same in escapes")
  func displayable() throws {
    let text = "A\u{1B}[31m\u{9B}\u{202E}\"\\\n"
    let shown = JSONString.displayable(JSONString.quoted(text))
    #expect(shown == #""A\u001b[31m\u009b\u202e\"\\\n""#)
    #expect(try JSONReader.value(Array(shown.utf8)) == .string(text))
  }
}

/// A small generator with a seed, so that a failure can be seen again.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
