/// Something that the person at the command line can put right; `message` says how.
struct ConfigurationError: Error {
  let message: String

  init(_ message: String) {
    self.message = message
  }
}
