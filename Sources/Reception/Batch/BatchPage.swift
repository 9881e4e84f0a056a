import Dossiers
import Files
import Foundation
import Markup
public import Storage
public import Worker
public import Workflow

/// The part of an import's report that people look at: one page without anything outside of it, with a small picture
/// of each thing that needs a look. Written as it comes, so that a batch may be of any size.
public final class BatchPage {
  /// Pictures beyond these would make a page that no browser likes; what follows is listed without.
  private static let mostPictures = 500

  private let file: ReportFile
  private let store: any WorkflowStore
  private let files: any FileStore
  private let desk: FileDesk?
  private var pictures = 0
  private var count = 0

  /// `desk` draws the pictures; nil leaves them out.
  public init(
    _ path: String, title: String, store: any WorkflowStore, files: any FileStore, desk: FileDesk?
  ) throws {
    file = try ReportFile(path)
    self.store = store
    self.files = files
    self.desk = desk
    try put(
      """
      <!doctype html>
      <html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>\(title)</title><style>
      body{font:16px/1.45 system-ui,sans-serif;max-width:60rem;margin:1.5rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
      h1{font-size:1.4rem}article{display:flex;gap:1rem;border-top:1px solid #ccc;padding:.9rem 0}
      article img{max-width:12rem;max-height:14rem;border:1px solid #bbb}h2{font-size:1.05rem;margin:0 0 .3rem}
      .no-picture{width:12rem;color:#666}ul{margin:.3rem 0;padding-left:1.2rem}.en{color:#555}pre{white-space:pre-wrap}
      @media(max-width:40rem){article{flex-direction:column}}
      </style></head><body><h1>\(title)</h1>
      <p>Những gì cần người xem lại. <span class="en">What needs a look.</span></p>

      """)
  }

  /// Adds what a person must look at.
  func add(_ outcome: BatchOutcome, dossier: Dossier?, problems: [StoredProblem]) throws {
    count += 1
    var lines = problems.map { Self.line($0.problem.message, page: $0.problem.page) }
    lines += outcome.remarks.map { Self.line($0.message, page: nil) }
    if !outcome.message.isEmpty { lines.append("<li>\(outcome.message)</li>") }
    let state =
      dossier.map { " · \($0.code ?? $0.id.rawValue) · \($0.state.rawValue)" } ?? " · \(outcome.kind.rawValue)"
    let origin: HTML = outcome.stack.map { "<p>\($0), trang \(PageRanges.text(outcome.pages))</p>" } ?? ""
    try put(
      """
      <article><div>\(try picture(outcome, dossier: dossier, problems: problems))</div><div>
      <h2>\((outcome.name.isEmpty ? "CSV" : outcome.name) + state)</h2>\(origin)<ul>\(lines)</ul></div></article>

      """)
  }

  func finish(_ summary: BatchReport.Summary) throws {
    if count == 0 { try put("<p>Không có gì. <span class=\"en\">Nothing.</span></p>\n") }
    try put("<pre>\(summary.text)</pre></body></html>\n")
    try file.finish()
  }

  private func picture(_ outcome: BatchOutcome, dossier: Dossier?, problems: [StoredProblem]) throws -> HTML {
    let none: HTML = "<div class=\"no-picture\">(không có ảnh)</div>"
    guard let desk, pictures < Self.mostPictures else { return none }
    var place: (sha256: String, name: String, page: Int)?
    if let dossier {
      let documents = try store.documents(of: dossier.id)
      // The one that something is said about.
      let named = problems.lazy.compactMap { problem in documents.first { $0.id == problem.document } }.first
      place = (named ?? documents.first).map { document in
        (document.sha256, document.name, problems.first { $0.document == document.id }?.problem.page ?? 1)
      }
    } else if let sha256 = outcome.sha256 {
      place = (sha256, outcome.name, outcome.remarks.first?.page ?? 1)
    }
    guard let place else { return none }
    do {
      let drawn = try desk.thumbnail(of: try files.open(place.sha256), name: place.name, page: place.page)
      guard let drawn else { return none }
      pictures += 1
      let data = Data(drawn).base64EncodedString()
      return "<img alt=\"\(place.name)\" src=\"data:image/jpeg;base64,\(data)\">"
    } catch is FileDesk.Stopped {
      return none
    } catch is FileDesk.Trouble {
      // The file that needs a look may be the very one that cannot be drawn.
      return none
    }
  }

  private static func line(_ text: BilingualText, page: Int?) -> HTML {
    let place = page.map { "trang \($0): " } ?? ""
    return "<li>\(place + text.vi)<br><span class=\"en\">\(text.en)</span></li>"
  }

  private func put(_ html: HTML) throws {
    try file.write(html.text)
  }
}
