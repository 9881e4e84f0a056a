public import Dossiers

/// A page of another dossier that may show the same paper.
public struct NearPage: Sendable, Hashable {
  public let document: DocumentID
  public let dossier: DossierID
  /// Counted from 1.
  public let page: Int
  public let fingerprint: PageFingerprint

  public init(document: DocumentID, dossier: DossierID, page: Int, fingerprint: PageFingerprint) {
    self.document = document
    self.dossier = dossier
    self.page = page
    self.fingerprint = fingerprint
  }
}
