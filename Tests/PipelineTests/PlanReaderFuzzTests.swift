import Dossiers
import Pipeline
import Stages
import Testing

@Suite struct PlanReaderFuzzTests {
  @Test("a damaged pipeline.json makes a plan or at least one fault in its text, never a crash", arguments: 0..<20)
  func damaged(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func random(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let whole = Array(DefaultPipeline.json.utf8)
    for _ in 0..<25 {
      var bytes = whole
      for _ in 0...random(4) {
        let place = random(bytes.count)
        switch random(4) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8(random(256))
        case 2: bytes.insert(contentsOf: whole[random(whole.count)...].prefix(random(40)), at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + random(60)))
        }
        if bytes.isEmpty { bytes = [UInt8(ascii: "{")] }
      }
      do {
        let plan = try PlanReader.read(bytes, catalogue: StageCatalogue.builtIn)
        #expect(throws: Never.self) { try Plan(canonicalJSON: plan.canonicalJSON) }
      } catch {
        let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
        #expect(!error.faults.isEmpty)
        #expect(error.faults.allSatisfy { (1...lines).contains($0.line) && $0.column >= 1 })
      }
    }
  }
}
