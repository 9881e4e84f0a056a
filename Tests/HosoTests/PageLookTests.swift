import Foundation
import HTTPClient
import TestTools
import Testing

/// The pages for citizens, as a real browser lays them out.
@Suite("Pages in a browser", .serialized, .enabled(if: Tool.isInstalled("chromium"), "chromium is not installed"))
struct PageLookTests {
  /// Says what the browser made of the page, in attributes of its root: the page's width against the window's, and the
  /// least contrast of any text with what is behind it (WCAG 2.2, 1.4.3).
  private static let probe = """
    <script>
    (function () {
      function channels(text) { return (text.match(/[\\d.]+/g) || []).map(Number); }
      function light(c) {
        var v = c.slice(0, 3).map(function (x) {
          x /= 255; return x <= 0.04045 ? x / 12.92 : Math.pow((x + 0.055) / 1.055, 2.4); });
        return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2];
      }
      function behind(element) {
        for (; element; element = element.parentElement) {
          var c = channels(getComputedStyle(element).backgroundColor);
          if (c.length === 3 || c[3] > 0) return c;
        }
        return [255, 255, 255];
      }
      var least = 21, where = "";
      document.querySelectorAll("body *").forEach(function (element) {
        var hasText = Array.from(element.childNodes).some(function (n) {
          return n.nodeType === 3 && n.textContent.trim(); });
        if (!hasText || !element.offsetParent || element.tagName === "SCRIPT") return;
        var a = light(channels(getComputedStyle(element).color)), b = light(behind(element));
        var ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < least) { least = ratio; where = element.tagName; }
      });
      var root = document.documentElement;
      var small = Array.from(document.querySelectorAll("button, input:not([type=hidden]), select, a.button"))
        .filter(function (e) { return e.offsetParent && e.getBoundingClientRect().height < 44; }).length;
      root.setAttribute("data-probe", [root.scrollWidth, window.innerWidth, least.toFixed(2), where, small].join("|"));
    })();
    </script>
    """

  @Test(
    "no page scrolls sideways, all text stands out, and fingers find every button: phones and desks, both languages",
    .timeLimit(.minutes(10)))
  func layout() throws {
    let home = try TemporaryHome()
    let plan = """
      {"pipeline":"pages","stages":[
        {"id":"validate","uses":"validate-file"},{"id":"receipt","uses":"issue-receipt","with":{"agency":"H26.1"}},
        {"id":"bundle","uses":"bundle-dossier"},{"id":"hand-off","uses":"hand-off"}]}
      """
    _ = try home.write("pipeline.json", Data(plan.utf8))
    for name in ["procedures.json", "calendar.json"] {
      try FileManager.default.copyItem(atPath: Program.root + "/samples/" + name, toPath: home.path + "/" + name)
    }
    let good = try home.write("in/don.pdf", SmallPDF.bytes(lines: ["DON DE NGHI"]))
    let bad = try home.write("in/hong.pdf", Data("nothing".utf8))
    var ids: [String] = []
    for file in [good, bad] {
      let enqueued = try Program.hoso("enqueue", file, home: home.path)
      ids.append(String(enqueued.output.split(separator: "\n").last ?? ""))
    }
    _ = try Program.hoso("work", "--until-idle", "--jobs", "1", home: home.path)
    let office = try LiveOffice(home: home.path)
    let style = String(decoding: try office.get("/hoso.css").body, as: UTF8.self)
    let paths = ["/", "/nop-ho-so", "/t/\(ids[0])", "/t/\(ids[1])", "/tra-cuu?code=H26.1-261122-9999"]
    for path in paths {
      for language in ["vi", "en"] {
        let answer = try office.get(path + (path.contains("?") ? "&" : "?") + "lang=\(language)")
        let page = String(decoding: answer.body, as: UTF8.self)
        // The page without its own script: what it looks like to whoever has none.
        let plain = page.replacing("<link rel=\"stylesheet\" href=\"/hoso.css\">", with: "<style>\(style)</style>")
          .replacing("<script src=\"/hoso.js\" defer></script>", with: "")
          .replacing("</body>", with: "\(Self.probe)</body>")
        #expect(plain.contains("<style>") && !plain.contains("hoso.js"))
        let file = try home.write("page.html", Data(plain.utf8))
        for width in [320, 390, 1280] {
          let seen = try look(at: file, width: width, home)
          let said = "\(path) \(language) at \(width): \(seen)"
          let parts = seen.split(separator: "|", omittingEmptySubsequences: false)
          try #require(parts.count == 5, "\(said)")
          #expect((Int(parts[0]) ?? .max) <= (Int(parts[1]) ?? 0), "\(said)")
          #expect((Double(parts[2]) ?? 0) >= 4.5, "\(said)")
          #expect(parts[4] == "0", "\(said)")
        }
      }
    }
  }

  /// What the probe found in a window of that width.
  private func look(at file: String, width: Int, _ home: TemporaryHome) throws -> String {
    let dom = try Tool.run(
      "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
      "--user-data-dir=\(home.path)/chromium", "--window-size=\(width),900", "--dump-dom", "file://\(file)")
    let text = try #require(dom, "chromium failed")
    let start = try #require(text.firstRange(of: "data-probe=\""))
    return String(text[start.upperBound...].prefix { $0 != "\"" })
  }
}
