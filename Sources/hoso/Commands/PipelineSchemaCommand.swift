import Console
import Dossiers
import Pipeline
import Stages

enum PipelineSchemaCommand: Command {
  static let description = CommandDescription(
    ["pipeline", "schema"], summary: "the JSON Schema of pipeline.json, for editors",
    examples: ["hoso pipeline schema > pipeline.schema.json"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    Output.line(PlanSchema.make(StageCatalogue.builtIn).canonical)
    return .done
  }
}
