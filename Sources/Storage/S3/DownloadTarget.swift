import Files
import Glibc

/// A file that a download goes into, emptied before each try.
struct DownloadTarget {
  let file: OwnedDescriptor

  func emptied() throws(SystemCallError) -> OwnedDescriptor {
    guard ftruncate(file.raw, 0) == 0 else { throw SystemCallError(call: "ftruncate", code: errno, path: file.path) }
    try file.rewind()
    return file
  }
}
