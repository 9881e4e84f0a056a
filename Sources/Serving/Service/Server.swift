public import Files
import Logs

/// A service that listens.
public final class Server: Sendable {
  private let http: HTTPServer
  private let service: Service
  private let socket: ListeningSocket

  public init(_ service: Service, on socket: ListeningSocket) {
    self.service = service
    self.socket = socket
    var limits = service.configuration.limits
    // Behind a proxy every connection comes from its address.
    if service.configuration.isBehindProxy { limits.connectionsPerAddress = limits.connections }
    http = HTTPServer(socket: socket, dispatcher: service, limits: limits)
  }

  /// Begins to answer, on threads of its own.
  public func start() throws(SystemCallError) {
    try http.start()
    service.log.notice("serving", ("address", socket.address))
  }

  /// Takes nothing new, lets what is under way end within the time, then breaks off. Whatever was acknowledged is
  /// durable anyway. To be called once.
  public func stop(within milliseconds: Int64 = 20_000) {
    service.beginStopping()
    http.stop(within: milliseconds)
    service.log.notice("stopped-serving")
  }
}
