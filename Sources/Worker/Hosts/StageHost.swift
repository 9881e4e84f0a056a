import CPosix
import Dossiers
import Files
import Glibc
import Pipeline
import Stages

/// One stage host seen from the worker: started, asked, watched, ended. For one thread; only `process` is for all.
final class StageHost {
  /// What a request may use up before the host is ended.
  struct Limits {
    var milliseconds: Int64
    var memoryBytes: Int64
    var cpuMilliseconds: Int64
    /// What is added, to both times, for each page that a host says to begin, where nobody knew the pages beforehand.
    var millisecondsPerPage: Int64 = 0
    /// How many pages may earn time that way.
    var mostPages = 0
  }

  /// What a run took, measured from outside.
  struct Usage {
    let cpuMilliseconds: Int64
    let peakMemoryBytes: Int64
  }

  let process: ChildProcess
  let scratch: String
  private(set) var layers: [HostLayer] = []
  private(set) var documentsServed = 0
  private(set) var isDead = false
  /// Asked while the host is at work; once it says no, the host is ended and what was asked of it is `stopped`.
  var goesOn: () -> Bool = { true }

  private let channel: HostChannel
  private let lifeline: OwnedDescriptor
  private let errors: OwnedDescriptor
  private let gauge: ProcessGauge
  private var tail = LineTail()
  private var page: Int?
  /// When memory is looked at again, in milliseconds since boot.
  private var nextLook: Int64 = 0

  /// Starts a host and waits until it is warm and behind its walls. `scratch` is made for it alone.
  init(executable: String, scratch: String, patienceMilliseconds: Int64 = 60_000) throws(WorkerError) {
    self.scratch = scratch
    do {
      try Folder.create(scratch)
    } catch {
      throw WorkerError(.home, "cannot make the scratch folder \(scratch): \(error.reason)")
    }
    (process, channel, lifeline, errors) = try Self.start(executable, scratch: scratch)
    gauge = ProcessGauge(pid: process.pid)
    try greet(patienceMilliseconds)
  }

  deinit {
    end()
  }

  /// The child, and our ends of what leads to it. Its own ends are closed here when this returns: held for longer, they
  /// would hide the death of a host that never got to speak.
  private static func start(
    _ executable: String, scratch: String
  ) throws(WorkerError) -> (ChildProcess, HostChannel, lifeline: OwnedDescriptor, errors: OwnedDescriptor) {
    let plumbing = try HostPlumbing()
    let process = try ChildProcess(
      ChildProcess.Start(
        path: executable, arguments: ["hoso-stage-host", "--serve"], environment: environment(scratch: scratch),
        folder: scratch,
        descriptors: [
          plumbing.null.raw, plumbing.null.raw, plumbing.errorsForChild.raw, plumbing.channelForChild.raw,
          plumbing.lifelineForChild.raw,
        ]))
    return (process, HostChannel(owning: plumbing.takeChannel()), plumbing.lifeline, plumbing.errors)
  }

  /// What a host keeps of the memory that it is done with: each page of a document takes as much again as the one
  /// before, and the system clears what it gives, 4 KiB at a time where it is not asked for more (`hugetlb`). malloc
  /// takes no larger threshold.
  private static let keptBytes = "\(32 << 20)"

  private static func environment(scratch: String) -> [String: String] {
    var environment = [
      "LANG": "C.UTF-8", "HOME": scratch, "TMPDIR": scratch, "XDG_CACHE_HOME": scratch, "OMP_THREAD_LIMIT": "1",
      "MALLOC_ARENA_MAX": "1", "MALLOC_TRIM_THRESHOLD_": keptBytes, "MALLOC_MMAP_THRESHOLD_": keptBytes,
      "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1", "SWIFT_BACKTRACE": "enable=no",
    ]
    if let tessdata = getenv("TESSDATA_PREFIX") { environment["TESSDATA_PREFIX"] = String(cString: tessdata) }
    return environment
  }

  private func greet(_ patience: Int64) throws(WorkerError) {
    let limits = Limits(milliseconds: patience, memoryBytes: 2 << 30, cpuMilliseconds: patience)
    do {
      let (frame, _) = try channel.receive { [self] events in try wait(events, until: deadline(limits), limits) }
      guard case .ready(let greeting) = try frame.answer(),
        greeting.protocolVersion == HostGreeting.presentProtocol
      else { throw HostChannelError.malformed("another protocol") }
      layers = greeting.layers
    } catch HostChannelError.malformed {
      end()
      throw WorkerError(
        .stageHostMismatch, "the stage host comes from another build than this program: install both from one")
    } catch {
      let death = bury(stage: "start", limits: limits)
      let said = death.map { ([$0.sentence] + $0.lastLines).joined(separator: "; ") } ?? "\(error)"
      throw WorkerError(.stageHostFailed, "the stage host did not come up: \(said)")
    }
  }

