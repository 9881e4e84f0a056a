import CPosix
import Digests
import Dossiers
import Foundation
import HTTPClient
import Synchronization

/// `hoso-bench upload`: many clients hand dossiers in to a real `hoso serve` of its own, which may be killed on the
/// way; then every acknowledged one is looked for, and counted.
struct UploadBenchmark {
  private let program: String
  private let home: String
  private let count: Int
  private let clients: Int
  private let leastBytes: Int
  private let mostBytes: Int
  private let kills: Int
  /// Files that were acknowledged are removed above so many bytes: a bounded disk is enough for a long run.
  private let keepBytes: Int64

  init(_ arguments: inout Arguments) throws {
    count = try arguments.number("count", standard: 10_000)
    clients = try arguments.number("clients", standard: 50)
    leastBytes = try arguments.number("least-kb", standard: 1024) << 10
    mostBytes = max(leastBytes, try arguments.number("most-kb", standard: 5120) << 10)
    kills = try arguments.number("kills", standard: 0, least: 0)
    keepBytes = Int64(try arguments.number("keep-mb", standard: 2048)) << 20
    guard let program = try arguments.option("hoso"), let home = try arguments.option("home") else {
      throw UsageError(message: "upload needs --hoso PROGRAM and --home DIR, a folder that does not exist yet")
    }
    self.program = program
    self.home = home
    try arguments.end()
    guard !FileManager.default.fileExists(atPath: home) else {
      throw UsageError(message: "\(home) exists already")
    }
  }

  func run() throws {
    defer { try? FileManager.default.removeItem(atPath: home) }
    let server = try ServedHome(program: program, home: home)
    defer { server.stop() }
    let key = try server.key(scopes: "submit,read")
    try server.start()
    let tally = UploadTally(count: count)
    let trimmer = UploadTrimmer(home: home, keepBytes: keepBytes, tally: tally)
    let payload = UploadPayload(mostBytes: mostBytes)
    let start = monotonicNanoseconds()
    let threads = (0..<clients).map { _ in
      BenchThread { upload(payload, tally, to: server.address, key: key) }
    }
    let gauge = BenchThread { watch(server, tally, trimmer) }
    withExtendedLifetime(gauge) { for thread in threads { thread.join() } }
    let seconds = Double(monotonicNanoseconds() - start) / 1e9
    tally.end()
    gauge.join()
    if let failure = tally.failure { throw UsageError(message: failure) }
    report(tally, server, seconds)
    try check(tally, server, key)
  }

  private func upload(_ payload: UploadPayload, _ tally: UploadTally, to address: String, key: String) {
    let http = HTTPClient(limits: ClientLimits(totalSeconds: 120, connectSeconds: 5))
    while let number = tally.next() {
      let byteCount = leastBytes + Int(UInt64(number) &* 0x9E37_79B9_7F4A_7C15 >> 33) % (mostBytes - leastBytes + 1)
      let body = payload.body(number, byteCount: byteCount)
      var tries = 0
      while true {
        tries += 1
        let began = monotonicNanoseconds()
        body.rewind()
        let answer = try? http.send(
          OutgoingRequest(
            "POST", address + "/v1/dossiers",
            headers: [
              ("Authorization", "Bearer \(key)"), ("Idempotency-Key", "upload-\(number)"),
              ("Content-Type", "multipart/form-data; boundary=\(UploadPayload.boundary)"),
            ], body: .stream(body)))
        let milliseconds = Double(monotonicNanoseconds() - began) / 1e6
        if let answer, answer.status == 202, let id = Self.id(answer.body) {
          tally.acknowledged(
            number, id: id, sha256: body.sha256, bytes: byteCount, milliseconds: milliseconds, tries: tries)
          break
        }
        // Not reached, or busy: the same key again, as a client should. Anything else is a defect.
        if let answer, ![429, 500, 503].contains(answer.status) {
          tally.fail("upload \(number) was answered \(answer.status): \(String(decoding: answer.body, as: UTF8.self))")
          return
        }
        guard tries < 300 else {
          tally.fail("upload \(number) was not taken in \(tries) tries")
          return
        }
        usleep(200_000)
      }
    }
  }

