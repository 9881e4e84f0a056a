import CPosix
import Dossiers
import Files
import Glibc
import Pipeline
import Stages

/// One run of a `scan-virus` stage: the file goes to clamd in pieces (INSTREAM), whose word decides.
///
/// Anything but its plain "OK" is no clean bill: unreachable, late, an error or words unknown mean another try later.
struct VirusScan {
  private let address: ClamdAddress?
  private let maxBytes: Int64
  private let milliseconds: Int64

  init(_ stage: PlannedStage) {
    address = ClamdAddress(stage.settings["clamd"]?.string ?? ClamdAddress.standard)
    maxBytes = stage.settings["maxBytes"]?.integer ?? 100 << 20
    milliseconds = stage.limits.timeMilliseconds
  }

  /// `file` is read from its first byte. Throws `HostFailure.stopped` where the answer is not wanted any more.
  func result(on file: OwnedDescriptor, isUnwanted: @escaping () -> Bool) throws -> StageResult {
    guard let address else { return StageResult(outcome: .fault, detail: "the setting clamd is no address") }
    let byteCount = try file.status().byteCount
    guard byteCount <= maxBytes else {
      return unscanned("the file has \(byteCount) bytes, more than the \(maxBytes) that are sent to clamd")
    }
    let deadline = hoso_boot_milliseconds() + milliseconds
    do {
      let scanner = try version(address, deadline, isUnwanted)
      let reply = try scan(file, ClamdConnection(address, deadline: deadline, isUnwanted: isUnwanted))
      return Self.result(reply, scanner: scanner) ?? unscanned("clamd's StreamMaxLength is below the file's size")
    } catch is ClamdConnection.Unwanted {
      throw HostFailure.stopped
    } catch let trouble as ClamdConnection.Trouble {
      return StageResult(outcome: .retry, detail: trouble.reason)
    }
  }

  /// Program and signatures that answer, for the record: `ClamAV 1.4.6/27800/Sun Nov 22 08:30:11 2026`.
  private func version(
    _ address: ClamdAddress, _ deadline: Int64, _ isUnwanted: @escaping () -> Bool
  ) throws -> String {
    let connection = try ClamdConnection(address, deadline: deadline, isUnwanted: isUnwanted)
    guard try connection.send("zVERSION\0") else { throw ClamdConnection.Trouble(reason: "clamd hung up") }
    let version = try connection.reply()
    guard version.hasPrefix("ClamAV ") else {
      throw ClamdConnection.Trouble(reason: "what listens there does not answer as clamd does")
    }
    return version
  }

  private func scan(_ file: OwnedDescriptor, _ connection: ClamdConnection) throws -> ClamdReply {
    guard try connection.send("zINSTREAM\0") else { return ClamdReply(try connection.reply()) }
    let buffer = ChunkBuffer()
    var offset: Int64 = 0
    while true {
      let count = try file.read(into: buffer.space, at: offset)
      offset += Int64(count)
      // Each piece goes behind its length, four bytes, most significant first; a length of nothing ends the stream.
      let length = withUnsafeBytes(of: UInt32(count).bigEndian) { Array($0) }
      let isSent = try length.withUnsafeBytes { try connection.send($0) } && connection.send(buffer.filled(count))
      // It hangs up in the middle where it has had enough, and says so.
      if count == 0 || !isSent { return ClamdReply(try connection.reply()) }
    }
  }

  /// nil where clamd finds the file too large.
  private static func result(_ reply: ClamdReply, scanner: String) -> StageResult? {
    switch reply {
    case .clean: StageResult(output: ["scanner": .string(scanner), "found": .null])
    case .found(let signature):
      StageResult(
        outcome: .rejected, problems: [.virusFound(signature)],
        output: ["scanner": .string(scanner), "found": .string(signature)])
    case .error(let words): StageResult(outcome: .retry, detail: words)
    case .tooLarge: nil
    }
  }

  private func unscanned(_ why: String) -> StageResult {
    StageResult(outcome: .review, problems: [.virusNotScanned], detail: why)
  }
}
