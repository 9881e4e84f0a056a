import Digests
import Markup
import Workflow

/// The form to send papers to a dossier that waits for them; only its sender, who knows the submission's id, gets it.
enum SupplementForm {
  static func html(_ finding: LookupDesk.Finding, _ language: Language) throws -> HTML {
    guard finding.takesPapers, let submission = finding.submission else { return "" }
    // Sent along with the form: sent twice, the papers are taken in once.
    let token = Base64URL.encode(try RandomBytes.make(18))
    return """
      <form class="upload" method="post" action="/t/\(submission.rawValue)/bo-sung?lang=\(language.rawValue)" enctype="multipart/form-data">
      <input type="hidden" name="token" value="\(token)">
      <label for="files">\(language.pick("Gửi lại hoặc bổ sung giấy tờ", "Send papers again, or add some"))</label>
      <input id="files" type="file" name="files" multiple required accept="image/*,application/pdf">
      <p class="hint">\(language.pick(
        "Chụp thẳng, đủ sáng, rõ nét, thấy trọn bốn góc.", "Straight, well lit, sharp, all four corners."))</p>
      <button>\(language.pick("Gửi giấy tờ", "Send"))</button>
      \(UploadProgress.html(language))
      </form>
      """
  }
}
