import Archive
import Testing

@Suite struct PackageVerifierTests {
  @Test(
    "a package of each kind is known for what it is and found valid",
    arguments: [
      (PackageFormat.bagit, PackageVerifier.Kind.bag), (.bagitZip, .serialisedBag), (.bagitTar, .serialisedBag),
      (.earkSIP, .informationPackage), (.earkAIP, .informationPackage),
    ])
  func kinds(format: PackageFormat, kind: PackageVerifier.Kind) throws {
    let scratch = try Scratch()
    let placed = try DossierPackager.package(
      try Samples.contents(scratch), as: format, in: "\(scratch.path)/scratch", to: "\(scratch.path)/packages")
    let report = try PackageVerifier.verify("\(scratch.path)/packages/\(placed.path)", in: "\(scratch.path)/scratch")
    #expect(report.kind == kind)
    #expect(report.isValid)
    #expect(report.findings.isEmpty)
    #expect(kind == .serialisedBag || report.digest == placed.digest)
  }

  @Test("a folder that is nothing known is a bag that lacks something, and nothing at all is not found")
  func unknown() throws {
    let scratch = try Scratch()
    #expect(try !PackageVerifier.verify(scratch.path, in: scratch.path).isComplete)
    #expect {
      try PackageVerifier.verify("\(scratch.path)/none", in: scratch.path)
    } throws: { ($0 as? ArchiveError)?.code == .notFound }
  }
}
