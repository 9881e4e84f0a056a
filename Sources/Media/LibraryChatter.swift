import CPoppler

/// Keeps the C libraries from writing to standard error, where a document's content could end up in logs.
enum LibraryChatter {
  static func silence() {
    _ = silenced
  }

  /// Once a process.
  private static let silenced: Void = {
    g_log_set_default_handler({ _, _, _, _ in }, nil)
    g_log_set_writer_func({ _, _, _, _ in G_LOG_WRITER_HANDLED }, nil, nil)
  }()
}
