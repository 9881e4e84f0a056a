import Foundation
import Glibc
import Testing

@Suite("metrics", .serialized)
struct MetricsTests {
  /// A port that was free a moment ago.
  private func freePort() throws -> UInt16 {
    let raw = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(raw) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    try withUnsafeMutablePointer(to: &address) { pointer in
      try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
        try #require(bind(raw, plain, length) == 0)
        try #require(getsockname(raw, plain, &length) == 0)
      }
    }
    return UInt16(bigEndian: address.sin_port)
  }

  private func fetch(_ url: String) -> String? {
    let ended = try? Program.run(
      "/usr/bin/python3",
      [
        "-c", "import sys, urllib.request as u; print(u.urlopen(sys.argv[1], timeout=5).read().decode(), end='')", url,
      ])
    return ended?.status == 0 ? ended?.output : nil
  }

  @Test("a worker tells Prometheus what is queued and what its stages did")
  func page() throws {
    let home = try TemporaryHome()
    _ = try home.write(
      "pipeline.json",
      Data(
        """
        { "pipeline": "metrics", "stages": [
          { "id": "validate", "uses": "validate-file" }, { "id": "hand-off", "uses": "hand-off" } ] }
        """.utf8))
    let file = try home.write("in/don.pdf", SmallPDF.bytes(lines: ["DON"]))
    let enqueued = try Program.hoso("enqueue", file, home: home.path)
    try #require(enqueued.status == 0, "\(enqueued.errors)")
    let port = try freePort()
    let worker = try Program.start(
      ["work", "--home", home.path, "--jobs", "1", "--metrics", "127.0.0.1:\(port)"], log: home.path + "/log")
    defer { worker.terminate() }
    var page = ""
    for _ in 0..<300 {
      page = fetch("http://127.0.0.1:\(port)/metrics") ?? ""
      if page.contains("hoso_dossiers{state=\"handed-off\"} 1") { break }
      usleep(200_000)
    }
    for line in [
      "hoso_dossiers{state=\"handed-off\"} 1", "hoso_tasks{state=\"done\"} 2", "hoso_workers 1",
      "hoso_queue_oldest_seconds 0", "hoso_stage_runs_total{stage=\"validate\",outcome=\"done\"} 1",
      "hoso_stage_duration_seconds_bucket{stage=\"validate\",le=\"+Inf\"} 1",
      "hoso_stage_duration_seconds_count{stage=\"validate\"} 1", "hoso_pages_total 1", "hoso_strikes_total 0",
      "hoso_leases_lost_total 0", "hoso_storage_errors_total{code=\"none\"} 0",
    ] {
      #expect(page.contains(line + "\n"), "\(line) is not in:\n\(page)")
    }
    #expect(fetch("http://127.0.0.1:\(port)/other") == nil)
    let names = page.split(separator: "\n").filter { $0.hasPrefix("# TYPE ") }.map { $0.split(separator: " ")[2] }
    #expect(Set(names).count == names.count, "a family comes twice")
  }

  @Test("an address that cannot be listened at is a mistake of the command line")
  func badAddress() throws {
    let home = try TemporaryHome()
    #expect(try Program.hoso("work", "--until-idle", "--metrics", "here", home: home.path).status == 2)
  }
}
