/// One dossier of a batch before it is taken in.
public struct BatchDossier: Sendable {
  /// The sub-folder's name, the manifest's, or what stands in its files' names.
  public let name: String
  public let files: [String]
  /// From where no link is followed to its files; nil where the operator named the file himself.
  public let folder: String?
  public let details: DossierDetails
  /// Its files may hold stacks to be taken apart; where somebody said which file makes which dossier, they do not.
  public let maySplit: Bool
  /// A file beside sub-folders: it makes no dossier unless it is a stack.
  public let isLoose: Bool
  /// Why its folder could not be read.
  public let trouble: ReceptionError?

  init(
    name: String, files: [String] = [], below folder: String? = nil, details: DossierDetails = DossierDetails(),
    maySplit: Bool = false, isLoose: Bool = false, trouble: ReceptionError? = nil
  ) {
    self.name = name
    self.files = files
    self.folder = folder
    self.details = details
    self.maySplit = maySplit
    self.isLoose = isLoose
    self.trouble = trouble
  }
}
