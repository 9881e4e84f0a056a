import CPosix
import Files
import Glibc

/// The pipes and sockets between a worker and one host. What is the child's closes here with this value.
final class HostPlumbing {
  let null: OwnedDescriptor
  let channelForChild: OwnedDescriptor
  let lifelineForChild: OwnedDescriptor
  let errorsForChild: OwnedDescriptor
  let lifeline: OwnedDescriptor
  /// Never blocks.
  let errors: OwnedDescriptor
  private var channel: Int32

  init() throws(WorkerError) {
    let device = open("/dev/null", O_RDWR | O_CLOEXEC)
    guard device >= 0 else { throw Self.failure("a descriptor of /dev/null") }
    null = OwnedDescriptor(owning: device, path: "/dev/null")
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw Self.failure("a socket pair")
    }
    channel = ends[0]
    channelForChild = OwnedDescriptor(owning: ends[1], path: "stage host's channel")
    (lifelineForChild, lifeline) = try Self.pipe("lifeline")
    (errors, errorsForChild) = try Self.pipe("errors")
    _ = fcntl(errors.raw, F_SETFL, O_NONBLOCK)
  }

  deinit {
    if channel >= 0 { close(channel) }
  }

  /// The worker's end of the channel, from now on the caller's.
  func takeChannel() -> Int32 {
    defer { channel = -1 }
    return channel
  }

  static func pipe(_ name: String) throws(WorkerError) -> (reading: OwnedDescriptor, writing: OwnedDescriptor) {
    var ends: [Int32] = [-1, -1]
    guard hoso_pipe(&ends) == 0 else { throw failure("a pipe") }
    return (OwnedDescriptor(owning: ends[0], path: name), OwnedDescriptor(owning: ends[1], path: name))
  }

  private static func failure(_ what: String) -> WorkerError {
    WorkerError(.stageHostFailed, "cannot make \(what): \(String(cString: strerror(errno)))")
  }
}
