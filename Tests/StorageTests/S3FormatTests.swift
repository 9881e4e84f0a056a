import Storage
import Testing

@Suite struct S3FormatTests {
  private func location(_ text: String, _ environment: [String: String] = [:]) throws -> S3Location {
    try S3Location(text) { environment[$0] }
  }

  @Test("a place is a bucket, a prefix and its settings")
  func places() throws {
    let plain = try location("s3://ho-so")
    #expect(plain.bucket == "ho-so")
    #expect(plain.prefix.isEmpty)
    #expect(plain.endpoint == "https://s3.us-east-1.amazonaws.com")
    #expect(!plain.isPathStyle)
    let own = try location(
      "s3://ho-so/tỉnh/2026/?endpoint=http%3A%2F%2F10.0.0.5:9000/&region=vn-1&ca=/etc/ca.pem&part-size=8MiB&cache=0")
    #expect(own.prefix == "tỉnh/2026")
    #expect(own.endpoint == "http://10.0.0.5:9000")
    #expect(own.isPathStyle)
    #expect(own.region == "vn-1")
    #expect(own.certificates == "/etc/ca.pem")
    #expect(own.partBytes == 8 << 20)
    #expect(own.cacheBytes == 0)
  }

  @Test("what the URL leaves open comes from the environment, and the URL has the last word")
  func environment() throws {
    let variables = [
      "HOSO_S3_ENDPOINT": "https://kho.example.vn", "AWS_REGION": "hn", "HOSO_S3_PATH_STYLE": "false",
      "HOSO_FILES_CACHE": "512MiB",
    ]
    let open = try location("s3://ho-so", variables)
    #expect(open.endpoint == "https://kho.example.vn")
    #expect(open.region == "hn")
    #expect(!open.isPathStyle)
    #expect(open.cacheBytes == 512 << 20)
    let said = try location("s3://ho-so?endpoint=https://khac.example.vn&path-style=true", variables)
    #expect(said.endpoint == "https://khac.example.vn")
    #expect(said.isPathStyle)
  }

  @Test(
    "a place that cannot be is refused with what is wrong",
    arguments: [
      ("s3://", "bucket"), ("s3:///x", "names no bucket"), ("s3://a", "bucket"), ("s3://ho so", "bucket"),
      ("s3://ho-so?endpiont=x", "endpoint, region"), ("s3://ho-so?endpoint=kho.example.vn", "https://host"),
      ("s3://ho-so?endpoint=https://u:p@kho", "https://host"), ("s3://ho-so?path-style=maybe", "true or false"),
      ("s3://ho-so?cache=2GB", "512MiB"), ("s3://ho-so?part-size=1MiB", "5MiB"),
      ("s3://ho-so?cache=9999999999TiB", "large"),
    ])
  func refused(text: String, hint: String) throws {
    #expect {
      try location(text)
    } throws: { error in
      (error as? StorageError)?.code == .badLocation && (error as? StorageError)?.message.contains(hint) == true
    }
  }

  @Test("other schemes are no place for files, and a path is a folder")
  func schemes() throws {
    #expect(try StorageLocation("/srv/files") { _ in nil } == .folder(path: "/srv/files"))
    #expect(try StorageLocation("s3://ho-so") { _ in nil }.isShared)
    for text in ["", "ftp://x/y", "http://x"] {
      #expect { try StorageLocation(text) { _ in nil } } throws: { ($0 as? StorageError)?.code == .badLocation }
    }
  }

  /// The examples of "Authenticating Requests: Using the Authorization Header", Amazon S3 API Reference.
  private static let example = S3Signature(
    credentials: S3Credentials(
      accessKey: "AKIAIOSFODNN7EXAMPLE", secretKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
    region: "us-east-1", time: 1_369_353_600)

  private func signature(
    _ method: String, _ path: String, _ query: [(String, String)], _ headers: [(String, String)], _ payload: String
  ) -> String? {
    Self.example.headers(
      method: method, host: "examplebucket.s3.amazonaws.com", path: path, query: query, headers: headers,
      payload: payload
    ).first { $0.0 == "Authorization" }?.1.split(separator: "=").last.map(String.init)
  }

  private static let nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  @Test("requests are signed as Amazon's examples are")
  func signatures() {
    #expect(
      signature("GET", "/test.txt", [], [("Range", "bytes=0-9")], Self.nothing)
        == "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")
    #expect(
      signature(
        "PUT", "/test%24file.text", [],
        [("Date", "Fri, 24 May 2013 00:00:00 GMT"), ("x-amz-storage-class", "REDUCED_REDUNDANCY")],
        "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072")
        == "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd")
    #expect(
      signature("GET", "/", [("lifecycle", "")], [], Self.nothing)
        == "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543")
    #expect(
      signature("GET", "/", [("prefix", "J"), ("max-keys", "2")], [], Self.nothing)
        == "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7")
  }

  @Test("credentials come from the profile that is asked for, with or without a session")
  func credentials() {
    let file = """
      # written by hand
      [default]
      aws_access_key_id=A1
      aws_secret_access_key = s=1/+

      [kho]
      AWS_ACCESS_KEY_ID = A2
      aws_secret_access_key = s2
      aws_session_token = t2
      [nửa]
      aws_access_key_id = A3
      """.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(S3Credentials(file: file, profile: "default") == S3Credentials(accessKey: "A1", secretKey: "s=1/+"))
    #expect(
      S3Credentials(file: file, profile: "kho")
        == S3Credentials(accessKey: "A2", secretKey: "s2", sessionToken: "t2"))
    #expect(S3Credentials(file: file, profile: "nửa") == nil)
    #expect(S3Credentials(file: file, profile: "khác") == nil)
  }
}
