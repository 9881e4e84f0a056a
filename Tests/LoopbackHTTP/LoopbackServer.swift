import Foundation
import Glibc
import Synchronization

/// A small HTTP/1.1 server on loopback for tests that need somebody to call: one thread a connection, the handler's
/// answer to each request. Stops with `stop`.
public final class LoopbackServer: Sendable {
  public typealias Handler = @Sendable (LoopbackRequest) -> LoopbackAnswer

  public let port: UInt16
  private let listener: Int32
  private let handler: Handler
  private let open = Mutex<Set<Int32>?>([])

  public var address: String { "http://127.0.0.1:\(port)" }

  public struct CannotListen: Error {}

  public init(_ handler: @escaping Handler) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard listener >= 0 else { throw CannotListen() }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, length) == 0 && listen(listener, 64) == 0
          && getsockname(listener, address, &length) == 0
      }
    }
    guard isListening else {
      close(listener)
      throw CannotListen()
    }
    port = UInt16(bigEndian: address.sin_port)
    self.listener = listener
    self.handler = handler
    Thread.detachNewThread { [self] in accept() }
  }

  /// Breaks everything off.
  public func stop() {
    let connections = open.withLock { open in
      let connections = open ?? []
      open = nil
      return connections
    }
    shutdown(listener, Int32(SHUT_RDWR))
    for connection in connections { shutdown(connection, Int32(SHUT_RDWR)) }
  }

  private func accept() {
    while true {
      let connection = Glibc.accept(listener, nil, nil)
      guard connection >= 0 else { break }
      let isWelcome = open.withLock { open in
        open?.insert(connection)
        return open != nil
      }
      guard isWelcome else {
        close(connection)
        break
      }
      Thread.detachNewThread { [self] in
        serve(connection)
        open.withLock { _ = $0?.remove(connection) }
        close(connection)
      }
    }
    close(listener)
  }

  private func serve(_ connection: Int32) {
    let reader = LoopbackReader(connection)
    while let request = reader.next() {
      let answer = handler(request)
      guard answer.write(to: connection, toHead: request.method == "HEAD"), !answer.closes else { return }
    }
  }
}
