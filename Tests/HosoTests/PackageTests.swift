import Archive
import Dossiers
import Foundation
import Media
import Testing
import Workflow

@Suite("Packages, from the first to the copy on a disk", .serialized)
struct PackageTests {
  private func home(_ bundle: String, normalise: String = #"{"pdfa":"2u"}"#) throws -> TemporaryHome {
    let home = try TemporaryHome()
    _ = try home.write(
      "pipeline.json",
      Data(
        """
        {"pipeline":"short","stages":[
          {"id":"validate","uses":"validate-file"},{"id":"normalise","uses":"normalise","with":\(normalise)},
          {"id":"receipt","uses":"issue-receipt","with":{"agency":"H26.1"}},
          {"id":"bundle","uses":"bundle-dossier","with":\(bundle)},{"id":"hand-off","uses":"hand-off"}]}
        """.utf8))
    return home
  }

  @discardableResult
  private func takeIn(_ home: TemporaryHome, _ name: String, supplement: String? = nil, fails: Bool = false) throws
    -> Dossier
  {
    let file = try home.write(name, SmallPDF.bytes(lines: ["Ho so \(name)", "trang mot"]))
    let options = supplement.map { ["--supplement", $0] } ?? []
    let ended = try Program.run(Program.folder + "/hoso", ["enqueue", file, "--home", home.path] + options)
    #expect(ended.status == 0, "\(ended.errors)")
    let work = try Program.hoso("work", "--until-idle", "--jobs", "1", home: home.path)
    #expect(work.status == (fails ? 1 : 0), "\(work.errors)")
    let submission = ended.output.trimmingCharacters(in: .whitespacesAndNewlines)
    return try #require(try store(home).dossier(submission: SubmissionID(rawValue: submission)))
  }

  private func store(_ home: TemporaryHome) throws -> any WorkflowStore {
    try StoreLocation.sqlite(path: home.path + "/store.sqlite").open()
  }

