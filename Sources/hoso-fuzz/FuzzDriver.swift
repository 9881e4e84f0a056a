import Glibc

/// libFuzzer, where it was linked in: looked for by name, since an ordinary build does without.
enum FuzzDriver {
  private typealias Callback = @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
  private typealias Driver =
    @convention(c) (
      UnsafeMutablePointer<Int32>, UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>, Callback
    ) -> Int32

  /// What is fuzzed. libFuzzer's callback has no room for a context; set once, before it runs, on the same thread.
  nonisolated(unsafe) static var target: FuzzTarget?

  /// Runs libFuzzer with its own arguments; nil where this build has none.
  static func run(_ arguments: [String]) -> Int32? {
    guard let symbol = dlsym(nil, "LLVMFuzzerRunDriver") else { return nil }
    let driver = unsafeBitCast(symbol, to: Driver.self)
    var count = Int32(arguments.count)
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    pointers.append(nil)
    return pointers.withUnsafeMutableBufferPointer { buffer in
      var base = buffer.baseAddress
      return driver(&count, &base) { bytes, count in
        FuzzDriver.target?.run(UnsafeRawBufferPointer(start: bytes, count: count))
        return 0
      }
    }
  }
}
