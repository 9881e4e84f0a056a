public import Dossiers
public import Pipeline
public import Storage
public import Worker
public import Workflow

/// An installation opened for use: its store, its files, and the office's own catalogue and calendar.
public struct Installation: Sendable {
  public let home: Home
  public let store: any WorkflowStore
  public let files: any FileStore
  public let procedures: ProcedureCatalogue
  public let calendar: WorkingCalendar
}
