/// One dossier of a batch before it is taken in.
public struct BatchDossier: Sendable {
  /// The sub-folder's name, or the manifest's.
  public let name: String
  public let files: [String]
  public let details: DossierDetails
}
