import Console
import Synchronization
import Testing

@Suite("The progress bar")
struct ProgressBarTests {
  @Test("it tells share, count, rate and time left")
  func line() {
    let now = TestClock()
    let bar = ProgressBar(title: "import", total: 1000, clock: { now.seconds })
    now.advance(by: 40)
    bar.advance(by: 500)
    #expect(bar.line(columns: 80).hasSuffix("]  50 %  500/1000  12.5/s  0:40 left"))
    #expect(bar.line(columns: 80).hasPrefix("import [###"))
  }

  @Test("it never grows wider than the terminal", arguments: [20, 40, 79, 200])
  func width(columns: Int) {
    let bar = ProgressBar(title: "import", total: 10, clock: { 0 })
    bar.advance(by: 3, note: String(repeating: "x", count: 100))
    #expect(bar.line(columns: columns).count < columns || columns == 20)
  }
}

private final class TestClock: Sendable {
  private let value = Mutex(0.0)
  var seconds: Double { value.withLock { $0 } }
  func advance(by seconds: Double) { value.withLock { $0 += seconds } }
}
