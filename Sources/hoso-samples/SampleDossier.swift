/// One sample: a folder of files, what goes with it, and what must come of it.
struct SampleDossier {
  struct Details: Encodable {
    struct Sender: Encodable {
      var name: String
      var phone: String?
      var address: String?
      var email: String?
    }

    var procedure: String?
    var sender: Sender?
    var request: String?
  }

  enum Outcome {
    case accepted
    /// With the code of the problem that explains it.
    case rejected(String)
    case review(String)

    var columns: (verdict: String, code: String) {
      switch self {
      case .accepted: ("accepted", "-")
      case .rejected(let code): ("rejected", code)
      case .review(let code): ("review", code)
      }
    }
  }

  let folder: String
  let outcome: Outcome
  var details: Details?
  let files: [(name: String, bytes: [UInt8])]
}
