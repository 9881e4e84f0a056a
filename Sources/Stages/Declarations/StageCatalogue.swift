public import Pipeline

/// Every kind of stage that a pipeline may use.
public enum StageCatalogue {
  public static let builtIn: [StageDeclaration] = [
    .validateFile, .locateDocument, .readBarcodes, .readText, .classify, .extractIDCard, .extractReceipt,
    .fingerprint, .normalise, .scanVirus, .exec,
    .checkCompleteness, .checkDuplicates, .issueReceipt, .bundleDossier, .handOff,
  ]
}
