import Glibc

/// Where the stage host's executable lies.
enum StageHostLocation {
  static let environmentName = "HOSO_STAGE_HOST"
  static let programName = "hoso-stage-host"

  /// The path given, else the environment's, else beside the running program.
  static func find(_ given: String?) throws(WorkerError) -> String {
    if let given { return try executable(given) }
    if let named = getenv(environmentName) { return try executable(String(cString: named)) }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let program = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return try executable(program[..<(program.lastIndex(of: "/") ?? program.startIndex)] + "/" + programName)
  }

  private static func executable(_ path: String) throws(WorkerError) -> String {
    guard access(path, X_OK) == 0 else {
      throw WorkerError(
        .noStageHost, "no stage host at \(path): set \(environmentName) to where \(programName) lies")
    }
    return path
  }
}
