import Console

/// What `hoso` and `hoso --help` print.
enum Overview {
  static var text: String {
    let terminal = Terminal.output
    var lines = [
      "hoso: takes in dossiers, reads them, issues receipts and packs them for the archive", "",
      "usage: hoso COMMAND [options] [operands]", "",
    ]
    for group in CommandTable.groups {
      lines.append(terminal.styled(group.title, .bold))
      lines += Help.columns(group.commands.map { ($0.description.name, $0.description.summary) })
      lines.append("")
    }
    lines += [
      "Start with:  hoso enqueue photo.jpg && hoso work --until-idle && hoso status",
      "More on one: hoso help COMMAND, or hoso COMMAND --help",
    ]
    return lines.joined(separator: "\n")
  }
}
