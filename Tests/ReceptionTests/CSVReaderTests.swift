import Reception
import Testing

@Suite("Reading manifests")
struct CSVReaderTests {
  @Test(
    "rows are read as spreadsheets write them",
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("\u{FEFF}a;b\r\n1;2\r\n", [["a", "b"], ["1", "2"]]),
      ("a\tb\n1\t2", [["a", "b"], ["1", "2"]]),
      ("a,b\n\"x, \"\"y\"\"\",\"hai\ndòng\"\n", [["a", "b"], ["x, \"y\"", "hai\ndòng"]]),
      ("a,b\n\n,\n1,\n", [["a", "b"], ["1", ""]]),
      ("sep=;\r\na;b\r\n1,5;2\r\n", [["a", "b"], ["1,5", "2"]]), ("SEP=\t\na\tb;c\n", [["a", "b;c"]]),
      ("", []),
    ])
  func rows(text: String, expected: [[String]]) {
    #expect(CSVReader(text.utf8).rows.map(\.cells) == expected)
  }

  @Test("a row knows the line it begins on, also after a cell of several lines")
  func lines() {
    #expect(CSVReader("a,b\n\"1\n2\",x\n3,y\n".utf8).rows.map(\.line) == [1, 2, 4])
  }

  @Test("UTF-16 with its mark is read, in both orders of bytes", arguments: [true, false])
  func utf16(isLittle: Bool) {
    let units = Array("\u{FEFF}a\tb\r\nNguyễn\t𝒙\r\n".utf16)
    let bytes = units.flatMap { unit in
      isLittle
        ? [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)]
    }
    #expect(CSVReader(bytes).rows.map(\.cells) == [["a", "b"], ["Nguyễn", "𝒙"]])
    #expect(CSVReader(bytes.dropLast()).rows.count == 2)
  }

  @Test("after a line that names the separator, rows still know their lines")
  func namedSeparatorLines() {
    #expect(CSVReader("sep=;\na;b\n1;2\n".utf8).rows.map(\.line) == [2, 3])
  }

  @Test(
    "whatever a cell holds, it is one cell of one row when it is read again",
    arguments: [
      "HS\n01", "HS\r\n01", "HS\r", "HS\"\u{200D}02,x", "\"\u{301}", ",\u{301}", "\n\u{301}", "a\"b", "; \t", "",
    ])
  func written(cell: String) {
    let row = CSVRow.text(["x", cell, "y"])
    #expect(CSVReader(("a,b,c\r\n" + row).utf8).rows.map(\.cells) == [["a", "b", "c"], ["x", cell, "y"]])
  }

  @Test("no cell is a formula", arguments: ["=1+1", "+1", "-1", "@x", "=\u{301}1", "\t=1", "\r=1"])
  func formulas(cell: String) {
    let text = CSVRow.text([cell])
    #expect(text.unicodeScalars.first == "'" || text.unicodeScalars.starts(with: "\"'".unicodeScalars))
  }

  @Test("an open quote is reported with its line, and the rows before it are kept")
  func openQuote() {
    let table = CSVReader("a,b\n1,2\n\"3,4\n5,6\n".utf8)
    #expect(table.rows.map(\.cells) == [["a", "b"], ["1", "2"]])
    #expect(table.mistakes.map(\.line) == [3])
  }

  @Test("every bad row is reported with its line, and the good rows go on")
  func manifest() {
    let text = """
      dossier;file;procedure;sender
      HS1;a.jpg;1.004222;Nguyễn Thị Mẫu
      ;b.jpg;;
      HS1;c.jpg;;
      HS1;d.jpg;2.000815;
      HS2;e.jpg;;;;thừa
      HS3;f.jpg
      """
    let manifest = ImportManifest(text.utf8)
    #expect(manifest.entries.map(\.name) == ["HS1", "HS3"])
    #expect(manifest.entries[0].files.map(\.name) == ["a.jpg", "c.jpg", "d.jpg"])
    #expect(manifest.entries[0].values == ["procedure": "1.004222", "sender": "Nguyễn Thị Mẫu"])
    #expect(manifest.mistakes.map(\.line) == [3, 5, 6])
  }

  @Test("an unknown column and a missing one are both named")
  func columns() {
    let manifest = ImportManifest("dossier,flie\nx,y\n".utf8)
    #expect(manifest.entries.isEmpty)
    #expect(manifest.mistakes.count == 2)
    #expect(manifest.mistakes[0].message.contains("flie"))
    #expect(manifest.mistakes[1].message.contains("“file”"))
  }
}
