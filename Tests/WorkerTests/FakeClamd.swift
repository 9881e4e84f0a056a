import Foundation
import Glibc
import Synchronization

/// Speaks clamd's protocol over a real socket, and misbehaves as it is told.
final class FakeClamd: Sendable {
  enum Behaviour: Sendable {
    /// Takes the whole stream, then says this, bytes as given.
    case reply([UInt8])
    /// Says this and hangs up after so many bytes of the stream.
    case hangUp(after: Int, saying: [UInt8])
    /// Takes everything and says nothing.
    case silent
  }

  let path: String
  private let behaviour: Behaviour
  private let version: [UInt8]
  private let listening: Int32
  private let received = Mutex<[UInt8]>([])

  /// What came in streams so far, without the lengths.
  var content: [UInt8] { received.withLock { $0 } }

  init(at path: String, version: String = "ClamAV 1.4.6/1/test\0", _ behaviour: Behaviour) throws {
    self.path = path
    self.behaviour = behaviour
    self.version = Array(version.utf8)
    listening = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listening, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard bound == 0, listen(listening, 8) == 0 else { throw CocoaError(.fileWriteUnknown) }
    let descriptor = listening
    Thread.detachNewThread { [self] in
      while true {
        let peer = accept(descriptor, nil, nil)
        if peer < 0 { return }
        Thread.detachNewThread { [self] in
          serve(peer)
          close(peer)
        }
      }
    }
  }

  /// Ends the listening; the thread ends with it.
  func stop() {
    shutdown(listening, Int32(SHUT_RDWR))
    close(listening)
  }

  private func serve(_ peer: Int32) {
    switch command(peer) {
    case "zVERSION": say(version, to: peer)
    case "zINSTREAM": stream(peer)
    default: say(Array("UNKNOWN COMMAND\0".utf8), to: peer)
    }
  }

  private func command(_ peer: Int32) -> String {
    var bytes: [UInt8] = []
    while let byte = read(1, from: peer)?.first, byte != 0 { bytes.append(byte) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func stream(_ peer: Int32) {
    var total = 0
    while let head = read(4, from: peer) {
      let count = head.reduce(0) { $0 << 8 | Int($1) }
      if count == 0 { break }
      guard let bytes = read(count, from: peer) else { return }
      received.withLock { $0 += bytes }
      total += count
      if case .hangUp(let limit, let words) = behaviour, total >= limit {
        say(words, to: peer)
        return
      }
    }
    switch behaviour {
    case .reply(let words): say(words, to: peer)
    case .hangUp(_, let words): say(words, to: peer)
    case .silent: _ = read(1, from: peer)
    }
  }

  private func say(_ words: [UInt8], to peer: Int32) {
    _ = words.withUnsafeBytes { send(peer, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
  }

  private func read(_ count: Int, from peer: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var have = 0
    while have < count {
      let got = bytes.withUnsafeMutableBytes { recv(peer, $0.baseAddress?.advanced(by: have), count - have, 0) }
      if got <= 0 { return nil }
      have += got
    }
    return bytes
  }
}