  @Test(
    "a document that comes later makes a new package that names the earlier one, and nothing is rewritten",
    arguments: ["bagit", "bagit-zip", "bagit-tar", "eark-sip", "eark-aip"])
  func supplements(_ format: String) throws {
    let home = try home(#"{"format":"\#(format)"}"#)
    let first = try takeIn(home, "a.pdf")
    let code = try #require(first.code)
    let before = try #require(try store(home).packages(of: first.id).first)
    let path = home.path + "/packages/" + before.path
    let bytes = try Program.run("/bin/sh", ["-c", "find '\(path)' -type f -exec sha256sum {} + | sort"]).output
    #expect(!bytes.isEmpty)

    let second = try takeIn(home, "b.pdf", supplement: code)
    #expect(second.version == 2)
    #expect(second.code == code)
    let packages = try store(home).packages(of: first.id)
    #expect(packages.map(\.version) == [1, 2])
    #expect(try Program.run("/bin/sh", ["-c", "find '\(path)' -type f -exec sha256sum {} + | sort"]).output == bytes)
    let later = home.path + "/packages/" + (packages.last?.path ?? "")
    let verified = try Program.run(Program.folder + "/hoso", ["bag", "verify", path, later])
    #expect(verified.status == 0, "\(verified.output)")
    // The earlier one is named by its place and digest, wherever the format has room for it.
    let text: String
    switch format {
    case "bagit-zip":
      text = try Program.run("/usr/bin/python3", ["-c", Self.readZip, later]).output
    case "bagit-tar": text = try Program.run("/bin/tar", ["-xOf", later]).output
    default:
      text = try Program.run(
        "/bin/sh", ["-c", "find '\(later)' -name '*.xml' -o -name '*.txt' -o -name '*.json' | xargs cat"]
      ).output
    }
    #expect(text.contains(before.path), "\(before.path)")
    #expect(text.contains(before.digest))
    #expect(text.contains("b.pdf"))
  }

  private static let readZip =
    "import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nfor n in z.namelist():\n  sys.stdout.write(z.read(n).decode('utf-8','replace'))"

  @Test(
    "a package made again under another time zone, language and umask has the same bytes",
    arguments: ["bagit", "bagit-zip", "bagit-tar", "eark-sip", "eark-aip"])
  func reproducible(_ format: String) throws {
    let home = try home(#"{"format":"\#(format)","fonds":"H26.P7","mode":"Công khai"}"#)
    let dossier = try takeIn(home, "a.pdf")
    let package = try #require(try store(home).packages(of: dossier.id).first)
    let code = try #require(dossier.code)
    func listing(_ folder: String) throws -> String {
      try Program.run(
        "/bin/sh", ["-c", "cd '\(folder)' && find . -type f ! -path './scratch/*' -exec sha256sum {} + | sort -k2"]
      ).output
    }
    let original = try listing(home.path + "/packages")
    #expect(!original.isEmpty)
    for (number, environment) in [
      "TZ=America/New_York LANG=vi_VN.UTF-8 LC_ALL=C umask 077", "TZ=Asia/Kathmandu LC_ALL=tr_TR.UTF-8 umask 000",
    ].enumerated() {
      let again = home.path + "/again-\(number)"
      let parts = environment.split(separator: " ")
      let variables = parts.filter { $0.contains("=") }.joined(separator: " ")
      let umask = parts.last ?? "022"
      let ended = try Program.run(
        "/bin/sh",
        [
          "-c",
          "umask \(umask); env \(variables) '\(Program.folder)/hoso' bag rebuild \(code) '\(again)' --home '\(home.path)'",
        ])
      #expect(ended.status == 0, "\(ended.errors)")
      #expect(ended.output.contains(package.digest))
      #expect(try listing(again) == original)
    }
  }

  @Test("a validator that does not accept a copy blocks the package, and the same copy passes one that does")
  func validator() throws {
    let home = try TemporaryHome()
    let program = try home.write(
      "verapdf",
      Data(
        """
        #!/bin/sh
        # Called as verapdf is: --flavour LEVEL --format text FILE
        [ "$1" = --flavour ] && [ "$2" = 2u ] || exit 9
        for last; do :; done
        head -c 8 "$last" | grep -q PDF-1 || exit 8
        echo "FAIL $last 6.2.11.4.1-1"
        exit 1
        """.utf8))
    chmod(program, 0o755)
    _ = try home.write(
      "pipeline.json",
      Data(
        """
        {"pipeline":"short","stages":[
          {"id":"validate","uses":"validate-file"},{"id":"normalise","uses":"normalise"},
          {"id":"receipt","uses":"issue-receipt","with":{"agency":"H26.1"}},
          {"id":"bundle","uses":"bundle-dossier","with":{"validator":"\(program)"}},
          {"id":"hand-off","uses":"hand-off"}]}
        """.utf8))
    let dossier = try takeIn(home, "a.pdf", fails: true)
    #expect(dossier.state != .handedOff)
    #expect(try store(home).packages(of: dossier.id).isEmpty)
    let tasks = try store(home).tasks(states: nil, limit: 10)
    let task = try #require(tasks.first { $0.kind == .dossier })
    #expect(task.lastError?.contains("PDF/A-2u") == true, "\(task.lastError ?? "")")
    #expect(task.lastError?.contains("6.2.11.4.1-1") == true, "\(task.lastError ?? "")")

    try Data("#!/bin/sh\nexit 0\n".utf8).write(to: URL(fileURLWithPath: program))
    chmod(program, 0o755)
    #expect(try Program.hoso("tasks", "retry", task.id.rawValue, home: home.path).status == 0)
    #expect(try Program.hoso("work", "--until-idle", home: home.path).status == 0)
    #expect(try store(home).dossier(dossier.id)?.state == .handedOff)
  }

  @Test("what is exported is read back; a damaged copy is named, and a run again mends what is missing")
  func exports() throws {
    let home = try home(#"{"format":"bagit"}"#)
    let dossiers = try ["a.pdf", "b.pdf", "c.pdf"].map { try takeIn(home, $0) }
    let out = home.path + "/disk"
    let first = try Program.hoso("export", out, "--state", "handed-off", home: home.path)
    #expect(first.status == 0, "\(first.errors) \(first.output)")
    let check = try Program.run("/bin/sh", ["-c", "cd '\(out)' && sha256sum --quiet -c manifest-sha256.txt"])
    #expect(check.status == 0, "\(check.output)")
    #expect(try Program.run(Program.folder + "/hoso", ["export", out, "--verify-only"]).status == 0)

    let package = try #require(try store(home).packages(of: dossiers[1].id).first)
    let victim = out + "/" + package.path + "/bagit.txt"
    try Data("BagIt-Version: 9.7\n".utf8).write(to: URL(fileURLWithPath: victim))
    let damaged = try Program.run(Program.folder + "/hoso", ["export", out, "--verify-only"])
    #expect(damaged.status == 1)
    #expect(damaged.output.contains(package.path + "/bagit.txt"))
    try FileManager.default.removeItem(atPath: victim)
    let again = try Program.hoso("export", out, home: home.path)
    #expect(again.status == 0, "\(again.errors) \(again.output)")
    #expect(try Program.run(Program.folder + "/hoso", ["export", out, "--verify-only"]).status == 0)

    let one = try Program.hoso("export", home.path + "/one", dossiers[0].code ?? "", home: home.path)
    #expect(one.status == 0)
    #expect(one.output.contains("1 packages"))
    #expect(
      try Program.hoso("export", home.path + "/none", "--since", "2999-01-01", home: home.path).output.contains(
        "0 packages"))
    #expect(try Program.hoso("export", home.path + "/x", "H99-1", home: home.path).status == 2)
    #expect(try Program.hoso("export", home.path + "/x", "--since", "gestern", home: home.path).status == 2)
  }

  @Test(
    "a byte that changed in a package is told with package, file and digests, and so is a package that is gone",
    arguments: ["bagit", "bagit-zip", "bagit-tar", "eark-aip"])
  func fixity(_ format: String) throws {
    let home = try home(#"{"format":"\#(format)"}"#)
    let dossier = try takeIn(home, "a.pdf")
    let sound = try Program.hoso("fixity", home: home.path)
    #expect(sound.status == 0, "\(sound.output)")
    #expect(sound.output.contains("1 packages read: 0 missing, 0 damaged, 0 unreadable"))
    let package = try #require(try store(home).packages(of: dossier.id).first)
    let place = home.path + "/packages/" + package.path
    var isFolder: ObjCBool = false
    #expect(FileManager.default.fileExists(atPath: place, isDirectory: &isFolder))
    // The PDF itself, somewhere in the middle.
    let found = try Program.run("/bin/sh", ["-c", "grep -rl Helvetica '\(place)' | head -1"]).output
    let victim = isFolder.boolValue ? found.trimmingCharacters(in: .whitespacesAndNewlines) : place
    var bytes = try Data(contentsOf: URL(fileURLWithPath: victim))
    let offset = try #require(bytes.range(of: Data("Helvetica".utf8))).lowerBound
    bytes[offset] ^= 1
    try bytes.write(to: URL(fileURLWithPath: victim))
    let damaged = try Program.hoso("fixity", home: home.path)
    #expect(damaged.status == 1)
    let line = try #require(damaged.output.split(separator: "\n").first { $0.hasPrefix("damaged package") })
    #expect(line.contains(package.path))
    #expect(damaged.output.contains(".pdf"), "\(damaged.output)")
    #expect(damaged.output.matches(of: #/[0-9a-f]{64}/#).count >= 2)
    #expect(damaged.output.contains("1 packages read: 0 missing, 1 damaged, 0 unreadable"))
    try FileManager.default.removeItem(atPath: place)
    let gone = try Program.hoso("fixity", home: home.path)
    #expect(gone.status == 1 && gone.output.contains("missing package \(package.path)"))
  }

  @Test("a disk that fills up is told by name, and the export goes on when there is room")
  func fullDisk() throws {
    guard let disk = try SmallDisk(mebibytes: 16) else { return }
    let home = try home(#"{"format":"bagit"}"#)
    let dossiers = try ["a.pdf", "b.pdf", "c.pdf", "d.pdf"].map { try takeIn(home, $0) }
    let size = try #require(try store(home).packages(of: dossiers[0].id).first?.byteCount)
    try disk.fill(leavingKiB: Int(size) * 2 / 1024)
    let out = disk.path + "/out"
    let noRoom = try Program.hoso("export", out, home: home.path)
    #expect(noRoom.status == 3)
    #expect(noRoom.errors.contains("export.disk-full"), "\(noRoom.errors)")
    // One package has room; where some are there, the disk fills up on the way.
    #expect(try Program.hoso("export", out, dossiers[0].code ?? "", home: home.path).status == 0)
    let full = try Program.hoso("export", out, home: home.path)
    #expect(full.status == 3)
    #expect(full.errors.contains("export.disk-full"), "\(full.errors)")
    disk.makeRoom()
    let enough = try Program.hoso("export", out, home: home.path)
    #expect(enough.status == 0, "\(enough.errors) \(enough.output)")
    let check = try Program.run("/bin/sh", ["-c", "cd '\(out)' && sha256sum --quiet -c manifest-sha256.txt"])
    #expect(check.status == 0, "\(check.output)")
  }
}
