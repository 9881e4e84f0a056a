import Dossiers
import Foundation

/// How the office's Zalo Official Account is reached: `zalo.json` in the home.
public struct ZaloConfiguration: Sendable, Decodable {
  /// Where Zalo's servers are; other addresses serve tests.
  public struct Endpoints: Sendable, Decodable {
    public var open = "https://openapi.zalo.me"
    public var business = "https://business.openapi.zalo.me"
    public var oauth = "https://oauth.zaloapp.com"

    public init() {}

    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Keys.self)
      open = try values.decodeIfPresent(String.self, forKey: .open) ?? open
      business = try values.decodeIfPresent(String.self, forKey: .business) ?? business
      oauth = try values.decodeIfPresent(String.self, forKey: .oauth) ?? oauth
    }

    private enum Keys: String, CodingKey { case open, business, oauth }
  }

  public var appId: String
  /// The application's secret: renews tokens.
  public var appSecret: String
  /// The account's secret: signs what the webhook gets.
  public var oaSecretKey: String
  /// The first one; later ones are kept in the store.
  public var refreshToken: String
  /// What a dossier from a chat asks for; nil: the catalogue's standard procedure.
  public var procedure: String?
  /// After so long a silence a citizen with gathered files is asked whether that is all.
  public var quietSeconds = 180
  /// How long an event waits for earlier ones that are still on their way.
  public var settleMilliseconds: Int64 = 1500
  public var messagesPerMinute = 60
  /// Templates (ZNS) by topic of the outbox, such as `dossier.result-ready`: for citizens not heard for 48 hours.
  public var templates: [String: String] = [:]
  /// Where pictures may be fetched: a host with all below it, over HTTPS; or `http://host:port` exactly.
  public var fileHosts = ["zdn.vn", "zadn.vn", "dlfl.vn", "dlmd.me", "zalo.me", "zaloapp.com"]
  public var fileMegabytes = 25
  public var filesPerDossier = 50
  public var fileSeconds = 60
  public var endpoints = Endpoints()

  /// Within so long after a citizen's message one may answer freely.
  public var answerHours = 48

  public init(appId: String, appSecret: String, oaSecretKey: String, refreshToken: String) {
    self.appId = appId
    self.appSecret = appSecret
    self.oaSecretKey = oaSecretKey
    self.refreshToken = refreshToken
  }

  private enum Keys: String, CodingKey, CaseIterable {
    case appId, appSecret, oaSecretKey, refreshToken, procedure, quietSeconds, settleMilliseconds, messagesPerMinute,
      templates, fileHosts, fileMegabytes, filesPerDossier, fileSeconds, endpoints, answerHours
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Keys.self)
    appId = try values.decode(String.self, forKey: .appId)
    appSecret = try values.decode(String.self, forKey: .appSecret)
    oaSecretKey = try values.decode(String.self, forKey: .oaSecretKey)
    refreshToken = try values.decode(String.self, forKey: .refreshToken)
    procedure = try values.decodeIfPresent(String.self, forKey: .procedure)
    quietSeconds = try values.decodeIfPresent(Int.self, forKey: .quietSeconds) ?? quietSeconds
    settleMilliseconds = try values.decodeIfPresent(Int64.self, forKey: .settleMilliseconds) ?? settleMilliseconds
    messagesPerMinute = try values.decodeIfPresent(Int.self, forKey: .messagesPerMinute) ?? messagesPerMinute
    templates = try values.decodeIfPresent([String: String].self, forKey: .templates) ?? templates
    fileHosts = try values.decodeIfPresent([String].self, forKey: .fileHosts) ?? fileHosts
    fileMegabytes = try values.decodeIfPresent(Int.self, forKey: .fileMegabytes) ?? fileMegabytes
    filesPerDossier = try values.decodeIfPresent(Int.self, forKey: .filesPerDossier) ?? filesPerDossier
    fileSeconds = try values.decodeIfPresent(Int.self, forKey: .fileSeconds) ?? fileSeconds
    endpoints = try values.decodeIfPresent(Endpoints.self, forKey: .endpoints) ?? endpoints
    answerHours = try values.decodeIfPresent(Int.self, forKey: .answerHours) ?? answerHours
  }

  /// What is wrong with a configuration, in a sentence that names the file.
  public struct Fault: Error, Sendable, CustomStringConvertible {
    public let description: String
  }

  /// Reads `zalo.json`.
  public static func read(_ bytes: [UInt8], path: String) throws(Fault) -> ZaloConfiguration {
    do {
      let known = Keys.allCases.map(\.rawValue)
      if case .object(let members) = try JSONDecoder().decode(JSONValue.self, from: Data(bytes)),
        let unknown = members.keys.sorted().first(where: { !known.contains($0) })
      {
        let hint = Spelling.nearest(to: unknown, among: known).map { "; did you mean “\($0)”?" } ?? ""
        throw Fault(description: "\(path): there is no setting “\(unknown)”\(hint)")
      }
      let configuration = try JSONDecoder().decode(ZaloConfiguration.self, from: Data(bytes))
      try configuration.check(path)
      return configuration
    } catch let fault as Fault {
      throw fault
    } catch DecodingError.keyNotFound(let key, _) {
      throw Fault(description: "\(path): “\(key.stringValue)” is missing")
    } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
      throw Fault(
        description: "\(path): “\(context.codingPath.map(\.stringValue).joined(separator: "."))” has the wrong type")
    } catch {
      throw Fault(description: "\(path) is not JSON")
    }
  }

  private func check(_ path: String) throws(Fault) {
    for (name, value) in [
      ("appId", appId), ("appSecret", appSecret), ("oaSecretKey", oaSecretKey), ("refreshToken", refreshToken),
    ] where value.isEmpty {
      throw Fault(description: "\(path): “\(name)” is empty")
    }
    for (name, value, range) in [
      ("quietSeconds", quietSeconds, 1...86_400), ("messagesPerMinute", messagesPerMinute, 1...100_000),
      ("fileMegabytes", fileMegabytes, 1...1024), ("filesPerDossier", filesPerDossier, 1...500),
      ("fileSeconds", fileSeconds, 1...3600), ("answerHours", answerHours, 1...168),
      ("settleMilliseconds", Int(clamping: settleMilliseconds), 0...60_000),
    ] where !range.contains(value) {
      throw Fault(description: "\(path): “\(name)” is \(range.lowerBound) to \(range.upperBound), not \(value)")
    }
  }
}
