import Console
import Testing

@Test("a table aligns its columns, counts Vietnamese letters as one cell, and keeps lines of a cell together")
func tableAligns() {
  var table = Table("CODE", "NAME")
  table.add("1", "Nguyễn")
  table.add("22\n23", "B")
  #expect(
    table.text(for: Terminal(descriptor: -1)) == """
      CODE  NAME
      1     Nguyễn
      22    B
      23
      """)
}
