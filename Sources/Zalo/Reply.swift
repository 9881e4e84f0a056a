import Dossiers
import Workflow

/// An answer in the making.
struct Reply {
  let event: ChatEvent
  var turn: ChatTurn

  var chat: Chat {
    get { turn.chat }
    set { turn.chat = newValue }
  }

  init(_ event: ChatEvent, chat: Chat) {
    self.event = event
    turn = ChatTurn(event: event.id, chat: chat)
  }

  /// Keys are the event's: answered again after a crash, nothing is said twice.
  mutating func say(_ text: String) {
    turn.says.append(("\(event.id)#\(turn.says.count)", Speech(text).json))
  }
}
