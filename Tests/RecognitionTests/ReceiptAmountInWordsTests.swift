import Recognition
import Testing

@Suite("Amounts in words")
struct ReceiptAmountInWordsTests {
  @Test(
    "number words of both halves of the country make the same number",
    arguments: [
      ("Mười sáu nghìn đồng", 16_000), ("Một trăm mười sáu nghìn đồng chẵn", 116_000),
      ("Hai trăm linh năm ngàn đồng", 205_000), ("Hai trăm lẻ năm nghìn đồng./.", 205_000),
      ("Một triệu bốn trăm hai mươi bốn nghìn đồng", 1_424_000), ("Hai mươi mốt nghìn", 21_000),
      ("Ba mươi tư nghìn đồng", 34_000), ("Bốn mươi lăm nghìn đồng", 45_000), ("Hai nhăm nghìn đồng", 25_000),
      ("Một triệu rưỡi", 1_500_000), ("Hai tỷ không trăm linh ba triệu đồng", 2_003_000_000),
      ("Một nghìn hai trăm tỉ đồng", 1_200_000_000_000), ("Một triệu không trăm năm mươi nghìn đồng", 1_050_000),
      ("Mười lăm đồng", 15), ("Ba trăm nghìn năm trăm đồng", 300_500), ("KHÔNG ĐỒNG", 0),
    ])
  func parses(text: String, value: Int) {
    #expect(AmountInWords(text)?.value == Int64(value))
    #expect(AmountInWords(text)?.corrections == 0)
  }

  @Test(
    "a misread letter is put right and counted",
    arguments: [("Một trăn mười sáu nghìn đồng", 116_000), ("Hai triêụ nghìm", nil)])
  func corrects(text: String, value: Int?) {
    #expect(AmountInWords(text)?.value == value.map(Int64.init))
    if value != nil { #expect(AmountInWords(text)?.corrections == 1) }
  }

  @Test(
    "what is no single number is refused",
    arguments: [
      "", "đồng", "Chuyển khoản", "Một hai ba bốn", "trăm nghìn", "Hai trăm trăm nghìn",
      "Một trăm hai nghìn triệu tỷ lẻ",
      "Nguyễn Văn Ba", "mười mười nghìn", "năm nghìn triệu",
    ])
  func refuses(text: String) {
    #expect(AmountInWords(text) == nil)
  }
}
