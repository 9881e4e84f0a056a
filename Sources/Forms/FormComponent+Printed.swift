import Dossiers

extension FormComponent.Form {
  /// As the table names it.
  var printed: String {
    switch self {
    case .original: "Bản chính"
    case .copy: "Bản sao"
    case .electronic: "Bản điện tử"
    }
  }
}
