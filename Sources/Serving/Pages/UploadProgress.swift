import Markup

/// What a form shows while its files are sent, where the browser runs our script.
enum UploadProgress {
  static func html(_ language: Language) -> HTML {
    """
    <progress max="100" value="0" hidden></progress>
    <p class="sending" role="status" hidden>\(language.pick("Đang gửi…", "Sending…"))</p>
    <p class="failed notice bad" hidden>\(language.pick(
      "Chưa gửi được. Kiểm tra mạng rồi bấm gửi lại; hồ sơ không bị nộp hai lần.",
      "It could not be sent. Check the network and send again; nothing is taken in twice."))</p>
    """
  }
}
