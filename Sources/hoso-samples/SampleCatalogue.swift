/// Every sample dossier, in order.
enum SampleCatalogue {
  static func dossiers() throws -> [SampleDossier] {
    try Self.cards() + Self.papers() + Self.spoilt()
  }

  static func details(
    _ person: Person, phone: String, procedure: String? = nil, request: String? = nil
  ) -> SampleDossier.Details {
    SampleDossier.Details(
      procedure: procedure,
      sender: SampleDossier.Details.Sender(
        name: person.name, phone: phone, address: person.residence.joined(separator: ", "),
        email: "\(person.latin[person.latin.count - 1].lowercased())@example.vn"),
      request: request)
  }
}
