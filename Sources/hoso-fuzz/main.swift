import Glibc

// hoso-fuzz TARGET [libFuzzer's options and folders]   built by Tests/fuzz, with libFuzzer in it
// hoso-fuzz TARGET FILE…                               runs findings again, in any build

func giveUp(_ message: String) -> Never {
  let line = Array("\(message)\n".utf8)
  _ = write(2, line, line.count)
  exit(2)
}

let words = CommandLine.arguments
guard words.count > 1, let target = FuzzTarget.all.first(where: { $0.name == words[1] }) else {
  giveUp("hoso-fuzz TARGET FILE…; targets: \(FuzzTarget.all.map(\.name).joined(separator: " "))")
}
FuzzDriver.target = target
if let code = FuzzDriver.run([words[0]] + words.dropFirst(2)) { exit(code) }
for path in words.dropFirst(2) {
  guard let file = fopen(path, "rb") else { giveUp("\(path) cannot be opened") }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
  fclose(file)
  bytes.withUnsafeBytes { target.run($0) }
}