  /// Hands a document over, with the outputs (JSON) of the stages that ran before. `stage` is the one that needs it.
  func open(
    _ opening: HostOpening, outputs: [[UInt8]], descriptor: Int32, stage: String, limits: Limits
  ) throws(HostFailure) {
    documentsServed += 1
    try ask(.open(opening), sections: outputs, descriptor: descriptor, stage: stage, limits: limits)
  }

  /// Runs a stage on the open document. The output comes as JSON beside the result; a file that the stage makes goes
  /// to `product`, whose position moves with it.
  func run(
    _ run: HostRun, product: Int32? = nil, limits: Limits
  ) throws(HostFailure) -> (result: StageResult, output: [UInt8], usage: Usage) {
    gauge.resetPeak()
    let cpuBefore = gauge.cpuMilliseconds
    let (answer, sections) = try exchange(
      .run(run), descriptor: product, stage: run.stage, limits: limits)
    guard case .result(let result) = answer, let output = sections.first else {
      throw misunderstood(stage: run.stage, limits: limits)
    }
    let usage = Usage(
      cpuMilliseconds: gauge.cpuMilliseconds - cpuBefore, peakMemoryBytes: gauge.peakBytes)
    return (result, output, usage)
  }

  /// Throws `.complained` where the stage could not run in this host.
  func check(_ stage: PlannedStage) throws(HostFailure) {
    try ask(
      .check(HostRun(stage: stage.id, uses: stage.uses, settings: stage.settings, pages: [])), stage: stage.id,
      limits: Limits(milliseconds: 30_000, memoryBytes: 2 << 30, cpuMilliseconds: 30_000))
  }

  /// Tells what another host made of some of the open document's pages.
  func learn(_ output: [UInt8], of stage: PlannedStage, limits: Limits) throws(HostFailure) {
    try ask(.learn(uses: stage.uses), sections: [output], stage: stage.id, limits: limits)
  }

  /// The output, as JSON, of a stage that it ran or learned page by page.
  func gather(_ run: HostRun, limits: Limits) throws(HostFailure) -> [UInt8] {
    let (answer, sections) = try exchange(.gather(run), stage: run.stage, limits: limits)
    guard case .result = answer, let output = sections.first else {
      throw misunderstood(stage: run.stage, limits: limits)
    }
    return output
  }

  /// Lets the document go and empties the scratch folder.
  func close() throws(HostFailure) {
    try ask(.close, stage: "close", limits: Limits(milliseconds: 10_000, memoryBytes: 4 << 30, cpuMilliseconds: 10_000))
    clearScratch()
  }

  /// Typesets a receipt.
  func printReceipt(_ form: [UInt8], stage: String, limits: Limits) throws(HostFailure) -> (pdf: [UInt8], png: [UInt8])
  {
    let (answer, sections) = try exchange(.print, sections: [form], stage: stage, limits: limits)
    guard case .printed = answer, sections.count == 2 else { throw misunderstood(stage: stage, limits: limits) }
    return (sections[0], sections[1])
  }

  /// Typesets separator pages, as a PDF.
  func printCoverSheets(_ order: [UInt8], limits: Limits) throws(HostFailure) -> [UInt8] {
    let (answer, sections) = try exchange(
      .printCoverSheets, sections: [order], stage: "cover-sheets", limits: limits)
    guard case .printed = answer, let pdf = sections.first else {
      throw misunderstood(stage: "cover-sheets", limits: limits)
    }
    return pdf
  }

  /// The open document's page with boxes drawn on it, as a PNG.
  func annotate(page: Int, boxes: [Box], limits: Limits) throws(HostFailure) -> [UInt8] {
    let (answer, sections) = try exchange(.annotate(page: page, boxes: boxes), stage: "annotate", limits: limits)
    guard case .printed = answer, let png = sections.first else {
      throw misunderstood(stage: "annotate", limits: limits)
    }
    return png
  }

  /// True when it has served so many documents, or kept so much, that a fresh one is the better host.
  func isWorn(documents: Int) -> Bool {
    documentsServed >= documents || gauge.residentBytes > 600 << 20
  }

  /// Ends the host: by closing its channel, and by force where that does not do.
  func end() {
    guard !isDead else { return }
    isDead = true
    shutdown(channel.descriptor, Int32(SHUT_RDWR))
    _ = process.conclude(withinMilliseconds: 500, otherwise: .unwanted)
    removeScratch()
  }

  private func ask(
    _ request: HostRequest, sections: [[UInt8]] = [], descriptor: Int32? = nil, stage: String, limits: Limits
  ) throws(HostFailure) {
    let (answer, _) = try exchange(
      request, sections: sections, descriptor: descriptor, stage: stage, limits: limits)
    guard case .done = answer else { throw misunderstood(stage: stage, limits: limits) }
  }

