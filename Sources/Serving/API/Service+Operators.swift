import Dossiers
import Pipeline
import Reception
import Workflow

/// Work on the queue.
extension Service {
  func operatorRoutes() -> [Route] {
    [
      Route(
        method: "GET", template: "/v1/tasks", name: "listTasks",
        summary: "The queue: what runs, waits, failed; what is done or cancelled where state asks for it",
        access: .scope(.operate), parameters: [.taskStates, .limit], success: .json(Schemas.taskList)
      ) { [unowned self] call in .answer(try listTasks(call)) },
      Route(
        method: "GET", template: "/v1/tasks/{task}", name: "getTask", summary: "One task", access: .scope(.operate),
        parameters: [.task], success: .json(Schemas.task), refusals: [404]
      ) { [unowned self] call in .answer(.json(DossierJSON.task(try task(call)))) },
      taskAction("retry", "retryTask", "Run a failed, quarantined or scheduled task now") {
        [unowned self] id, actor in
        try installation.store.retry(id, by: actor)
        installation.ringBell()
      },
      taskAction("cancel", "cancelTask", "Cancel a task; a dossier's own cancels the dossier") {
        [unowned self] id, actor in try installation.store.cancel(id, by: actor)
      },
      Route(
        method: "GET", template: "/v1/stages", name: "listStages", summary: "The active plan's stages",
        access: .scope(.operate), success: .json(Schemas.stageList)
      ) { [unowned self] _ in .answer(try listStages()) },
      stageAction("pause", "pauseStage", "Let tasks wait before a stage") { [unowned self] stage, actor in
        try installation.store.pause(stage: stage, by: actor)
      },
      stageAction("resume", "resumeStage", "Let tasks pass a stage again") { [unowned self] stage, actor in
        try installation.store.resume(stage: stage, by: actor)
        installation.ringBell()
      },
    ]
  }

  private func taskAction(
    _ verb: String, _ name: String, _ summary: String, _ act: @escaping @Sendable (TaskID, String) throws -> Void
  ) -> Route {
    Route(
      method: "POST", template: "/v1/tasks/{task}/\(verb)", name: name, summary: summary, access: .scope(.operate),
      parameters: [.task], body: .json(Schemas.nothing, isRequired: false), success: .json(Schemas.task),
      refusals: [404, 409]
    ) { [unowned self] call in
      let id = try task(call).id
      return .body(
        BytesReceiver.json(
          complete: { [unowned self] _ in
            try act(id, call.actor)
            return .json(DossierJSON.task(try task(call)))
          }, refuse: { [unowned self] error in refusal(for: error).answer(in: call.language) }))
    }
  }

  private func stageAction(
    _ verb: String, _ name: String, _ summary: String, _ act: @escaping @Sendable (String, String) throws -> Void
  ) -> Route {
    Route(
      method: "POST", template: "/v1/stages/{stage}/\(verb)", name: name, summary: summary, access: .scope(.operate),
      parameters: [.stage], body: .json(Schemas.nothing, isRequired: false), success: .json(Schemas.stageList),
      refusals: [404]
    ) { [unowned self] call in
      guard let stage = call.values["stage"], try installation.activePlan().stages.contains(where: { $0.id == stage })
      else { throw Refusal.noSuchThing }
      return .body(
        BytesReceiver.json(
          complete: { [unowned self] _ in
            try act(stage, call.actor)
            return try listStages()
          }, refuse: { [unowned self] error in refusal(for: error).answer(in: call.language) }))
    }
  }

  private func listTasks(_ call: Call) throws -> HTTPAnswer {
    let words = call.request.query.filter { $0.name == "state" }.map(\.value)
    let states = try words.map { word in
      guard let state = QueuedTask.State(rawValue: word) else { throw Refusal.badParameter("state") }
      return state
    }
    let tasks = try installation.store.tasks(
      states: states.isEmpty ? QueuedTask.State.unfinished : Set(states), limit: try call.limit(upTo: 500) ?? 50)
    return .json(["items": .array(tasks.map(DossierJSON.task))])
  }

  private func task(_ call: Call) throws -> QueuedTask {
    guard let id = call.values["task"], let task = try installation.store.task(TaskID(rawValue: id)) else {
      throw Refusal.noSuchThing
    }
    return task
  }

  private func listStages() throws -> HTTPAnswer {
    let paused = Set(try installation.store.pausedStages())
    let stages = try installation.activePlan().stages.map { stage -> JSONValue in
      ["stage": .string(stage.id), "uses": .string(stage.uses), "paused": .bool(paused.contains(stage.id))]
    }
    return .json(["items": .array(stages)])
  }
}
