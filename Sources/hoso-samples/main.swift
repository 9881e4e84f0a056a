import Foundation

/// `hoso-samples make DIR` draws the sample dossiers afresh; `hoso-samples forms DIR` prints an example of each form.
let arguments = Array(CommandLine.arguments.dropFirst())
do {
  guard arguments.count == 2 else { throw Usage() }
  let folder = URL(filePath: arguments[1], directoryHint: .isDirectory)
  switch arguments[0] {
  case "make": try SampleMaker.write(to: folder)
  case "forms": try ExampleForms.write(to: folder)
  default: throw Usage()
  }
} catch let usage as Usage {
  FileHandle.standardError.write(Data("\(usage)\n".utf8))
  exit(2)
} catch {
  FileHandle.standardError.write(Data("hoso-samples: \(error)\n".utf8))
  exit(3)
}
