import CMicroHTTPD
import Files
import Foundation
import Glibc

/// The server itself: a thread a connection, so that a request may block on the disk without holding others up.
///
/// `@unchecked Sendable`: all but the library's handle is constant, and that is only touched by `start` and `stop`,
/// which the one owner calls.
final class HTTPServer: @unchecked Sendable {
  private let socket: ListeningSocket
  private let dispatcher: any RequestDispatcher
  private let limits: ServingLimits
  let watch: ConnectionWatch
  private var daemon: OpaquePointer?

  init(socket: ListeningSocket, dispatcher: any RequestDispatcher, limits: ServingLimits) {
    self.socket = socket
    self.dispatcher = dispatcher
    self.limits = limits
    watch = ConnectionWatch(limits: limits) { dispatcher.cutOffConnection() }
  }

  func start() throws(SystemCallError) {
    // The library closes its socket; ours stays ours.
    let own = fcntl(socket.descriptor.raw, F_DUPFD_CLOEXEC, 0)
    guard own >= 0 else { throw SystemCallError(call: "fcntl", code: errno, path: socket.address) }
    var setup = hoso_http_setup(
      context: Unmanaged.passUnretained(self).toOpaque(),
      handler: { context, connection, path, method, _, bytes, count, slot in
        guard let context, let connection, let path, let method, let count, let slot else { return .NO }
        let server = Unmanaged<HTTPServer>.fromOpaque(context).takeUnretainedValue()
        return server.handle(connection, path, method, bytes, count, slot) ? .YES : .NO
      },
      completed: { context, connection, slot, _ in
        guard let context, let connection, let slot else { return }
        Unmanaged<HTTPServer>.fromOpaque(context).takeUnretainedValue().completed(connection, slot)
      },
      connection: { context, connection, _, event in
        guard let context, let connection else { return }
        let watch = Unmanaged<HTTPServer>.fromOpaque(context).takeUnretainedValue().watch
        let descriptor = hoso_http_descriptor(connection)
        if event.rawValue == 0 { watch.opened(descriptor) } else { watch.closed(descriptor) }
      },
      socket: own, connections: UInt32(limits.connections),
      connections_per_address: UInt32(limits.connectionsPerAddress), idle_seconds: limits.idleSeconds,
      header_bytes: limits.headerBytes, stack_bytes: 1 << 20)
    guard let daemon = hoso_http_start(&setup) else {
      let code = errno
      close(own)
      throw SystemCallError(call: "MHD_start_daemon", code: code, path: socket.address)
    }
    self.daemon = daemon
    let watch = watch
    Thread.detachNewThread { watch.run() }
  }

  /// Takes no new connection, lets those at work end for so long, and then ends them too.
  func stop(within milliseconds: Int64) {
    guard let daemon else { return }
    self.daemon = nil
    let listening = MHD_quiesce_daemon(daemon)
    if listening >= 0 { close(listening) }
    var waited: Int64 = 0
    while watch.openCount > 0, waited < milliseconds {
      usleep(20_000)
      waited += 20
    }
    MHD_stop_daemon(daemon)
    watch.stop()
  }

  private func handle(
    _ connection: OpaquePointer, _ path: UnsafePointer<CChar>, _ method: UnsafePointer<CChar>,
    _ bytes: UnsafePointer<CChar>?, _ count: UnsafeMutablePointer<Int>,
    _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  ) -> Bool {
    guard let held = slot.pointee else {
      return begin(connection, path: String(cString: path), method: String(cString: method), slot)
    }
    let exchange = Unmanaged<Exchange>.fromOpaque(held).takeUnretainedValue()
    if let bytes, count.pointee > 0 {
      let received = count.pointee
      count.pointee = 0
      watch.received(received, on: hoso_http_descriptor(connection))
      return exchange.receive(UnsafeRawBufferPointer(start: bytes, count: received))
    }
    watch.bodyArrived(hoso_http_descriptor(connection))
    return exchange.queue(exchange.finish(), on: connection)
  }

  private func begin(
    _ connection: OpaquePointer, path: String, method: String,
    _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  ) -> Bool {
    let request = HTTPRequest(
      method: method, path: path, query: RequestHead.query(of: connection),
      headers: RequestHead.headers(of: connection), address: RequestHead.address(of: connection))
    let exchange = Exchange(request: request, handling: dispatcher.begin(request))
    slot.pointee = Unmanaged.passRetained(exchange).toOpaque()
    watch.headArrived(hoso_http_descriptor(connection))
    guard let answer = exchange.earlyAnswer() else { return true }
    return exchange.queue(answer, on: connection)
  }

  private func completed(_ connection: OpaquePointer, _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>) {
    guard let held = slot.pointee else { return }
    slot.pointee = nil
    let exchange = Unmanaged<Exchange>.fromOpaque(held).takeRetainedValue()
    dispatcher.ended(exchange.request, status: exchange.status, bytesReceived: exchange.bytesReceived)
    watch.answered(hoso_http_descriptor(connection))
  }
}