  /// Sends a request and waits for its answer, minding the limits meanwhile.
  private func exchange(
    _ request: HostRequest, sections: [[UInt8]] = [], descriptor: Int32? = nil, stage: String, limits: Limits
  ) throws(HostFailure) -> (HostAnswer, [[UInt8]]) {
    guard !isDead else { throw .stopped }
    page = nil
    tail.clear()
    let cpuBefore = gauge.cpuMilliseconds
    limitProcess(limits, cpuMilliseconds: cpuBefore + limits.cpuMilliseconds)
    var limits = limits
    var end = deadline(limits)
    do {
      let waiting: HostChannel.Waiting = { events in try self.wait(events, until: end, limits) }
      try channel.send(try HostFrame(request, sections: sections), descriptor: descriptor, waiting: waiting)
      while true {
        let (frame, _) = try channel.receive(waiting: waiting)
        switch try frame.answer() {
        case .progress(let number):
          // Page after page: one that is named again, or out of turn, earns no time.
          if limits.millisecondsPerPage > 0, number == (page ?? 0) + 1, number <= limits.mostPages {
            end += limits.millisecondsPerPage
            limits.milliseconds += limits.millisecondsPerPage
            limits.cpuMilliseconds += limits.millisecondsPerPage
            limitProcess(limits, cpuMilliseconds: cpuBefore + limits.cpuMilliseconds)
          }
          page = number
        case .failed(let complaint): throw HostFailure.complained(complaint)
        case let answer: return (answer, frame.sections)
        }
      }
    } catch let failure as HostFailure {
      throw failure
    } catch HostChannelError.malformed(let how) {
      throw misunderstood(stage: stage, limits: limits, how)
    } catch {
      throw bury(stage: stage, limits: limits).map { .died($0) } ?? .stopped
    }
  }

  /// `cpuMilliseconds` counts from the host's start.
  private func limitProcess(_ limits: Limits, cpuMilliseconds: Int64) {
    // A margin over what may be resident: libraries reserve more than they touch.
    _ = hoso_limit_child(
      process.pid, UInt64(limits.memoryBytes) + 128 << 20, UInt64((cpuMilliseconds + 999) / 1000 + 1))
  }

  private struct LimitReached: Error {}

  private func deadline(_ limits: Limits) -> Int64 { hoso_boot_milliseconds() + limits.milliseconds }

  /// Waits a moment for the channel, collects what the host says, and ends it at its limits.
  private func wait(_ events: Int16, until deadline: Int64, _ limits: Limits) throws {
    let left = deadline - hoso_boot_milliseconds()
    guard left > 0 else {
      process.stop(.timeLimit)
      throw LimitReached()
    }
    var watched = [
      pollfd(fd: channel.descriptor, events: events, revents: 0),
      pollfd(fd: errors.raw, events: Int16(POLLIN), revents: 0),
    ]
    _ = poll(&watched, 2, Int32(min(left, Self.pulseMilliseconds)))
    if watched[1].revents != 0 { collectErrors() }
    let now = hoso_boot_milliseconds()
    if now >= nextLook {
      nextLook = now + Self.pulseMilliseconds
      guard goesOn() else {
        process.stop(.unwanted)
        throw LimitReached()
      }
      guard gauge.residentBytes <= limits.memoryBytes else {
        process.stop(.memoryLimit)
        throw LimitReached()
      }
    }
  }

  /// How often memory is looked at: a host can touch some 100 MiB in that time.
  private static let pulseMilliseconds: Int64 = 25

  private func collectErrors() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(errors.raw, &buffer, buffer.count)
      guard count > 0 else { return }
      tail.append(buffer[..<count])
      if count < buffer.count { return }
    }
  }

  private func misunderstood(
    stage: String, limits: Limits, _ how: String = "an answer to another question"
  ) -> HostFailure {
    process.stop(.malformedAnswer)
    return bury(stage: stage, limits: limits, malformed: how).map { .died($0) } ?? .stopped
  }

  /// Reaps a host that is dying and says of what; nil when we ended it for reasons of our own.
  private func bury(stage: String, limits: Limits, malformed: String? = nil) -> HostDeath? {
    isDead = true
    let (end, stop) = process.conclude(withinMilliseconds: 2_000, otherwise: .malformedAnswer)
    collectErrors()
    removeScratch()
    let lines = tail.lines
    let cause: HostDeath.Cause? =
      switch stop {
      case .timeLimit: .timeLimit
      case .memoryLimit: .memoryLimit
      case .malformedAnswer: .malformedAnswer(malformed ?? "a closed channel")
      case .unwanted: nil
      case nil:
        HostDeath.Cause(
          signal: end.signal, exitCode: end.exit_code, ranOutOfMemory: HostDeath.Cause.speakOfMemory(lines),
          lastLines: lines)
      }
    return cause.map {
      HostDeath(
        cause: $0, stage: stage, page: page, peakMemoryBytes: end.peak_bytes, cpuMilliseconds: end.cpu_milliseconds,
        lastLines: lines, limits: limits, signal: stop == nil ? end.signal : 0)
    }
  }

  private func clearScratch() {
    do {
      for entry in try Folder.entries(of: scratch) { try Folder.removeTree("\(scratch)/\(entry.name)") }
    } catch {
      // What cannot be removed now goes with the folder, at the latest when the next worker starts.
      tail.append("scratch not emptied: \(error.reason)\n".utf8)
    }
  }

  private func removeScratch() {
    _ = try? Folder.removeTree(scratch)
  }
}
