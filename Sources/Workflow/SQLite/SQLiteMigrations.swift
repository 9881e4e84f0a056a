/// SQLite's dialect of the migrations, oldest first. A released one never changes; mistakes are mended by the next.
enum SQLiteMigrations {
  static let all: [Migration] = [
    Migration(version: 1, name: "the record", script: recordTables + queueTables + deskTables + views),
    Migration(version: 2, name: "reception", script: receptionTables),
    Migration(version: 3, name: "fairness", script: fairnessColumns + fairQueueOrder + fairnessTables),
    Migration(version: 4, name: "batches", script: batchTables),
    Migration(version: 5, name: "citizens", script: citizenTables),
    Migration(version: 6, name: "replaced documents", script: replacedDocuments),
    Migration(version: 7, name: "lines", script: queueLines),
  ]
}
