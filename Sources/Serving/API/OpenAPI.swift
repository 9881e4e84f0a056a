import Dossiers
import Worker
import Workflow

/// The description of the interface (OpenAPI 3.1), made from the routes that the server runs.
enum OpenAPI {
  static func description(of routes: [Route]) -> JSONValue {
    var paths: [String: [String: JSONValue]] = [:]
    for route in routes { paths[route.template, default: [:]][route.method.lowercased()] = operation(route) }
    return [
      "openapi": "3.1.0",
      "info": [
        "title": "hoso", "version": .string(HosoVersion.text),
        "description": "Dossiers of a one-stop office: handing in, looking up, deciding.",
      ],
      "paths": .object(paths.mapValues { .object($0) }),
      "components": [
        "securitySchemes": ["key": ["type": "http", "scheme": "bearer"]],
        "schemas": ["Refusal": Schemas.refusal],
      ],
    ]
  }

  private static func operation(_ route: Route) -> JSONValue {
    var operation: [String: JSONValue] = [
      "operationId": .string(route.name), "summary": .string(route.summary),
      "responses": .object(responses(route)),
    ]
    if case .scope(let scope) = route.access {
      operation["security"] = [["key": []]]
      operation["description"] = .string("Needs a key with the scope `\(scope.rawValue)`.")
    }
    if !route.parameters.isEmpty {
      operation["parameters"] = .array(
        route.parameters.map { parameter in
          [
            "name": .string(parameter.name), "in": .string(parameter.place.rawValue), "schema": parameter.schema,
            "required": .bool(parameter.place == .path), "description": .string(parameter.about),
          ]
        })
    }
    switch route.body {
    case .none: break
    case .json(let schema, let isRequired):
      operation["requestBody"] = [
        "required": .bool(isRequired), "content": ["application/json": ["schema": schema]],
      ]
    case .multipart(let schema):
      operation["requestBody"] = ["required": true, "content": ["multipart/form-data": ["schema": schema]]]
    }
    return .object(operation)
  }

  private static func responses(_ route: Route) -> [String: JSONValue] {
    var responses: [String: JSONValue] = [
      "\(route.success.status)": [
        "description": .string(route.success.about),
        "content": .object([route.success.type: ["schema": route.success.schema]]),
      ]
    ]
    // Framing, limits and our own faults can meet every request.
    var statuses: Set<Int> = [400, 413, 429, 500, 503]
    statuses.formUnion(route.refusals)
    if case .scope = route.access { statuses.formUnion([401, 403]) }
    for status in statuses where status != route.success.status {
      // A part has the whole file's type, what has not changed has none.
      guard ![206, 304].contains(status) else {
        responses["\(status)"] = ["description": .string(HTTPStatus.reason(status))]
        continue
      }
      let content: JSONValue =
        route.isPage && status != 416
        ? ["text/html": ["schema": Schemas.text]]
        : ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Refusal"]]]
      responses["\(status)"] = ["description": .string(HTTPStatus.reason(status)), "content": content]
    }
    return responses
  }
}
