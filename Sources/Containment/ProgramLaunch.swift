import CPosix
import Glibc
import Stages

/// `hoso-stage-host --exec`: runs a program of the operator's behind walls of its own.
///
/// This process stays outside as the program's keeper: it ends the whole process group when the worker is gone, and
/// passes the program's end on as its own.
struct ProgramLaunch {
  let scratch: String
  let memoryBytes: UInt64
  let cpuSeconds: UInt64
  let network: Bool
  let program: String
  let arguments: [String]

  /// `SCRATCH MEMORY-BYTES CPU-SECONDS network|no-network PROGRAM ARGUMENTS…`
  init?(_ words: some Collection<String>) {
    let words = Array(words)
    guard words.count >= 5, let memory = UInt64(words[1]), let seconds = UInt64(words[2]), words[4].hasPrefix("/")
    else { return nil }
    scratch = words[0]
    memoryBytes = memory
    cpuSeconds = seconds
    network = words[3] == "network"
    program = words[4]
    arguments = Array(words[4...])
  }

  /// Not among the codes that programs commonly end with.
  static let couldNotStart: Int32 = 127

  func run() -> Int32 {
    let child = hoso_fork()
    if child < 0 { return complain("cannot start a process: \(String(cString: strerror(errno)))") }
    if child == 0 { _exit(become()) }
    close(HostDescriptors.input)
    for standard: Int32 in 0...1 { close(standard) }
    return keep(child)
  }

  /// In the child: confines itself and becomes the program.
  private func become() -> Int32 {
    close(HostDescriptors.lifeline)
    let missing = Walls.program(self).putUp().filter { !$0.isActive }
    // Landlock may be absent; the worker has been told by its hosts. The others must stand.
    if let wall = missing.first(where: { $0.name != .landlock }) {
      return complain("\(wall.name.rawValue): \(wall.detail)")
    }
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    pointers.append(nil)
    execv(program, pointers)
    return complain("cannot run \(program): \(String(cString: strerror(errno)))")
  }

  private func keep(_ child: pid_t) -> Int32 {
    let handle = hoso_open_process(child)
    if handle < 0 {
      kill(child, SIGKILL)
      return complain("cannot watch the program: \(String(cString: strerror(errno)))")
    }
    var watched = [
      pollfd(fd: HostDescriptors.lifeline, events: Int16(POLLIN), revents: 0),
      pollfd(fd: handle, events: Int16(POLLIN), revents: 0),
    ]
    while watched[1].revents == 0 {
      if poll(&watched, 2, -1) < 0, errno != EINTR { break }
      // The worker is gone: take the whole group along, this process too.
      if watched[0].revents != 0 { kill(0, SIGKILL) }
    }
    var end = hoso_child_end()
    guard hoso_wait(child, 1, &end) == 1 else { return Self.couldNotStart }
    if end.signal != 0 {
      // No core of its own; the same signal tells the worker what it was.
      signal(end.signal, SIG_DFL)
      kill(getpid(), end.signal)
    }
    return end.exit_code
  }

  private func complain(_ text: String) -> Int32 {
    let line = Array("hoso: \(text)\n".utf8)
    _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    return Self.couldNotStart
  }
}
