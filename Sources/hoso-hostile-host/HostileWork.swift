import CPosix
import Containment
import Dossiers
import Files
import FoundationEssentials
import Glibc
import Pipeline
import Stages

/// Attacks in the place of stages: `uses` names one. What an attempt came to stands in the result's output, where it
/// lives to tell.
final class HostileWork: HostedWork {
  private var descriptor: Int32 = -1
  private var hoard: [UnsafeMutableRawPointer] = []
  /// Pages by what the stage uses.
  private var made: [String: [JSONValue]] = [:]

  func warm() {}

  func open(_ opening: HostOpening, descriptor: Int32, outputs: [JSONValue]) {
    close()
    self.descriptor = descriptor
    made = [:]
  }

  func close() {
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = -1
  }

  func learn(uses: String, output: JSONValue) { made[uses, default: []] += output.array ?? [] }

  func gather(_ run: HostRun) -> [UInt8] { Array(JSONValue.array(made[run.uses] ?? []).canonical.utf8) }

  /// Stands in for a stage whose pages several hosts may share: says which host made each, and of each page whether it
  /// is an odd one.
  private func makePages(_ run: HostRun, progress: (Int) -> Void) -> StageResult {
    var facts = Facts()
    let fresh = run.pages.map { page -> JSONValue in
      progress(page)
      if run.settings["dies"]?.integer == Int64(page) { raise(SIGSEGV) }
      usleep(useconds_t((run.settings["milliseconds"]?.integer ?? 0) * 1000))
      while facts.pages.count < page { facts.pages.append([:]) }
      facts.pages[page - 1] = ["regions": .integer(Int64(page % 2))]
      return ["page": .integer(Int64(page)), "host": .integer(Int64(getpid()))]
    }
    made[run.uses, default: []] += fresh
    return StageResult(facts: facts, output: .array(fresh))
  }

