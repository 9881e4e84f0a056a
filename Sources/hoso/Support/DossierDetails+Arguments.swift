import Console
import Reception

extension DossierDetails {
  /// What the command line tells of a dossier.
  init(arguments: Arguments) {
    let sender = Sender(
      name: arguments.value("--sender"), phone: arguments.value("--phone"), address: arguments.value("--address"),
      email: arguments.value("--email"))
    self.init(
      procedure: arguments.value("--procedure"), sender: sender == Sender() ? nil : sender,
      request: arguments.value("--request"))
  }
}
