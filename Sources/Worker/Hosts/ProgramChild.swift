import CPosix
import Files
import Glibc

/// A program of the operator's behind its walls: fed, listened to, ended at its limits.
final class ProgramChild {
  struct Launch {
    var stageHost: String
    var program: String
    var arguments: [String]
    var environment: [String: String]
    var network: Bool
    var memoryBytes: Int64
    var milliseconds: Int64
    var cpuMilliseconds: Int64
    /// Its own, emptied by the caller afterwards.
    var scratch: String
    var file: OwnedDescriptor
    /// What it reads on standard input; nil gives it the file itself.
    var input: [UInt8]?
  }

  struct Finish {
    let end: hoso_child_end
    let stop: ChildProcess.Stop?
    let output: [UInt8]
    let lastLines: [String]
    let outputWasTooLong: Bool
  }

  let process: ChildProcess
  private let launch: Launch
  /// Let go once everything is written: the program waits for the end of its input.
  private var input: OwnedDescriptor?
  private let output: OwnedDescriptor
  private let errors: OwnedDescriptor
  /// Its keeper ends with it.
  private let lifeline: OwnedDescriptor

  private static let mostOutput = 16 << 20

  init(_ launch: Launch) throws(WorkerError) {
    self.launch = launch
    let (outputForUs, outputForChild) = try HostPlumbing.pipe("output")
    let (errorsForUs, errorsForChild) = try HostPlumbing.pipe("errors")
    let (lifelineForChild, lifelineForUs) = try HostPlumbing.pipe("lifeline")
    let standardInput: OwnedDescriptor
    if launch.input == nil {
      input = nil
      standardInput = launch.file
    } else {
      let (reading, writing) = try HostPlumbing.pipe("input")
      _ = fcntl(writing.raw, F_SETFL, O_NONBLOCK)
      input = writing
      standardInput = reading
    }
    output = outputForUs
    errors = errorsForUs
    lifeline = lifelineForUs
    for descriptor in [output.raw, errors.raw] { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
    let seconds = (launch.cpuMilliseconds + 999) / 1000
    process = try ChildProcess(
      ChildProcess.Start(
        path: launch.stageHost,
        arguments: [
          "hoso-stage-host", "--exec", launch.scratch, "\(launch.memoryBytes)", "\(seconds)",
          launch.network ? "network" : "no-network", launch.program,
        ] + launch.arguments,
        environment: launch.environment.merging(
          [
            "HOME": launch.scratch, "TMPDIR": launch.scratch, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
            "SWIFT_BACKTRACE": "enable=no",
          ]) { given, _ in given },
        folder: launch.scratch,
        descriptors: [
          standardInput.raw, outputForChild.raw, errorsForChild.raw, launch.file.raw, lifelineForChild.raw,
        ]))
  }

  /// Runs it to its end.
  func finish() -> Finish {
    var tail = LineTail()
    var answer: [UInt8] = []
    var rest = launch.input.map { $0[...] } ?? []
    var isOutputOpen = true
    var isErrorsOpen = true
    var wasTooLong = false
    let deadline = hoso_boot_milliseconds() + launch.milliseconds
    while isOutputOpen || isErrorsOpen {
      if rest.isEmpty { input = nil }
      let left = deadline - hoso_boot_milliseconds()
      if left <= 0 {
        process.stop(.timeLimit)
        break
      }
      var watched = [
        pollfd(fd: isOutputOpen ? output.raw : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isErrorsOpen ? errors.raw : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: input?.raw ?? -1, events: Int16(POLLOUT), revents: 0),
      ]
      // Its children may keep the pipes open after it has gone: look now and then.
      _ = poll(&watched, 3, Int32(min(left, 250)))
      if watched[0].revents != 0 {
        isOutputOpen = Self.drain(output.raw) { answer += $0 }
        if answer.count > Self.mostOutput {
          wasTooLong = true
          process.stop(.malformedAnswer)
          break
        }
      }
      if watched[1].revents != 0 { isErrorsOpen = Self.drain(errors.raw) { tail.append($0) } }
      if watched[2].revents != 0, let pipe = input {
        let count = rest.withUnsafeBytes { write(pipe.raw, $0.baseAddress, $0.count) }
        if count > 0 { rest = rest.dropFirst(count) } else if errno != EAGAIN { rest = [] }
      }
      if watched.allSatisfy({ $0.revents == 0 }), process.end(wait: false) != nil { break }
    }
    let left = max(0, deadline - hoso_boot_milliseconds())
    let (end, stop) = process.conclude(withinMilliseconds: Int32(clamping: left), otherwise: .timeLimit)
    _ = Self.drain(output.raw) { answer += $0 }
    _ = Self.drain(errors.raw) { tail.append($0) }
    return Finish(
      end: end, stop: stop, output: answer, lastLines: tail.lines, outputWasTooLong: wasTooLong)
  }

  /// False at the end of file.
  private static func drain(_ descriptor: Int32, _ take: (ArraySlice<UInt8>) -> Void) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 {
        take(buffer[..<count])
        if count < buffer.count { return true }
      } else {
        return count < 0 && (errno == EAGAIN || errno == EINTR)
      }
    }
  }
}
