import Digests
import Foundation
import Testing

/// Files made to burst whatever unpacks them, and a signed one, through the whole programs.
@Suite("perils in files", .serialized, .timeLimit(.minutes(10)))
struct PerilTests {
  private struct Line: Decodable {
    struct Found: Decodable {
      let code: String
    }

    let verdict: String
    let problems: [Found]
  }

  /// Writes the files into the folder that it is called with.
  private static let maker = #"""
    import sys, zlib, struct
    folder = sys.argv[1]
    def pdf(name, *objects, root="/Type /Catalog /Pages 2 0 R", page="", extra=b""):
        body = [b"<< %s >>" % root.encode(), b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] %s >>" % page.encode()] + list(objects)
        out, places = b"%PDF-1.7\n", []
        for number, one in enumerate(body, 1):
            places.append(len(out)); out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(body) + 1)
        for place in places: out += b"%010d 00000 n \n" % place
        out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(body) + 1, start)
        open(f"{folder}/{name}", "wb").write(out + extra)
    def stream(data, more=""):
        return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), more.encode(), data)
    def packed(times, size=1 << 30):
        squeeze = zlib.compressobj(9); data = b""
        zeros = b"\0" * (1 << 20)
        for _ in range(size >> 20): data += squeeze.compress(zeros)
        data += squeeze.flush()
        for _ in range(times - 1): data = zlib.compress(data, 9)
        return data
    once, twice = packed(1), packed(2)
    pdf("content-bomb.pdf", stream(once, "/Filter /FlateDecode"), page="/Contents 4 0 R")
    pdf("nested-bomb.pdf", stream(twice, "/Filter [/FlateDecode /FlateDecode]"), page="/Contents 4 0 R")
    # The same behind the rarer filters, each alone and in a row.
    def lzw(codes, early=1):
        # Codes of 9 to 12 bits; what a decoder's table holds tells how many.
        bits, size, out, table, fresh = 0, 0, bytearray(), 258, True
        def put(code):
            nonlocal bits, size
            width = 12 if table + early > 2047 else 11 if table + early > 1023 else 10 if table + early > 511 else 9
            bits = bits << width | code; size += width
            while size >= 8:
                size -= 8; out.append(bits >> size & 255)
            bits &= (1 << size) - 1
        for code in codes:
            put(code)
            if code == 256: table, fresh = 258, True
            elif fresh: fresh = False
            else: table += 1
        if size: out.append(bits << (8 - size) & 255)
        return bytes(out)
    def zeros_by_lzw(size, early=1):
        # The longest strings that there are: each is the one before and a zero more.
        codes, made = [], 0
        while made < size:
            codes += [256, 0] + list(range(258, 4095)); made += sum(range(1, 3839))
        return lzw(codes + [257], early)
    runs = bytes([129, 0]) * (300 << 20 >> 7) + bytes([128])
    import base64
    text = lambda data: base64.a85encode(data) + b"~>"
    rare = {
        "lzw": (zeros_by_lzw(600 << 20), "/Filter /LZWDecode"),
        "lzw-late": (zeros_by_lzw(600 << 20, 0), "/Filter [/LZWDecode] /DecodeParms [<< /EarlyChange 0 >>]"),
        "runs": (runs, "/Filter /RunLengthDecode"),
        "text-flate": (text(once), "/Filter [ /ASCII85Decode /FlateDecode ]"),
        "short-names": (text(once), "/Filter [ /A85 %aside\n /Fl ]"),
        "hex-lzw": (zeros_by_lzw(600 << 20).hex().encode() + b">", "/Filter[/ASCIIHexDecode/LZWDecode]"),
        "flate-runs": (zlib.compress(runs, 9), "/Filter [/FlateDecode /RunLengthDecode]"),
        "lzw-flate": (lzw([256] + [c for b in once for c in (256, b)] + [257]), "/Filter [/LZWDecode /FlateDecode]"),
        "text-twice": (text(zlib.compress(text(twice))), "/Filter [/A85 /FlateDecode /A85 /FlateDecode /FlateDecode]"),
        "escaped": (runs, "/F#69lter /Run#4cengthDecode"),
        "elsewhere": (text(once), "/Filter 5 0 R"),
    }
    for name, (data, filter) in rare.items():
        pdf(f"{name}-bomb.pdf", stream(data, filter), b"[/ASCII85Decode /FlateDecode]", page="/Contents 4 0 R")
    # As much as a page may have, behind each filter; and words that only look like a filter's.
    calm = b"0 0 m 9 9 l S\n" * 4000
    whole = {
        "lzw": (lzw([256] + [c for b in calm for c in (256, b)] + [257]), "/Filter /LZWDecode"),
        "runs": (b"".join(bytes([13]) + calm[i:i + 14] for i in range(0, len(calm), 14)) + b"\x80",
                 "/Filter /RunLengthDecode"),
        "text": (text(zlib.compress(calm)), "/Filter [/A85 /Fl]"),
        "plain": (calm, "/FilterNone /RunLengthDecode"),
    }
    for name, (data, filter) in whole.items():
        pdf(f"{name}-calm.pdf", stream(data, filter), page="/Contents 4 0 R")
    # Objects 10 and 11 would lie in an object stream of a gibibyte; a cross-reference stream says so.
    def object_stream():
        out = b"%PDF-1.7\n"; places = {}
        def put(number, body):
            nonlocal out
            places[number] = len(out); out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        put(1, b"<< /Type /Catalog /Pages 10 0 R >>")
        put(3, b"<< /Type /Page /Parent 10 0 R /MediaBox [0 0 595 842] >>")
        put(4, stream(once, "/Type /ObjStm /N 2 /First 12 /Filter /FlateDecode"))
        places[5] = len(out)
        rows = b""
        for number in range(12):
            if number in places: rows += struct.pack(">BIH", 1, places[number], 0)
            elif number in (10, 11): rows += struct.pack(">BIH", 2, 4, number - 10)
            else: rows += struct.pack(">BIH", 0, 0, 65535)
        put(5, stream(zlib.compress(rows), "/Type /XRef /Size 12 /W [1 4 2] /Root 1 0 R /Filter /FlateDecode"))
        out += b"startxref\n%d\n%%%%EOF\n" % places[5]
        open(f"{folder}/object-stream-bomb.pdf", "wb").write(out)
    object_stream()
    # The picture's dictionary says 100 x 100, its own header 60,000 x 60,000.
    draw = stream(b"q 500 0 0 500 0 0 cm /I Do Q")
    where = "/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>"
    picture = "/Type /XObject /Subtype /Image /Width 100 /Height 100 /BitsPerComponent %d /ColorSpace /DeviceGray /Filter /%s"
    info = struct.pack(">IIIIBH", 60000, 60000, 0, 0, 0, 0)
    region = struct.pack(">IIIIB", 60000, 60000, 0, 0, 0) + b"\0" + bytes([3, 255, 253, 255, 2, 254, 254, 254]) + b"\0" * 64
    jbig2 = struct.pack(">IBBBI", 0, 48, 0, 1, len(info)) + info
    jbig2 += struct.pack(">IBBBI", 1, 38, 0, 1, len(region)) + region
    pdf("jbig2-bomb.pdf", draw, stream(jbig2, picture % (1, "JBIG2Decode")), page=where)
    siz = struct.pack(">HIIIIIIIIH", 0, 60000, 60000, 0, 0, 60000, 60000, 0, 0, 3) + bytes([7, 1, 1] * 3)
    cod = bytes([0, 0, 0, 1, 0, 0, 4, 4, 0, 1])
    qcd = bytes([0x40]) + b"\x40"
    jpx = b"\xff\x4f"
    for mark, data in ((b"\xff\x51", siz), (b"\xff\x52", cod), (b"\xff\x5c", qcd)):
        jpx += mark + struct.pack(">H", len(data) + 2) + data
    jpx += b"\xff\x90" + struct.pack(">HHIBB", 10, 0, 0, 0, 1) + b"\xff\x93" + b"\0" * 32 + b"\xff\xd9"
    pdf("jpx-bomb.pdf", draw, stream(jpx, picture % (8, "JPXDecode")), page=where)
    # A page tree whose node is its own grandchild, and one ten thousand deep.
    def tree(name, *nodes):
        out, places = b"%PDF-1.4\n", []
        body = [b"<< /Type /Catalog /Pages 2 0 R >>"] + list(nodes)
        for number, one in enumerate(body, 1):
            places.append(len(out)); out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(body) + 1)
        for place in places: out += b"%010d 00000 n \n" % place
        out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(body) + 1, start)
        open(f"{folder}/{name}", "wb").write(out)
    node = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>"
    tree("page-loop.pdf", node % 3, node % 4, node % 2)
    tree("deep-tree.pdf", *[node % number for number in range(3, 10003)])
    # Texts of a PNG: three hundred of them, eight megabytes each once inflated.
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    text = b"Comment\0\0" + zlib.compress(b"x" * 7_900_000, 9)
    profile = b"p\0\0" + zlib.compress(b"\0" * 500_000_000, 9)
    rows = b"".join(b"\0" + bytes([200, 200, 200]) * 800 for _ in range(600))
    for name, extras in (("texts.png", [(b"zTXt", text)] * 300), ("profile.png", [(b"iCCP", profile)])):
        png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 800, 600, 8, 2, 0, 0, 0))
        png += b"".join(chunk(kind, data) for kind, data in extras)
        png += chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
        open(f"{folder}/{name}", "wb").write(png)
    kinds = "tEXt zTXt iTXt iCCP sPLT hIST pCAL sCAL bKGD eXIf gAMA pHYs tIME quIt"
    for kind in kinds.encode().split():
        png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 800, 600, 8, 2, 0, 0, 0))
        png += struct.pack(">I", 0x3fffffff) + kind + b"\xaf\x3f\xe6\0\0\0" + chunk(b"IEND", b"")
        open(f"{folder}/huge-{kind.decode()}.png", "wb").write(png)
    sig = "/AcroForm << /SigFlags 3 /Fields [4 0 R] >> /Type /Catalog /Pages 2 0 R"
    field = b"<< /FT /Sig /T (ky) /Subtype /Widget /Rect [0 0 0 0] /P 3 0 R /V << /Type /Sig /Filter /Adobe.PPKLite"
    field += b" /SubFilter /adbe.pkcs7.detached /ByteRange [0 10 20 30] /Contents <00> >> >>"
    pdf("signed.pdf", field, root=sig, page="/Annots [4 0 R]", extra=b"\n% behind the end\n")
    """#

  /// Made once: to squeeze gibibytes takes its time.
  private static let place = Result { () throws -> TemporaryHome in
    let place = try TemporaryHome()
    let made = try Program.run("/usr/bin/python3", ["-c", maker, place.path])
    #expect(made.status == 0, "\(made.errors)")
    _ = try place.write("pipeline.json", Data(pipeline.utf8))
    return place
  }

  /// Limits short enough to wait for.
  private static let pipeline = """
    { "pipeline": "strict", "stages": [
      { "id": "validate", "uses": "validate-file", "limits": { "time": "10s", "memory": "512MiB" } },
      { "id": "barcodes", "uses": "read-barcodes", "limits": { "time": "10s", "memory": "512MiB" } } ] }
    """

  @Test(
    "a file that bursts when it is unpacked gets its verdict within its limits, and its host lives or is ended for them",
    arguments: [
      "content-bomb.pdf", "nested-bomb.pdf", "object-stream-bomb.pdf", "jbig2-bomb.pdf", "jpx-bomb.pdf",
      "page-loop.pdf",
      "deep-tree.pdf",
    ])
  func bombs(name: String) throws {
    let place = try Self.place.get()
    let began = Date()
    let ended = try Program.run(
      Program.folder + "/hoso",
      ["inspect", "--json", "--pipeline", place.path + "/pipeline.json", place.path + "/" + name])
    #expect(ended.status <= 1, "\(ended.errors)")
    #expect(ended.errors.isEmpty, "libraries' chatter is no business of the operator's: \(ended.errors)")
    let line = try JSONDecoder().decode(Line.self, from: Data(ended.output.utf8))
    let codes = line.problems.map(\.code)
    print("  \(name): \(line.verdict) \(codes), \(Int(Date().timeIntervalSince(began))) s")
    #expect(!codes.contains("host.died"))
    #expect(Date().timeIntervalSince(began) < 60)
  }

  @Test(
    "a PDF that bursts when it is unpacked is refused at once, with what to do",
    arguments: [
      ("content-bomb.pdf", "pdf.bursts"), ("nested-bomb.pdf", "pdf.bursts"), ("object-stream-bomb.pdf", "pdf.bursts"),
      ("jbig2-bomb.pdf", "image.too-many-pixels"), ("jpx-bomb.pdf", "image.too-many-pixels"),
      ("lzw-bomb.pdf", "pdf.bursts"), ("lzw-late-bomb.pdf", "pdf.bursts"), ("runs-bomb.pdf", "pdf.bursts"),
      ("text-flate-bomb.pdf", "pdf.bursts"), ("short-names-bomb.pdf", "pdf.bursts"),
      ("hex-lzw-bomb.pdf", "pdf.bursts"), ("flate-runs-bomb.pdf", "pdf.bursts"), ("lzw-flate-bomb.pdf", "pdf.bursts"),
      ("text-twice-bomb.pdf", "pdf.bursts"), ("escaped-bomb.pdf", "pdf.bursts"), ("elsewhere-bomb.pdf", "pdf.bursts"),
    ])
  func burstsAreSeen(name: String, code: String) throws {
    let place = try Self.place.get()
    let ended = try Program.run(Program.folder + "/hoso", ["inspect", "--json", place.path + "/" + name])
    let line = try JSONDecoder().decode(Line.self, from: Data(ended.output.utf8))
    // No time is measured: what comes to its end within the limits says this, what is ended by them `limits.…`.
    #expect(line.verdict == "rejected")
    #expect(line.problems.map(\.code) == [code])
  }

  @Test(
    "a PDF whose filters make no more of it than a page needs is read", arguments: ["lzw", "runs", "text", "plain"])
  func calm(name: String) throws {
    let place = try Self.place.get()
    let ended = try Program.run(
      Program.folder + "/hoso",
      ["inspect", "--json", "--pipeline", place.path + "/pipeline.json", place.path + "/\(name)-calm.pdf"])
    let line = try JSONDecoder().decode(Line.self, from: Data(ended.output.utf8))
    #expect(line.verdict == "accepted", "\(line.problems.map(\.code))")
  }

  @Test(
    "what nobody looks at in a PNG costs nothing, however large it says to be", arguments: ["texts.png", "profile.png"])
  func unusedChunks(name: String) throws {
    let place = try Self.place.get()
    let ended = try Program.run(Program.folder + "/hoso", ["inspect", "--json", place.path + "/" + name])
    let line = try JSONDecoder().decode(Line.self, from: Data(ended.output.utf8))
    #expect(line.verdict == "accepted", "\(line.problems.map(\.code))")
  }

  @Test("a PNG's chunk that says to have a gibibyte, and has not, is refused as cut off, without the memory for it")
  func hugeChunks() throws {
    let place = try Self.place.get()
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path).filter { $0.hasPrefix("huge-") }
    #expect(names.count == 14)
    let ended = try Program.run(
      Program.folder + "/hoso", ["inspect", "--json"] + names.map { place.path + "/" + $0 })
    let lines = try ended.output.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    #expect(lines.count == names.count)
    for (name, line) in zip(names, lines) { #expect(line.problems.map(\.code) == ["image.truncated"], "\(name)") }
  }

  @Test("a signed PDF is named as such, and lies in the package as it was handed in")
  func signed() throws {
    let place = try Self.place.get()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: place.path + "/signed.pdf"))
    let ended = try Program.run(Program.folder + "/hoso", ["inspect", "--json", place.path + "/signed.pdf"])
    let line = try JSONDecoder().decode(Line.self, from: Data(ended.output.utf8))
    #expect(line.problems.map(\.code).contains("pdf.signed"))
    let home = place.path + "/home"
    #expect(try Program.hoso("enqueue", place.path + "/signed.pdf", home: home).status == 0)
    #expect(try Program.hoso("work", "--until-idle", home: home).status == 0)
    let packages = FileManager.default.enumerator(atPath: home + "/packages")?.compactMap { $0 as? String } ?? []
    let manifest = try #require(packages.first { $0.hasSuffix("manifest-sha256.txt") && !$0.contains("tagmanifest") })
    let lines = try String(contentsOfFile: home + "/packages/" + manifest, encoding: .utf8)
    #expect(lines.contains(SHA256Digest.hex(of: Array(bytes))))
  }
}
