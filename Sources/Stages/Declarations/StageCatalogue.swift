public import Pipeline

/// Every kind of stage that a pipeline may use.
public enum StageCatalogue {
  public static let builtIn: [StageDeclaration] = [
    .validateFile, .locateDocument, .readBarcodes, .readText, .classify, .extractIDCard, .extractReceipt, .normalise,
    .scanVirus, .exec,
    .checkCompleteness, .issueReceipt, .bundleDossier, .handOff,
  ]
}
