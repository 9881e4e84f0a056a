/// The pipeline.json at the top of the repository, for an installation that brings none of its own.
///
/// A test keeps the two equal: change the file, then this text.
public enum DefaultPipeline {
  public static let json = #"""
    {
      "pipeline": "mot-cua",
      "reviewBelow": 0.9,
      "stages": [
        {
          "id": "validate",
          "uses": "validate-file",
          "with": { "maxPixels": 50000000, "maxPages": 500 },
          "limits": { "cpu": "60s", "time": "240s", "memory": "1GiB" }
        },
        { "id": "locate", "uses": "locate-document" },
        { "id": "barcodes", "uses": "read-barcodes" },
        { "id": "text", "uses": "read-text", "with": { "languages": ["vie", "eng"] }, "when": { "noTextLayer": true } },
        { "id": "fingerprint", "uses": "fingerprint" },
        { "id": "classify", "uses": "classify" },
        { "id": "identity", "uses": "extract-id-card" },
        { "id": "payment", "uses": "extract-receipt" },
        { "id": "normalise", "uses": "normalise", "with": { "pdfa": "2u", "dpi": 200 } },
        { "id": "complete", "uses": "check-completeness" },
        { "id": "duplicates", "uses": "check-duplicates", "with": { "policy": "link" } },
        { "id": "receipt", "uses": "issue-receipt", "with": { "agency": "H26.1", "place": "Hà Nội" } },
        { "id": "bundle", "uses": "bundle-dossier", "with": { "format": "bagit" } },
        { "id": "hand-off", "uses": "hand-off" }
      ]
    }

    """#
}
