import Reception

/// Look-ups for the public.
final class LookupDesk: Sendable {
  private let installation: Installation
  private let scratch: String

  init(_ installation: Installation, scratch: String) {
    self.installation = installation
    self.scratch = scratch
  }
}
extension Service { func pageRoutes() -> [Route] { [] } }
