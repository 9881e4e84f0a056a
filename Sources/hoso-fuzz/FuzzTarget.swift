import Dossiers
import Media
import Pipeline
import Reception
import Recognition
import Stages

/// Something that we parse ourselves, and what must hold of whatever comes in. A trap or a failed promise is a finding.
struct FuzzTarget: Sendable {
  let name: String
  let run: @Sendable (UnsafeRawBufferPointer) -> Void

  static let all = [
    FuzzTarget(name: "pipeline", run: pipeline), FuzzTarget(name: "json", run: json),
    FuzzTarget(name: "card-qr", run: cardQR), FuzzTarget(name: "mrz", run: mrz),
    FuzzTarget(name: "vietqr", run: vietQR), FuzzTarget(name: "exif") { _ = Exif($0) },
    FuzzTarget(name: "multipart", run: MultipartFuzzing.run), FuzzTarget(name: "manifest", run: manifest),
    FuzzTarget(name: "picture-header", run: pictureHeader), FuzzTarget(name: "host-answer", run: hostAnswer),
  ]

  private static func pipeline(_ bytes: UnsafeRawBufferPointer) {
    do {
      let plan = try PlanReader.read(Array(bytes), catalogue: StageCatalogue.builtIn)
      let again = try? Plan(canonicalJSON: plan.canonicalJSON)
      precondition(again?.id == plan.id, "a plan is not what its canonical form says")
    } catch {
      let lines = bytes.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
      precondition(!error.faults.isEmpty, "a refusal without a reason")
      precondition(
        error.faults.allSatisfy { (1...lines).contains($0.line) && $0.column >= 1 }, "a fault outside of the text")
    }
  }

  private static func json(_ bytes: UnsafeRawBufferPointer) {
    guard let value = try? JSONReader.value(Array(bytes)) else { return }
    let again = try? JSONReader.value(Array(value.canonical.utf8))
    precondition(again?.canonical == value.canonical, "canonical JSON reads differently")
  }

  private static func cardQR(_ bytes: UnsafeRawBufferPointer) {
    guard let text = String(validating: bytes, as: UTF8.self), let card = CardQR(text) else { return }
    precondition(card == CardQR(text), "the same text reads differently")
  }

  private static func mrz(_ bytes: UnsafeRawBufferPointer) {
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).prefix(4).map(String.init)
    _ = MRZParser.parse(lines)
  }

  private static func vietQR(_ bytes: UnsafeRawBufferPointer) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    _ = try? VietQR(text)
  }

  private static func pictureHeader(_ bytes: UnsafeRawBufferPointer) {
    for filter in ["JPXDecode", "JBIG2Decode"] {
      let size = EmbeddedPictureHeader.size(of: bytes, filter: filter)
      precondition(size.map { $0.width >= 0 && $0.height >= 0 } ?? true, "a size below nothing")
    }
  }

  /// What the worker and its commands reckon with must bear reckoning.
  private static func hostAnswer(_ bytes: UnsafeRawBufferPointer) {
    switch try? HostFrame(header: Array(bytes)).answer() {
    case .progress(let page): precondition((1...Int(Int32.max)).contains(page), "a page that no document has")
    case .result(let result):
      let fields = result.parts.flatMap(\.fields.values)
      precondition(fields.allSatisfy { (0...100).contains(Int($0.confidence * 100)) }, "a confidence that is none")
      let surfaces = fields.compactMap(\.box).map { $0.width * $0.height }
      precondition(surfaces.allSatisfy { $0 <= 1 << 50 }, "a box larger than any page")
      precondition(result.facts.document["pages"]?.integer ?? 0 <= 20_000, "more pages than any document has")
      _ = PageRanges.text(result.parts.flatMap(\.pages))
    case .ready, .done, .printed, .failed, nil: break
    }
  }

  private static func manifest(_ bytes: UnsafeRawBufferPointer) {
    let read = ImportManifest(Array(bytes))
    precondition(
      read.entries.allSatisfy { $0.line >= 1 && !$0.name.isEmpty }, "an entry that stands nowhere or is called nothing")
  }
}
