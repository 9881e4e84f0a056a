import Dossiers
import Recognition
import Testing

@Suite("Several readings of one receipt") struct ReceiptConsensusTests {
  private func reading(_ values: [FieldName: String], _ confidence: Double = 0.6) -> ReceiptReading {
    ReceiptReading(
      fields: values.mapValues { Field(value: .string($0), confidence: confidence, source: .ocr, page: 1) })
  }

  @Test("a name that each reading errs in at another place comes out right")
  func letters() {
    let readings = ["Quách Báo Nghĩa", "Quách Bảo Nghia", "Quách Bảo Nghĩa Tr", "Qụách Bảo Nghĩa"].map {
      reading([.payer: $0])
    }
    let payer = ReceiptConsensus(readings: readings).reading.fields[.payer]
    #expect(payer?.value == "Quách Bảo Nghĩa")
    #expect((payer?.confidence ?? 1) < 0.9, "nobody read it so")
    #expect(payer?.verified == false)
  }

  @Test("a code that each reading errs in at another place comes out right, and unsure")
  func places() {
    let readings = ["7619883", "7679883", "7619833", "1619883", "76198"].map { reading([.number: $0], 0.5) }
    let mended = ReceiptConsensus(readings: readings.dropFirst() + []).reading.fields[.number]
    #expect(mended?.value == "7619883")
    #expect((mended?.confidence ?? 1) < 0.8, "nobody read it so")
  }

  @Test("of two values the surer one wins, and its rival costs it confidence")
  func dispute() {
    let readings = [reading([.number: "7619883"], 0.7), reading([.number: "7619833"], 0.4)]
    let number = ReceiptConsensus(readings: readings).reading.fields[.number]
    #expect(number?.value == "7619883")
    #expect((number?.confidence ?? 1) < 0.9)
  }

  @Test("a value that one reading proves is kept against any number of others")
  func proof() {
    let proven = ReceiptReading(fields: [
      .total: Field(value: 154_000, confidence: 0.999, source: .ocr, verified: true, page: 1)
    ])
    let other = ReceiptReading(fields: [.total: Field(value: 164_000, confidence: 0.97, source: .ocr, page: 1)])
    let total = ReceiptConsensus(readings: [other, other, proven]).reading.fields[.total]
    #expect(total?.value == 154_000)
    #expect(total?.verified == true)
  }

  @Test("agreement of readings alone verifies nothing")
  func echoes() {
    let readings = (0..<4).map { _ in reading([.symbol: "K22TEA"], 0.95) }
    let symbol = ReceiptConsensus(readings: readings).reading.fields[.symbol]
    #expect(symbol?.verified == false)
    #expect((symbol?.confidence ?? 1) < 0.98)
  }
}
