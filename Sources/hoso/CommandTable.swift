import Console

/// All commands, grouped as the overview shows them.
enum CommandTable {
  static var groups: [(title: String, commands: [any Command.Type])] {
    [
      ("Take in", [EnqueueCommand.self, ImportCommand.self, CoverSheetsCommand.self, ServeCommand.self]),
      ("Work", [WorkCommand.self, InspectCommand.self]),
      (
        "Find out",
        [StatusCommand.self, LookupCommand.self, DoctorCommand.self, VersionCommand.self]
      ),
      (
        "Decide",
        [
          ReviewListCommand.self, ReviewShowCommand.self, ReviewSetCommand.self, ReviewAcceptCommand.self,
          ReviewRejectCommand.self, ResultCommand.self,
        ]
      ),
      (
        "Tune the pipeline",
        [
          PipelineCheckCommand.self, PipelineShowCommand.self, PipelineTryCommand.self, PipelineApplyCommand.self,
          PipelineDiffCommand.self, PipelineSchemaCommand.self,
        ]
      ),
      (
        "Mend the queue",
        [
          TasksListCommand.self, TasksRetryCommand.self, TasksCancelCommand.self, StagesListCommand.self,
          StagesPauseCommand.self, StagesResumeCommand.self, WorkersCommand.self, QuarantineListCommand.self,
          QuarantineShowCommand.self, QuarantineReleaseCommand.self, QuarantineDropCommand.self,
        ]
      ),
      ("Move the store", [StoreMigrateCommand.self, StoreCheckCommand.self, StoreCopyCommand.self]),
      (
        "Keep",
        [
          ExportCommand.self, BagVerifyCommand.self, BagRebuildCommand.self, FixityCommand.self, BackupCommand.self,
          RestoreCommand.self,
          StorageSweepCommand.self, KeysCreateCommand.self, KeysListCommand.self,
          KeysRevokeCommand.self,
          KeysRotateCommand.self,
        ]
      ),
    ]
  }

  static var all: [any Command.Type] { groups.flatMap(\.commands) }

  /// The command that the first words name, and the words after its name.
  static func find(_ words: [String]) -> (command: any Command.Type, rest: ArraySlice<String>)? {
    let candidates = all.filter { words.starts(with: $0.description.path) }
    guard let command = candidates.max(by: { $0.description.path.count < $1.description.path.count }) else {
      return nil
    }
    return (command, words.dropFirst(command.description.path.count))
  }

  /// The commands whose name begins with these words: `review` gives all five.
  static func descriptions(startingWith words: [String]) -> [CommandDescription] {
    var found: [CommandDescription] = []
    for command in all where command.description.path.starts(with: words) { found.append(command.description) }
    return found
  }
}
