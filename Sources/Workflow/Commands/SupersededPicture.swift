public import Dossiers

/// A document whose pictures a later one of the same dossier shows better: its problems with them are settled.
public struct SupersededPicture: Sendable {
  public let document: DocumentID
  public let by: Supersession
  /// Those that are settled by it.
  public let problems: [StoredProblem]
  /// Nothing else keeps the document in review: it counts as accepted, though it stays as it was handed in.
  public let isAccepted: Bool
  /// What is worth knowing all the same; stays with the document.
  public let remark: Problem?

  public init(
    document: DocumentID, by: Supersession, problems: [StoredProblem], isAccepted: Bool, remark: Problem? = nil
  ) {
    self.document = document
    self.by = by
    self.problems = problems
    self.isAccepted = isAccepted
    self.remark = remark
  }
}
