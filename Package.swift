// swift-tools-version: 6.1
import PackageDescription

/// Strict from the first line: Swift 6 mode comes with the tools version, the rest is switched on here.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A Debian C library: a folder with a module map and a shim header.
func library(_ name: String, pkgConfig: String? = nil, package: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/CLibraries/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// A room of the house (see README, "Architecture"). `uses` are the only arrows that leave it.
func room(
  _ name: String, uses: [Target.Dependency] = [], exclude: [String] = [], resources: [Resource]? = nil
) -> Target {
  .target(name: name, dependencies: uses, exclude: exclude, resources: resources, swiftSettings: strict)
}

func program(_ name: String, uses: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: uses, swiftSettings: strict)
}

func tests(_ name: String, uses: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: uses, swiftSettings: strict)
}

let package = Package(
  name: "hoso",
  products: [
    .executable(name: "hoso", targets: ["hoso"]),
    .executable(name: "hoso-stage-host", targets: ["hoso-stage-host"]),
    .executable(name: "hoso-samples", targets: ["hoso-samples"]),
  ],
  targets: [
    library("CPNG", pkgConfig: "libpng", package: "libpng-dev"),
    library("CTurboJPEG", pkgConfig: "libturbojpeg", package: "libturbojpeg0-dev"),
    library("CTIFF", pkgConfig: "libtiff-4", package: "libtiff-dev"),
    library("CHEIF", pkgConfig: "libheif", package: "libheif-dev"),
    library("CZlib", pkgConfig: "zlib", package: "zlib1g-dev"),
    library("CPoppler", pkgConfig: "poppler-glib", package: "libpoppler-glib-dev"),
    library("CQPDF", pkgConfig: "libqpdf", package: "libqpdf-dev"),
    library("CLeptonica", pkgConfig: "lept", package: "libleptonica-dev"),
    library("CPango", pkgConfig: "pangocairo", package: "libpango1.0-dev"),
    library("CQRencode", pkgConfig: "libqrencode", package: "libqrencode-dev"),
    library("CSQLite", pkgConfig: "sqlite3", package: "libsqlite3-dev"),
    library("CCrypto", pkgConfig: "libcrypto", package: "libssl-dev"),
    library("CMicroHTTPD", pkgConfig: "libmicrohttpd", package: "libmicrohttpd-dev"),
    library("CSeccomp", pkgConfig: "libseccomp", package: "libseccomp-dev"),
    // ZXing has no C face: a shim of a few lines of C++ gives it one.
    .target(
      name: "CZXing", path: "Sources/CLibraries/CZXing",
      linkerSettings: [.linkedLibrary("ZXing")]),
    // Tesseract's C face lacks an iterator that does not look for writing from right to left.
    .target(
      name: "CTesseract", path: "Sources/CLibraries/CTesseract",
      linkerSettings: [.linkedLibrary("tesseract")]),
    // Takes the place of one of Leptonica's functions, which Tesseract calls for each line of text.
    .target(
      name: "CTextLines", path: "Sources/CLibraries/CTextLines",
      linkerSettings: [.linkedLibrary("lept"), .linkedLibrary("dl")]),
    // libpq, loaded on demand: linked, it would weigh on every start.
    .target(
      name: "CPostgres", path: "Sources/CLibraries/CPostgres", linkerSettings: [.linkedLibrary("dl")]),
    // libcurl, loaded on demand for the same reason.
    .target(name: "CCurl", path: "Sources/CLibraries/CCurl", linkerSettings: [.linkedLibrary("dl")]),
    // What Swift cannot say itself: descriptor passing, spawn attributes, clocks, limits.
    .target(name: "CPosix", path: "Sources/CLibraries/CPosix"),

    room("Dossiers"),
    room("Logs", uses: ["Dossiers"]),
    room("Digests", uses: ["CCrypto"]),
    room("Files", uses: ["CPosix"]),
    // Calls to other servers: Zalo, reception systems, object stores.
    room("HTTPClient", uses: ["CCurl"]),
    room("Media", uses: ["Dossiers", "CZlib", "CPNG", "CTurboJPEG", "CTIFF", "CHEIF", "CPoppler", "CQPDF"]),
    room("Recognition", uses: ["Dossiers", "Media", "CZXing", "CLeptonica", "CTesseract", "CTextLines"]),
    room("Forms", uses: ["Dossiers", "CPango", "CQRencode"]),
    room("Normalising", uses: ["Dossiers", "Media", "Digests", "Files", "CZlib"]),
    room("Pipeline", uses: ["Dossiers", "Digests"]),
    room("Workflow", uses: ["Dossiers", "Digests", "CSQLite", "CPostgres", "CPosix"], exclude: ["Schema.md"]),
    room("Storage", uses: ["Dossiers", "Digests", "Files", "HTTPClient", "CPosix"]),
    room("Archive", uses: ["Dossiers", "Digests", "Files", "CZlib"]),
    room("Stages", uses: ["Dossiers", "Digests", "Files", "Pipeline", "Workflow", "Storage", "Archive", "CPosix"]),
    // A stage host's own side: the walls it puts up around itself, and its answers to the worker.
    room("Containment", uses: ["Dossiers", "Files", "Pipeline", "Stages", "CPosix", "CSeccomp"]),
    room(
      "ContainedStages",
      uses: [
        "Dossiers", "Media", "Recognition", "Normalising", "Forms", "Files", "Pipeline", "Stages", "CPosix", "CPango",
      ]),
    room(
      "Worker",
      uses: [
        "Dossiers", "Logs", "Digests", "Files", "Pipeline", "Stages", "Workflow", "Storage", "Archive", "CPosix",
      ]),
    room(
      "Reception",
      uses: [
        "Dossiers", "Logs", "Digests", "Files", "HTTPClient", "Pipeline", "Stages", "Workflow", "Storage", "Archive",
        "Worker", "Markup",
        "CPosix",
      ]),
    // The ways in over the network: reception systems' interface, the public look-up, the web form.
    room(
      "Serving",
      uses: [
        "Dossiers", "Logs", "Digests", "Files", "Pipeline", "Stages", "Workflow", "Storage", "Worker", "Reception",
        "Markup", "CMicroHTTPD",
      ]),
    // The office's account with Zalo: citizens' chats in, answers and messages out.
    room(
      "Zalo",
      uses: ["Dossiers", "Logs", "Digests", "Files", "HTTPClient", "Workflow", "Storage", "Worker", "Reception"]),
    // Backups, restores, sweeps: the whole of an installation at a time.
    room(
      "Upkeep",
      uses: ["Dossiers", "Digests", "Files", "Workflow", "Storage", "Archive", "Worker", "Reception"]),
    room("Console", uses: ["Dossiers"]),
    // Pages for people: text that escapes itself.
    room("Markup"),

    program(
      "hoso",
      uses: [
        "Dossiers", "Logs", "Digests", "Pipeline", "Stages", "Workflow", "Storage", "Archive", "Worker",
        "Reception", "Serving", "Zalo", "Upkeep", "Console", "Files",
      ]),
    program(
      "hoso-stage-host",
      uses: ["ContainedStages", "Containment", "Files", "Forms", "Media", "Stages", "Pipeline", "Dossiers", "CPosix"]),
    // A stage host that attacks its walls: what the tests send against them.
    program("hoso-hostile-host", uses: ["Containment", "Files", "Stages", "Pipeline", "Dossiers", "CPosix"]),
    // What we parse ourselves, for libFuzzer (Tests/fuzz) or to run a finding again.
    program(
      "hoso-fuzz",
      uses: ["Dossiers", "Pipeline", "Stages", "Media", "Recognition", "Reception", "Serving"]),
    program(
      "hoso-bench",
      uses: ["Workflow", "Dossiers", "Digests", "Files", "HTTPClient", "CSQLite", "CPostgres", "CPosix"]),
    program("hoso-samples", uses: ["Dossiers", "Media", "Forms", "CPango", "CQPDF"]),

    tests("DossiersTests", uses: ["Dossiers"]),
    tests("DigestsTests", uses: ["Digests"]),
    tests("FilesTests", uses: ["Files"]),
    // A server on loopback for tests that need somebody to call.
    .target(name: "LoopbackHTTP", path: "Tests/LoopbackHTTP", swiftSettings: strict),
    tests("HTTPClientTests", uses: ["HTTPClient", "LoopbackHTTP"]),
    tests("MediaTests", uses: ["Media", "Dossiers"]),
    tests("RecognitionTests", uses: ["Recognition", "Media", "Dossiers", "CPango"]),
    tests("ContainedStagesTests", uses: ["ContainedStages", "Recognition", "Media", "Pipeline", "Dossiers"]),
    // Other people's programs that judge what we made.
    .target(name: "TestTools", path: "Tests/TestTools", swiftSettings: strict),
    tests("FormsTests", uses: ["Forms", "Media", "Recognition", "Dossiers", "TestTools"]),
    tests(
      "NormalisingTests",
      uses: ["Normalising", "ContainedStages", "Pipeline", "Media", "Files", "Dossiers", "TestTools"]),
    tests("PipelineTests", uses: ["Pipeline", "Stages", "Dossiers"]),
    tests("WorkflowTests", uses: ["Workflow", "Dossiers", "CSQLite", "CPostgres", "hoso-bench"]),
    tests("StorageTests", uses: ["Storage", "Files", "Digests", "Dossiers"]),
    tests("ArchiveTests", uses: ["Archive", "Storage", "Files", "Digests", "Dossiers"]),
    tests(
      "WorkerTests",
      uses: [
        "Worker", "Stages", "Pipeline", "Workflow", "Storage", "Archive", "Files", "Digests", "Logs", "Dossiers",
        "CPosix",
      ]),
    tests(
      "ReceptionTests",
      uses: [
        "Reception", "Pipeline", "Stages", "Worker", "Workflow", "Storage", "Files", "Digests", "Logs", "Dossiers",
        "LoopbackHTTP",
      ]),
    tests(
      "ZaloTests",
      uses: [
        "Zalo", "Serving", "Reception", "Pipeline", "Stages", "HTTPClient", "Worker", "Workflow", "Storage", "Files",
        "Digests", "Logs", "Dossiers",
        "LoopbackHTTP",
      ]),
    tests(
      "ServingTests",
      uses: [
        "Serving", "Reception", "Stages", "Worker", "Workflow", "Storage", "Files", "Digests", "Logs", "Dossiers",
      ]),
    tests(
      "UpkeepTests",
      uses: [
        "Upkeep", "Reception", "Worker", "Workflow", "Storage", "Archive", "Stages", "Pipeline", "Files", "Digests",
        "Dossiers",
      ]),
    tests("ConsoleTests", uses: ["Console"]),
    // Whole programs, as their users run them.
    tests(
      "HosoTests",
      uses: [
        "Workflow", "Dossiers", "Digests", "Media", "Forms", "Archive", "HTTPClient", "Files", "TestTools",
        "hoso-bench",
      ]),
  ],
  cxxLanguageStandard: .cxx17
)
