import Dossiers
import Glibc

/// How a stage host died over its work.
struct HostDeath: Sendable {
  enum Cause: Sendable, Hashable {
    /// Ended by us at the stage's limits.
    case timeLimit, memoryLimit
    case processorLimit, fileSizeLimit
    /// SIGSYS: it tried what only an attacker tries. The number is that of the system call, where it was told.
    case forbiddenCall(Int?)
    case signal(Int32)
    case exit(Int32)
    /// It answered with what is no answer.
    case malformedAnswer(String)
    /// SIGKILL or SIGTERM that we did not send: an operator, the kernel's memory killer.
    case fromOutside(signal: Int32)
  }

  let cause: Cause
  let stage: String
  /// The last page that it said it began.
  let page: Int?
  let peakMemoryBytes: Int64
  let cpuMilliseconds: Int64
  let lastLines: [String]
  /// What the stage had been allowed.
  let limits: StageHost.Limits
  /// What ended it, where that was no doing of ours; 0 where it ended by itself.
  let signal: Int32

  /// Whether the host brought it on itself.
  var isStrike: Bool {
    if case .fromOutside = cause { false } else { true }
  }

  /// Stable, for logs and records.
  var name: String {
    switch cause {
    case .timeLimit: "time-limit"
    case .memoryLimit: "memory-limit"
    case .processorLimit: "processor-limit"
    case .fileSizeLimit: "file-size-limit"
    case .forbiddenCall: "forbidden-call"
    case .signal: "signal"
    case .exit: "exit"
    case .malformedAnswer: "malformed-answer"
    case .fromOutside: "killed-from-outside"
    }
  }

  var sentence: String {
    let place = "in stage \(stage)" + (page.map { ", page \($0)" } ?? "")
    return switch cause {
    case .timeLimit: "the stage host went beyond its time \(place)"
    case .memoryLimit: "the stage host went beyond its memory \(place)"
    case .processorLimit: "the stage host went beyond its processor time \(place)"
    case .fileSizeLimit: "the stage host wrote too large a file \(place)"
    case .forbiddenCall(let call?): "the stage host tried a forbidden system call (\(call)) \(place)"
    case .forbiddenCall(nil): "the stage host tried a forbidden system call \(place)"
    case .signal(let signal): "the stage host died by signal \(signal) \(place)"
    case .exit(let code): "the stage host ended with code \(code) \(place)"
    case .malformedAnswer(let how): "the stage host answered with \(how) \(place)"
    case .fromOutside(let signal): "the stage host was killed from outside by signal \(signal) \(place)"
    }
  }

  /// What quarantine keeps.
  var evidence: JSONValue {
    var members: [String: JSONValue] = [
      "cause": .string(name), "stage": .string(stage), "peakMemoryBytes": .integer(peakMemoryBytes),
      "cpuMilliseconds": .integer(cpuMilliseconds), "lastLines": .array(lastLines.map { .string($0) }),
    ]
    if let page { members["page"] = .integer(Int64(page)) }
    if signal != 0 { members["signal"] = .integer(Int64(signal)) }
    switch cause {
    case .timeLimit: members["limitMilliseconds"] = .integer(limits.milliseconds)
    case .processorLimit: members["limitMilliseconds"] = .integer(limits.cpuMilliseconds)
    case .memoryLimit: members["limitBytes"] = .integer(limits.memoryBytes)
    case .exit(let code): members["exitCode"] = .integer(Int64(code))
    case .forbiddenCall(let call?): members["systemCall"] = .integer(Int64(call))
    case .malformedAnswer(let how): members["answer"] = .string(how)
    case .fileSizeLimit, .forbiddenCall(nil), .signal, .fromOutside: break
    }
    return .object(members)
  }
}

extension HostDeath.Cause {
  /// Reads the cause from how a child ended, having not been ended by us.
  init(signal: Int32, exitCode: Int32, ranOutOfMemory: Bool, lastLines: [String]) {
    self =
      switch signal {
      case 0: ranOutOfMemory ? .memoryLimit : .exit(exitCode)
      case SIGKILL, SIGTERM, SIGINT, SIGHUP, SIGQUIT: .fromOutside(signal: signal)
      case SIGXCPU: .processorLimit
      case SIGXFSZ: .fileSizeLimit
      case SIGSYS: .forbiddenCall(Self.forbiddenCall(in: lastLines))
      default: ranOutOfMemory ? .memoryLimit : .signal(signal)
      }
  }

  private static func forbiddenCall(in lines: [String]) -> Int? {
    let beginning = "hoso: forbidden system call "
    return lines.last { $0.hasPrefix(beginning) }.flatMap { Int($0.dropFirst(beginning.count)) }
  }

  /// What C and C++ libraries say when memory is refused to them.
  static func speakOfMemory(_ lines: [String]) -> Bool {
    lines.contains { line in
      ["bad_alloc", "ut of memory", "failed to allocate", "annot allocate memory", "emory exhausted"]
        .contains { line.contains($0) }
    }
  }
}
