import Dossiers
import Files
import Foundation

/// What the sender or the archivist tells of a dossier beside its files: `dossier.json`, a manifest's row, options.
public struct DossierDetails: Sendable, Hashable, Codable {
  public struct Sender: Sendable, Hashable, Codable {
    public var name: String?
    public var phone: String?
    public var address: String?
    public var email: String?

    public init(name: String? = nil, phone: String? = nil, address: String? = nil, email: String? = nil) {
      self.name = name
      self.phone = phone
      self.address = address
      self.email = email
    }
  }

  public static let fileName = "dossier.json"

  public var procedure: String?
  public var sender: Sender?
  /// What is asked for, in the citizen's words; the procedure's name stands in where it is absent.
  public var request: String?
  public var key: String?

  public init(procedure: String? = nil, sender: Sender? = nil, request: String? = nil, key: String? = nil) {
    self.procedure = procedure
    self.sender = sender
    self.request = request
    self.key = key
  }

  /// From a manifest's columns.
  public init(_ values: [String: String]) {
    procedure = values["procedure"]
    request = values["request"]
    key = values["key"]
    let sender = Sender(
      name: values["sender"], phone: values["phone"], address: values["address"], email: values["email"])
    self.sender = sender == Sender() ? nil : sender
  }

  /// From a `dossier.json`.
  public init(path: String) throws(ReceptionError) {
    do {
      let bytes = try OwnedDescriptor.reading(typed: path).readToEnd(limit: 16 << 20)
      let whole = KnownMembers.value(bytes)
      let complaint =
        KnownMembers.complaint(about: whole, knowing: ["procedure", "sender", "request", "key"])
        ?? KnownMembers.complaint(about: whole?["sender"], knowing: ["name", "phone", "address", "email"])
      if let complaint { throw ReceptionError(.malformed, "\(path): \(complaint)") }
      self = try JSONDecoder().decode(Self.self, from: Data(bytes))
    } catch let error as ReceptionError {
      throw error
    } catch {
      throw ReceptionError(.malformed, "\(path) is not a description of a dossier: \(Self.words(for: error))")
    }
  }

  private static func words(for error: any Error) -> String {
    switch error {
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "“\(context.codingPath.map(\.stringValue).joined(separator: "."))” has the wrong type"
    case DecodingError.dataCorrupted(let context): context.debugDescription
    default: "it cannot be read"
    }
  }
}

extension DossierDetails {
  /// What the store keeps of it beside the sender's name.
  var contact: Contact? {
    let contact = Contact(
      phone: sender?.phone.flatMap(SentText.line), address: sender?.address.flatMap(SentText.line),
      email: sender?.email.flatMap(SentText.line), request: request.flatMap(SentText.text))
    return contact == Contact() ? nil : contact
  }
}
