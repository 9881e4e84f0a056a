public import Dossiers

/// One thing wrong in a pipeline.json.
public typealias PlanError = JSONFault

/// Everything wrong in a pipeline.json, in the order of the file.
public typealias PlanErrors = JSONFaults
