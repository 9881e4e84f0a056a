extension SQLiteMigrations {
  /// A refused file in whose stead a supplement came was called `cancelled`, as if somebody had called it off.
  static let replacedDocuments = """
    DROP VIEW hoso_v1_documents;
    CREATE VIEW hoso_v1_documents AS
      SELECT id, dossier AS dossier_id, version, ordinal, name, sha256, byte_count, media_type, page_count,
        CASE WHEN state = 'cancelled' AND EXISTS (
          SELECT 1 FROM problems p WHERE p.document = documents.id AND p.dossier = documents.dossier
            AND p.severity = 'rejects' AND p.settled_by = 'supplement')
        THEN 'replaced' ELSE state END AS state,
        received_at
      FROM documents;

    """
}
