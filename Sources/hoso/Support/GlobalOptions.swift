import Console

/// Options that mean the same in every command that takes them.
enum GlobalOptions {
  static let home = OptionDescription(
    "--home", value: "DIR", summary: "the installation's folder (or HOSO_HOME; default: ./hoso-home)")
  static let store = OptionDescription(
    "--store", value: "URL",
    summary: "the store: postgres://… for many machines (or HOSO_STORE; default: the home's SQLite file)")
  static let files = OptionDescription(
    "--files", value: "URL",
    summary: "the files: s3://bucket/prefix?endpoint=… for many machines (or HOSO_FILES; default: the home's folder)")
  static let json = OptionDescription("--json", summary: "JSON on standard output, for programs")
  static let log = OptionDescription("--log", value: "text|json", summary: "how log lines are written (default: text)")
  static let verbose = OptionDescription("--verbose", summary: "log more")
  static let actor = OptionDescription(
    "--by", value: "NAME", summary: "who decides, for the record (default: the login name)")

  static let all = [home, store, files, json, log, verbose, actor]
}
