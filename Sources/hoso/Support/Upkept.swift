import Upkeep

/// Runs a work of upkeep; what the operator can put right is told so.
enum Upkept {
  static func value<Value>(_ body: () throws(UpkeepError) -> Value) throws -> Value {
    do throws(UpkeepError) {
      return try body()
    } catch {
      switch error.code {
      case .occupied, .noBackup, .refused, .busy: throw ConfigurationError(error.message)
      case .damaged, .store, .io: throw error
      }
    }
  }
}
