public import Dossiers

/// A checked `when`: what must hold of a document, its pages or a dossier for a stage to run.
public indirect enum Condition: Hashable, Sendable {
  /// What is asked of one fact. Of a fact that is a list, one element must be as asked.
  public enum Test: Hashable, Sendable {
    case equals(JSONValue)
    case oneOf([JSONValue])
    /// Inclusive at both ends.
    case within(atLeast: Int64?, atMost: Int64?)
  }

  case fact(String, Test)
  case all([Condition])
  case any([Condition])
  case not(Condition)
}
