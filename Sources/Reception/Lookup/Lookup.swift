import Dossiers
import Stages
public import Workflow

/// Answers "where is my dossier?", by typed code or by what a receipt's QR code says. Tells no personal data.
public struct Lookup: Sendable {
  private let installation: Installation

  public init(_ installation: Installation) {
    self.installation = installation
  }

  /// By a code as people type it: with spaces, small letters, long dashes.
  public func answer(typed text: String) throws -> LookupAnswer {
    guard let code = DossierCode(typed: text)?.description else { return .notACode }
    guard let dossier = try installation.store.dossier(code: code) else { return .unknown }
    return LookupAnswer(receipt: nil, standing: try standing(of: dossier))
  }

  /// About a dossier that was found otherwise, such as by its submission's id.
  public func answer(dossier: Dossier) throws -> LookupAnswer {
    LookupAnswer(receipt: nil, standing: try standing(of: dossier))
  }

  /// By the texts of the codes found on a photographed receipt.
  public func answer(receiptTexts: [String]) throws -> LookupAnswer {
    guard let seal = receiptTexts.lazy.compactMap({ ReceiptSeal(text: $0) }).first else { return .noReceiptCode }
    guard let dossier = try installation.store.dossier(code: seal.code),
      let receipt = try installation.store.receipt(of: dossier.id)
    else { return .unknown }
    let key = try installation.store.signingKey(seal.keyID)
    let isGenuine =
      seal.issuedAtSeconds == receipt.issuedAt.milliseconds / 1000
      && key.map { seal.isGenuine(contentDigest: receipt.contentDigest, key: $0) } ?? false
    // A forged receipt gets no answer about the dossier whose code it borrows.
    return LookupAnswer(
      receipt: isGenuine ? .genuine : .forged, standing: isGenuine ? try standing(of: dossier) : nil)
  }

  private func standing(of dossier: Dossier) throws -> LookupAnswer.Standing {
    let words = dossier.statusText
    return LookupAnswer.Standing(
      code: dossier.code ?? "", state: dossier.state.rawValue, status: words.status, nextStep: words.nextStep,
      receivedAt: VietnamTime(dossier.receivedAt).vietnamese, dueAt: dossier.dueAt.map { VietnamTime($0).vietnamese })
  }
}
