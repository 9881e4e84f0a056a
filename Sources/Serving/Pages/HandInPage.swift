import Digests
import Dossiers
import Markup

/// The form to hand a dossier in without an account or a program.
enum HandInPage {
  static func answer(_ procedures: [Procedure], standard: String, _ language: Language) throws -> HTTPAnswer {
    let title = language.pick("Nộp hồ sơ", "Hand in a dossier")
    // Sent along with the form: sent twice, the dossier is taken in once.
    let token = Base64URL.encode(try RandomBytes.make(18))
    let choices = procedures.map { procedure -> HTML in
      let selected: HTML = procedure.code == standard ? " selected" : ""
      return "<option value=\"\(procedure.code)\"\(selected)>\(language.pick(procedure.name))</option>"
    }
    return PageFrame.answer(
      title, language, path: "/nop-ho-so",
      body: """
        <h1>\(title)</h1>
        <form class="upload" method="post" action="/nop-ho-so?lang=\(language.rawValue)" enctype="multipart/form-data">
        <input type="hidden" name="token" value="\(token)">
        <label for="procedure">\(language.pick("Thủ tục", "Procedure"))</label>
        <select id="procedure" name="procedure">\(choices)</select>
        <label for="sender">\(language.pick("Họ và tên người nộp", "Your full name"))</label>
        <input id="sender" name="sender" required maxlength="200" autocomplete="name">
        <label for="phone">\(language.pick("Số điện thoại", "Telephone"))</label>
        <input id="phone" name="phone" type="tel" maxlength="40" autocomplete="tel">
        <label for="address">\(language.pick("Địa chỉ (không bắt buộc)", "Address (optional)"))</label>
        <input id="address" name="address" maxlength="400" autocomplete="street-address">
        <label for="files">\(language.pick("Giấy tờ: ảnh chụp hoặc PDF, có thể chọn nhiều tệp", "Documents: photos or PDF, several at once"))</label>
        <input id="files" type="file" name="files" multiple required accept="image/*,application/pdf">
        <p class="hint">\(language.pick(
          "Chụp thẳng, đủ sáng, thấy trọn bốn góc. Thẻ căn cước cần cả hai mặt.",
          "Straight, well lit, all four corners. Both sides of an identity card."))</p>
        <button>\(language.pick("Gửi hồ sơ", "Send"))</button>
        \(UploadProgress.html(language))
        </form>
        """)
  }
}
