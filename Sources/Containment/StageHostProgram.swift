import Dossiers
import Files
import Glibc
import Pipeline
import Stages

/// A stage host: warms up, puts its walls up, and answers the worker until it goes.
public struct StageHostProgram {
  private let work: any HostedWork

  public init(work: any HostedWork) {
    self.work = work
  }

  /// What the program's arguments ask for; returns its exit code.
  public static func main(_ arguments: [String], work: () -> any HostedWork) -> Int32 {
    switch arguments.dropFirst().first {
    case "--serve":
      return StageHostProgram(work: work()).serve()
    case "--exec":
      guard let launch = ProgramLaunch(arguments.dropFirst(2)) else { return usage }
      return launch.run()
    default:
      say("hoso-stage-host is started by hoso; it has nothing to offer by itself")
      return usage
    }
  }

  private static let usage: Int32 = 2

  private func serve() -> Int32 {
    guard fcntl(HostDescriptors.channel, F_GETFD) >= 0, fcntl(HostDescriptors.lifeline, F_GETFD) >= 0 else {
      Self.say("descriptors \(HostDescriptors.channel) and \(HostDescriptors.lifeline) are not open")
      return Self.usage
    }
    let channel = HostChannel(owning: HostDescriptors.channel)
    do {
      try work.warm()
      let layers = Walls.stageHost(scratch: getenv("HOME").map { String(cString: $0) }).putUp()
      // After the walls: a thread is bound by those that stood when it began.
      try Lifeline.watch(HostDescriptors.lifeline)
      try send(.ready(HostGreeting(layers: layers)), on: channel)
      while true { try answer(on: channel) }
    } catch HostChannelError.closed {
      return 0
    } catch {
      Self.say("\(error)")
      return 3
    }
  }

  private func answer(on channel: HostChannel) throws {
    let (frame, descriptor) = try channel.receive(acceptingDescriptor: true) { Self.wait(channel, $0) }
    // What came with any other request than `open` ends with that request.
    var product: OwnedDescriptor?
    do {
      let request = try frame.request()
      if case .open = request {
        // The document's own.
      } else if let descriptor {
        product = OwnedDescriptor(owning: descriptor, path: "product")
      }
      switch request {
      case .open(let opening):
        guard let descriptor else { throw HostComplaint(code: "no-document", message: "no descriptor came") }
        let outputs = try frame.sections.map { try JSONReader.value($0, depthLimit: 64) }
        try work.open(opening, descriptor: descriptor, outputs: outputs)
        try send(.done, on: channel)
      case .run(let run):
        var result = try work.run(run, product: product) { page in
          // A worker that is gone shows at the result too.
          try? send(.progress(page: page), on: channel)
        }
        let output = Array(result.output.canonical.utf8)
        result.output = .null
        try send(.result(result), sections: [output], on: channel)
      case .learn(let uses):
        guard let output = frame.sections.first else {
          throw HostComplaint(code: "fault", message: "no output came to learn")
        }
        try work.learn(uses: uses, output: try JSONReader.value(output, depthLimit: 64))
        try send(.done, on: channel)
      case .gather(let run):
        try send(.result(StageResult()), sections: [try work.gather(run)], on: channel)
      case .close:
        work.close()
        try send(.done, on: channel)
      case .print:
        let printed = try work.printReceipt(frame.sections.first ?? [])
        try send(.printed, sections: [printed.pdf, printed.png], on: channel)
      case .printCoverSheets:
        let pdf = try work.printCoverSheets(frame.sections.first ?? [])
        try send(.printed, sections: [pdf], on: channel)
      case .annotate(let page, let boxes):
        try send(.printed, sections: [try work.annotate(page: page, boxes: boxes)], on: channel)
      }
    } catch let complaint as HostComplaint {
      try send(.failed(complaint), on: channel)
    } catch let error as HostChannelError {
      throw error
    } catch {
      try send(.failed(HostComplaint(code: "fault", message: "\(error)")), on: channel)
    }
  }

  private func send(_ answer: HostAnswer, sections: [[UInt8]] = [], on channel: HostChannel) throws {
    try channel.send(try HostFrame(answer, sections: sections)) { Self.wait(channel, $0) }
  }

  private static func wait(_ channel: HostChannel, _ events: Int16) {
    var watched = pollfd(fd: channel.descriptor, events: events, revents: 0)
    _ = poll(&watched, 1, -1)
  }

  private static func say(_ text: String) {
    let line = Array("hoso-stage-host: \(text)\n".utf8)
    _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
  }
}
