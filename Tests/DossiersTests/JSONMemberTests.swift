import Dossiers
import Testing

@Suite("Members of large JSON objects")
struct JSONMemberTests {
  private func member(_ name: String, _ json: String) -> String? {
    JSONMember.find(name, in: Array(json.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    "a member's value is found whatever stands before it",
    arguments: [
      (#"{"a":[1,2]}"#, "[1,2]"), (#"{"b":{"a":1},"a":"x"}"#, #""x""#), (#" { "b" : "}],\\" , "a" : 7 } "#, "7 "),
      (#"{"b":"\"a\":1","a":{"c":["]"]},"d":0}"#, #"{"c":["]"]}"#), (#"{"a":null}"#, "null"),
    ])
  func found(_ json: String, _ value: String) {
    #expect(member("a", json) == value)
  }

  @Test(
    "where there is none, or no object, nothing is found",
    arguments: [
      "", "{}", "[]", #"["a",1]"#, #"{"b":{"a":1}}"#, #"{"b":1"#, #"{"b":"a"#, #"{"a""#, #"{"a":"#, "{{", "}",
    ])
  func missing(_ json: String) {
    #expect(member("a", json) == nil)
  }

  @Test("what is found reads as the whole object's member does")
  func agrees() throws {
    let value: JSONValue = [
      "pages": .array((0..<50).map { ["words": [.string("ký tự \"\\\($0)"), .integer(Int64($0))]] }),
      "pageTexts": [["page": 1, "text": "dòng một\ndòng {hai}"]],
    ]
    for name in ["pages", "pageTexts"] {
      let slice = try #require(JSONMember.find(name, in: Array(value.canonical.utf8)))
      #expect(try JSONReader.value(Array(slice)) == value[name])
    }
  }
}