  /// Kills the server when its time has come, keeps the disk within bounds, and looks at the server's memory.
  private func watch(_ server: ServedHome, _ tally: UploadTally, _ trimmer: UploadTrimmer) {
    var killed = 0
    while !tally.isOver {
      if killed < kills, tally.doneCount >= count * (killed + 1) / (kills + 1) {
        killed += 1
        do {
          try server.killAndRestart()
        } catch {
          tally.fail("the server did not come back: \(error)")
        }
      }
      tally.note(memory: server.memoryBytes)
      trimmer.trim()
      usleep(100_000)
    }
  }

  private func report(_ tally: UploadTally, _ server: ServedHome, _ seconds: Double) {
    let times = tally.milliseconds.sorted()
    func percentile(_ share: Double) -> String {
      let place = min(times.count - 1, Int(Double(times.count) * share))
      return times.isEmpty ? "–" : "\(Int(times[place].rounded())) ms"
    }
    let megabytes = Double(tally.bytes) / 1_048_576
    print(
      "\(tally.doneCount) uploads of \(leastBytes >> 10) to \(mostBytes >> 10) KB, \(clients) clients, \(kills) kills")
    print("p50 \(percentile(0.5)), p99 \(percentile(0.99)), longest \(percentile(1))")
    print("\(Int(megabytes / seconds)) MB/s, \(Int(Double(tally.doneCount) / seconds)) uploads/s, \(Int(seconds)) s")
    print("retries: \(tally.retries)")
    let memory = tally.memory.map { Int($0 >> 20) }
    if !memory.isEmpty {
      // In tenths of the run: what grows shows.
      let tenths = (0..<10).map { memory[$0 * memory.count / 10] }
      print(
        "server memory in MB, at each tenth: \(tenths.map(String.init).joined(separator: " ")); most \(memory.max() ?? 0)"
      )
    }
  }

  /// Every acknowledged dossier is there once, with the very file that was sent.
  private func check(_ tally: UploadTally, _ server: ServedHome, _ key: String) throws {
    let http = HTTPClient(limits: ClientLimits(responseBytes: 32 << 20, totalSeconds: 60))
    func get(_ path: String) throws -> JSONValue {
      let answer = try http.send(
        OutgoingRequest("GET", server.address + path, headers: [("Authorization", "Bearer \(key)")]))
      guard answer.status == 200 else { throw UsageError(message: "\(path) was answered \(answer.status)") }
      return try JSONDecoder().decode(JSONValue.self, from: Data(answer.body))
    }
    var present: [String: Int] = [:]
    var path = "/v1/dossiers?limit=500"
    while true {
      let page = try get(path)
      for item in page["items"]?.array ?? [] { present[item["id"]?.string ?? "", default: 0] += 1 }
      guard let next = page["next"]?.string else { break }
      path = "/v1/dossiers?limit=500&before=\(next)"
    }
    let acknowledged = tally.acknowledgements
    let lost = acknowledged.filter { present[$0.id] == nil }.count
    var wrong = 0
    for item in acknowledged {
      let documents = try get("/v1/dossiers/\(item.id)")["documents"]?.array ?? []
      if documents.count != 1 || documents.first?["sha256"]?.string != item.sha256 { wrong += 1 }
    }
    let doubled = present.count - Set(acknowledged.map(\.id)).count
    print(
      "acknowledged \(acknowledged.count), in the store \(present.count): lost \(lost), doubled \(doubled), wrong \(wrong)"
    )
    guard acknowledged.count == count, lost == 0, doubled == 0, wrong == 0 else {
      throw UsageError(message: "not every upload is there exactly once")
    }
    print("none lost, none doubled")
  }

  private static func id(_ body: [UInt8]) -> String? {
    (try? JSONDecoder().decode(JSONValue.self, from: Data(body)))?["id"]?.string
  }
}