  func run(_ run: HostRun, product: OwnedDescriptor?, progress: (Int) -> Void) throws -> StageResult {
    progress(1)
    var output: JSONValue = .null
    switch run.uses {
    case "echo": output = .string(run.stage)
    case "recite":
      let result = try recited()
      guard run.settings["as"] == "outcome" else { return result }
      return StageResult(outcome: result.problems.isEmpty ? .done : .review)
    case "large":
      output = .array((0..<(run.settings["words"]?.integer ?? 0)).map { .string("word \($0)") })
    case "open-socket": output = outcome(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
    case "open-unix-socket": output = outcome(socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0))
    case "read-passwd": output = outcome(Glibc.open("/etc/passwd", O_RDONLY))
    case "read-file": output = outcome(Glibc.open(run.settings["path"]?.string ?? "", O_RDONLY))
    case "write-outside": output = outcome(Glibc.open("/tmp/hoso-hostile-was-here", O_WRONLY | O_CREAT, 0o600))
    case "write-inside":
      output = outcome(Glibc.open(String(cString: getenv("HOME")) + "/left-behind", O_WRONLY | O_CREAT | O_EXCL, 0o600))
    case "fork": output = outcome(hoso_fork())
    case "exec": output = outcome(execv("/bin/true", [strdup("true"), nil]))
    case "kill-parent": output = outcome(kill(getppid(), SIGTERM))
    case "kill-itself": output = outcome(kill(getpid(), SIGKILL))
    case "lift-limit":
      var limit = rlimit(rlim_cur: rlim_t.max, rlim_max: rlim_t.max)
      output = outcome(setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit))
    case "allocate": output = allocate(bytes: 8 << 30)
    case "hoard-shared": hoardShared(bytes: 8 << 30)
    case "slow": usleep(useconds_t((run.settings["milliseconds"]?.integer ?? 0) * 1000))
    case "refuse":
      return StageResult(outcome: .rejected, problems: [.asAsked(.rejects)])
    case "doubt":
      return StageResult(outcome: .review, problems: [.asAsked(.review)], facts: Facts(document: ["seen": true]))
    case "spin": while true {}
    case "sleep": while true { sleep(1) }
    case "write-large": output = writeLarge(bytes: 10 << 30)
    case "crash": raise(SIGSEGV)
    case "abort": abort()
    case "exit": exit(7)
    case "babble":
      _ = "no frame at all, of course".withCString { write(HostDescriptors.channel, $0, 26) }
    case "promise-much":
      // A frame of 4 GiB that never comes.
      let bytes: [UInt8] = Array("HSF1".utf8) + [0, 0, 0, 1, 0xff, 0xff, 0xff, 0xff]
      _ = write(HostDescriptors.channel, bytes, bytes.count)
    case "pages":
      for page in 2...max(2, Int(run.settings["pages"]?.integer ?? 2)) {
        usleep(useconds_t((run.settings["milliseconds"]?.integer ?? 0) * 1000))
        progress(page)
      }
    case "count":
      return StageResult(
        facts: Facts(pages: Array(repeating: [:], count: Int(run.settings["pages"]?.integer ?? 1))))
    case "locate-document", "read-barcodes": return makePages(run, progress: progress)
    case "chatter": for page in 1... { progress(page) }
    case "flood-errors":
      let line = [UInt8](repeating: UInt8(ascii: "x"), count: 4096)
      for _ in 0..<1000 { _ = write(2, line, line.count) }
      output = .string("done")
    case "throw": throw HostComplaint(code: "fault", message: "as asked")
    default: throw HostComplaint(code: "unknown-stage", message: run.uses)
    }
    return StageResult(output: output)
  }

  func printCoverSheets(_ order: [UInt8]) -> [UInt8] { order }

  func printReceipt(_ form: [UInt8]) -> (pdf: [UInt8], png: [UInt8]) { (form, []) }

  func annotate(page: Int, boxes: [Box]) -> [UInt8] { [] }

  /// The stage's result as the document itself has it, in JSON.
  private func recited() throws -> StageResult {
    let bytes = try OwnedDescriptor(owning: dup(descriptor), path: "the document").readToEnd(limit: 1 << 20)
    return try JSONDecoder().decode(StageResult.self, from: Data(bytes))
  }

  private func outcome(_ code: Int32) -> JSONValue {
    code < 0 ? .string("refused: \(String(cString: strerror(errno)))") : .string("succeeded")
  }

  private func allocate(bytes: Int) -> JSONValue {
    guard let memory = malloc(bytes) else { return .string("refused: \(String(cString: strerror(errno)))") }
    memset(memory, 1, bytes)
    hoard.append(memory)
    return .string("succeeded")
  }

  /// Shared memory, which RLIMIT_DATA does not count.
  private func hoardShared(bytes: Int) {
    let step = 64 << 20
    for _ in 0..<(bytes / step) {
      guard
        let memory = mmap(nil, step, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0), memory != MAP_FAILED
      else { return }
      memset(memory, 1, step)
      hoard.append(memory)
    }
  }

  private func writeLarge(bytes: Int) -> JSONValue {
    let file = Glibc.open(String(cString: getenv("HOME")) + "/large", O_WRONLY | O_CREAT, 0o600)
    guard file >= 0 else { return outcome(file) }
    defer { Glibc.close(file) }
    let chunk = [UInt8](repeating: 1, count: 1 << 20)
    for _ in 0..<(bytes >> 20) where write(file, chunk, chunk.count) < 0 {
      return .string("refused: \(String(cString: strerror(errno)))")
    }
    return .string("succeeded")
  }
}

extension Problem {
  fileprivate static func asAsked(_ severity: Severity) -> Problem {
    Problem(
      code: ProblemCode("test.as-asked"), severity: severity,
      message: BilingualText(vi: "Như yêu cầu.", en: "As asked."),
      remedy: BilingualText(vi: "Không cần làm gì.", en: "Nothing to do."))
  }
}
