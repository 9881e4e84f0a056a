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
    try address ?? printedBase() ?? ""
  }

  /// Where the QR codes of new receipts lead; nil where the plan issues none.
  private func printedBase() throws -> String? {
    let stage = try installation.activePlan().stages.first { $0.uses == StageDeclaration.issueReceipt.name }
    return stage?.settings["lookupBase"]?.string
  }

  /// Why citizens would not find their dossier by the QR code of a receipt, for operators; nil where nothing speaks
  /// against it. A printed code cannot be mended.
  public func complaint() throws -> String? {
    guard let printed = try printedBase() else { return nil }
    let remedy = "set lookupBase of the stage issue-receipt (hoso pipeline apply)"
    // RFC 2606 keeps such names for examples; the default plan has one.
    let host = printed.split(separator: "/").dropFirst().first?.split(separator: ":").first ?? ""
    if host == "example.vn" || host.hasSuffix(".example.vn") || host.hasSuffix(".example") {
      return "the QR codes of receipts lead to \(printed), an example that nobody answers: \(remedy)"
    }
    guard let address, address != printed else { return nil }
    return "the QR codes of receipts lead to \(printed), but this server is reached at \(address): \(remedy)"
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
