import Console
import Glibc
import Logs
import Pipeline
import Reception
import Worker
import Workflow

/// Makes the worker that a command line asks for.
enum WorkerStart {
  static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// `quiet` keeps all but warnings from the log, where a progress bar speaks.
  static func worker(for installation: Installation, arguments: Arguments, quiet: Bool) throws -> Worker {
    let jobs = try arguments.integer("--jobs", in: 1...256) ?? cores
    var configuration = WorkerConfiguration(home: installation.home, jobs: jobs)
    // Where several machines share a database, none of their folders decides the plan of all.
    configuration.appliesPipelineFile = !installation.location.isShared
    configuration.version = HosoVersion.text
    if let text = arguments.value("--min-free") {
      guard let bytes = Quantity.bytes(text) else {
        throw UsageError("--min-free takes \(Quantity.sizeWords), not “\(text)”")
      }
      configuration.freeSpaceFloorInBytes = bytes
    }
    if let count = try arguments.integer("--documents-per-host", in: 1...1_000_000) {
      configuration.documentsPerHost = count
    }
    configuration.requiresSandbox = arguments.has("--require-sandbox")
    return Worker(
      configuration: configuration, store: installation.store, files: installation.files,
      log: try log(arguments, quiet: quiet))
  }

  static func log(_ arguments: Arguments, quiet: Bool) throws -> LineLog {
    let word = arguments.value("--log") ?? "text"
    guard let style = LineLog.Style(rawValue: word) else {
      throw UsageError("--log is text or json, not “\(word)”")
    }
    let threshold: LogLevel = arguments.has("--verbose") ? .debug : quiet ? .warning : .info
    return LineLog(style: style, threshold: threshold)
  }
}
