import Archive
import Digests
import Files
import Glibc
import Testing

@Suite struct InformationPackageVerifierTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Packs the sample dossier; the package's folder below the scratch folder.
  private func package(_ format: PackageFormat = .earkAIP) throws -> (placed: PlacedPackage, folder: String) {
    let placed = try DossierPackager.package(
      try Samples.contents(scratch), as: format, in: "\(scratch.path)/scratch", to: "\(scratch.path)/packages")
    return (placed, "packages/\(placed.path)")
  }

  private func verify(_ folder: String) throws -> InformationPackageReport {
    try InformationPackageVerifier.verify("\(scratch.path)/\(folder)")
  }

  @Test("what we pack is valid to the last file", arguments: [PackageFormat.earkSIP, .earkAIP])
  func sound(format: PackageFormat) throws {
    let (placed, folder) = try package(format)
    let report = try verify(folder)
    #expect(report.findings.isEmpty)
    #expect(report.byteCount == placed.byteCount)
    #expect(report.digest == placed.digest)
    #expect(report.files == (try scratch.digests(below: folder)).count)
    #expect(report.identifier?.contains("uuid") == true)
  }

  @Test(
    "a flipped byte is named with file and digests, wherever it is",
    arguments: [
      "representations/rep2/data/02-_biên lai.pdf", "metadata/preservation/PREMIS.xml",
      "representations/rep1/METS.xml", "schemas/xlink.xsd",
    ])
  func flipped(name: String) throws {
    let (_, folder) = try package()
    var bytes = Array(try scratch.read("\(folder)/\(name)").utf8)
    let expected = SHA256Digest.hex(of: bytes)
    bytes[bytes.count - 2] ^= 1
    try scratch.write("\(folder)/\(name)", bytes)
    let damaged = try verify(folder).findings.filter { $0.code == .fileDamaged }
    #expect(damaged.map(\.file) == [name])
    #expect(damaged.first?.digest?.expected == expected)
    #expect(damaged.first?.digest?.found == SHA256Digest.hex(of: bytes))
  }

  @Test("what is missing, what is too much and what is a link are findings")
  func lists() throws {
    let (_, folder) = try package()
    try Folder.removeFile("\(scratch.path)/\(folder)/metadata/other/text/01.txt")
    try scratch.write("\(folder)/extra", "x")
    #expect(symlink("/etc/passwd", "\(scratch.path)/\(folder)/link") == 0)
    let report = try verify(folder)
    #expect(!report.isComplete)
    #expect(Set(report.findings.map(\.code)) == [.fileMissing, .fileUnlisted, .pathLink])
  }

  @Test(
    "a METS that names files outside of the package opens none",
    arguments: [
      "../../outside", "%2e%2e/outside", "/etc/passwd", "file:///etc/../../x",
    ])
  func unsafe(href: String) throws {
    try scratch.write(
      "p/METS.xml",
      "<mets><fileSec><fileGrp><file SIZE=\"1\"><FLocat href=\"\(href)\"/></file></fileGrp></fileSec></mets>")
    let codes = try verify("p").findings.map(\.code)
    #expect(codes == [.pathUnsafe] || codes == [.fileMissing])
    if href.contains("..") { #expect(codes == [.pathUnsafe]) }
  }

  @Test(
    "METS that is no XML, or plays tricks, is a finding",
    arguments: [
      "", "<", "<mets", "<mets a>", "<mets a=>", "<mets a=\"", "<mets a=\"&x;\"/>", "<!DOCTYPE mets []><mets/>",
      "<mets a=\"&#xD800;\"/>", "<!-- <mets/>", "<mets><![CDATA[", "<?xml ", "<mets a=\"&amp\"/>", "< >",
      "<mets //////",
    ])
  func malformed(text: String) throws {
    try scratch.write("p/METS.xml", text)
    let report = try verify("p")
    #expect(text.isEmpty ? report.findings.isEmpty : !report.isValid)
  }

  @Test("a folder without METS lacks it")
  func absent() throws {
    try Folder.create("\(scratch.path)/p")
    #expect(try verify("p").findings.map(\.code) == [.fileMissing])
    #expect { try verify("none") } throws: { ($0 as? ArchiveError)?.code == .notFound }
  }
}
