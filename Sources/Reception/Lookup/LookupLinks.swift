import Dossiers
import Pipeline
import Stages
public import Workflow

/// The addresses of the pages that tell where a dossier stands.
public struct LookupLinks: Sendable {
  private let installation: Installation
  private let address: String?

  /// `address` is how citizens reach the server, without a slash at the end; nil: the one that the plan prints on
  /// receipts.
  public init(_ installation: Installation, publicAddress address: String?) {
    self.installation = installation
    self.address = address
  }

  /// What stands before every page's path; empty where nobody told.
  public func base() throws -> String {
    if let address { return address }
    let stage = try installation.activePlan().stages.first { $0.uses == "issue-receipt" }
    return stage?.settings["lookupBase"]?.string ?? ""
  }

  /// With a receipt it is the address in its QR code; before that it goes by the submission's id.
  public func page(_ submission: SubmissionID, receipt: IssuedReceipt?) throws -> String {
    let base = try base()
    return receipt.map { ReceiptSeal($0).text(base: base) } ?? "\(base)/t/\(submission.rawValue)"
  }

  /// The dossier's page.
  public func page(of dossier: Dossier) throws -> String? {
    guard let submission = try installation.store.submissions(of: dossier.id).first else { return nil }
    return try page(submission.id, receipt: try installation.store.receipt(of: dossier.id))
  }
}
