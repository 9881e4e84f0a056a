import Files
import Glibc
import Testing

@Suite struct FilesTests {
  /// A folder of this test alone, removed with it.
  final class Scratch {
    let path: String
    init() throws {
      path = "/tmp/hoso-files-tests-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
      try Folder.create(path)
    }
    deinit { _ = try? Folder.removeTree(path) }
  }

  @Test("folders are made with their mode whatever the umask is, and those that changed are named")
  func create() throws {
    let scratch = try Scratch()
    let changed = try Folder.create("\(scratch.path)/a/b/c", mode: 0o750)
    #expect(changed == [scratch.path, "\(scratch.path)/a", "\(scratch.path)/a/b"])
    #expect(try FileStatus.of("\(scratch.path)/a/b/c")?.mode == 0o750)
    #expect(try Folder.create("\(scratch.path)/a/b/c").isEmpty)
  }

  @Test("a file in a folder's place is an error")
  func obstructed() throws {
    let scratch = try Scratch()
    try OwnedDescriptor.creating("\(scratch.path)/a", mode: 0o600).write([1])
    #expect(throws: SystemCallError.self) { try Folder.create("\(scratch.path)/a") }
    #expect(throws: SystemCallError.self) { try Folder.create("\(scratch.path)/a/b") }
  }

  @Test("the folder above a path", arguments: [("/a/b", "/a"), ("/a", "/"), ("a", "."), ("a/b/", "a"), ("/", "/")])
  func parents(path: String, parent: String) {
    #expect(Folder.parent(of: path) == parent)
  }

  @Test("a tree is removed without following its symbolic links")
  func removeTree() throws {
    let scratch = try Scratch()
    try Folder.create("\(scratch.path)/kept")
    try OwnedDescriptor.creating("\(scratch.path)/kept/file", mode: 0o600).write([1])
    try Folder.create("\(scratch.path)/gone/deep")
    #expect(symlink("\(scratch.path)/kept", "\(scratch.path)/gone/deep/link") == 0)
    #expect(try Folder.removeTree("\(scratch.path)/gone"))
    #expect(try FileStatus.of("\(scratch.path)/gone") == nil)
    #expect(try FileStatus.of("\(scratch.path)/kept/file")?.byteCount == 1)
    #expect(try !Folder.removeTree("\(scratch.path)/gone"))
  }

  @Test("an exclusive rename replaces nothing, not even an empty folder")
  func renameExclusively() throws {
    let scratch = try Scratch()
    try Folder.create("\(scratch.path)/old")
    try Folder.create("\(scratch.path)/new")
    #expect {
      try Folder.renameExclusively("\(scratch.path)/old", to: "\(scratch.path)/new")
    } throws: { ($0 as? SystemCallError)?.isExisting == true }
    try Folder.renameExclusively("\(scratch.path)/old", to: "\(scratch.path)/other")
    #expect(try FileStatus.of("\(scratch.path)/other")?.kind == .folder)
  }

  @Test("reading refuses pipes without waiting for them, folders, and names with a NUL")
  func odd() throws {
    let scratch = try Scratch()
    #expect(mkfifo("\(scratch.path)/pipe", 0o600) == 0)
    for name in ["pipe", ".", "missing", "pipe\u{0}x"] {
      #expect(throws: SystemCallError.self) { try OwnedDescriptor.reading("\(scratch.path)/\(name)") }
    }
  }

  @Test("a walk goes in byte order and tells of names that are no UTF-8")
  func walk() throws {
    let scratch = try Scratch()
    try Folder.create("\(scratch.path)/b")
    for name in ["b/z", "a", "ế", "B"] {
      try OwnedDescriptor.creating("\(scratch.path)/\(name)", mode: 0o600).write([1])
    }
    let odd = Array(scratch.path.utf8CString.dropLast()) + [0x2f, CChar(bitPattern: 0xff), 0]
    close(open(odd, O_CREAT | O_WRONLY, 0o600))
    var seen: [String] = []
    var unreadable = 0
    try Folder.walk(scratch.path) { file in
      if file.isReadableName { seen.append(file.relativePath) } else { unreadable += 1 }
    }
    #expect(seen == ["B", "a", "b", "b/z", "ế"])
    #expect(unreadable == 1)
    _ = unlink(odd)
  }

  @Test("a file is read whole, up to a limit")
  func readToEnd() throws {
    let scratch = try Scratch()
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    let file = try OwnedDescriptor.creating("\(scratch.path)/a", mode: 0o640)
    try file.write(bytes)
    try file.sync()
    try file.rewind()
    #expect(try file.status().mode == 0o640)
    #expect(try file.readToEnd(limit: 300_000) == bytes)
    try file.rewind()
    #expect { try file.readToEnd(limit: 299_999) } throws: { ($0 as? SystemCallError)?.code == EFBIG }
  }

  @Test("a failed call says what, where and why in English")
  func words() {
    #expect(SystemCallError(call: "open", code: ENOSPC, path: "/x").description == "open /x: No space left on device")
  }

  @Test(
    "a path of any bytes is text and comes back; what is UTF-8 stays as it is",
    arguments: [
      (Array("giấy tờ.jpg".utf8), "giấy tờ.jpg"), ([0x61, 0xE2, 0x79], "a\\xE2y"), ([0xFF, 0xC3], "\\xFF\\xC3"),
      // Half of a letter of two bytes, then a whole letter.
      ([0xC3, 0xC3, 0xA9], "\\xC3é"), ([0xED, 0xA0, 0x80], "\\xED\\xA0\\x80"), ([], ""),
    ] as [([UInt8], String)])
  func escaped(bytes: [UInt8], text: String) {
    #expect(EscapedPath.text(of: bytes) == text)
    #expect(EscapedPath.bytes(of: text) ?? Array(text.utf8) == bytes)
  }

  @Test("only what cannot be UTF-8 is taken for escaped", arguments: ["a\\x41", "a\\xG0", "\\x", "\\xE", "x\\"])
  func notEscaped(text: String) {
    #expect(EscapedPath.bytes(of: text) == nil)
  }

  @Test("a file that is called so to the letter goes before the one that an escaped path stands for")
  func literalFirst() throws {
    let scratch = try Scratch()
    try OwnedDescriptor.creating(scratch.path + "/\\xE2", mode: 0o600).write([1])
    #expect(try OwnedDescriptor.reading(typed: scratch.path + "/\\xE2").readToEnd(limit: 9) == [1])
    #expect(throws: SystemCallError.self) { try OwnedDescriptor.reading(typed: scratch.path + "/\\xE3") }
  }
}
