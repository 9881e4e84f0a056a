import Foundation

/// `hoso-samples make DIR` draws the sample dossiers afresh; `hoso-samples forms DIR` prints an example of each form.
let arguments = CommandLine.arguments.dropFirst()
do {
  switch (arguments.first, arguments.count) {
  case ("forms", 2): try ExampleForms.write(to: URL(filePath: arguments[2], directoryHint: .isDirectory))
  default:
    FileHandle.standardError.write(Data("usage: hoso-samples forms DIR\n".utf8))
    exit(2)
  }
} catch {
  FileHandle.standardError.write(Data("hoso-samples: \(error)\n".utf8))
  exit(3)
}
