import Digests
import Dossiers
import Logs
import Workflow

/// The access token, renewed in time. The newest lies in the store, where every process finds it: a refresh token is
/// good for one time only.
final class ZaloTokens: Sendable {
  private static let service = "zalo"
  /// Zalo's tokens are good for a day; what claims to be good for more than a month is asked for again then.
  private static let longestSeconds: Int64 = 30 * 86_400
  private let client: ZaloClient
  private let store: any WorkflowStore
  private let log: any Log
  private let firstRefresh: String
  private let seed: String

  init(_ configuration: ZaloConfiguration, client: ZaloClient, store: any WorkflowStore, log: any Log) {
    self.client = client
    self.store = store
    self.log = log
    firstRefresh = configuration.refreshToken
    seed = SHA256Digest.hex(of: configuration.refreshToken)
  }

  /// One that is good now. `refused` is one that the server would not take, though it should be good.
  func access(refused: String? = nil) throws -> String {
    let now = Wall.now()
    if let token = try good(now, refused) { return token }
    guard
      try store.beginRenewing(
        Self.service, seed: seed, firstRefresh: firstRefresh, until: now.adding(milliseconds: 60_000))
    else { throw ZaloError.unreachable("another process renews the token") }
    // It may have been renewed between the two looks.
    if let token = try good(now, refused) { return token }
    let refresh = try store.token(of: Self.service)?.refresh ?? firstRefresh
    let tokens: ZaloClient.Tokens
    do {
      tokens = try client.renew(refresh)
    } catch {
      try store.endRenewing(Self.service)
      throw error
    }
    // Ten minutes early: a token must not run out on its way. Whatever else the answer says of the time, the refresh
    // token in it is the only good one from now on and must be kept.
    let lifetime = max(60, min(max(0, tokens.seconds), Self.longestSeconds) - 600) * 1000
    try store.keep(
      ServiceToken(
        service: Self.service, seed: seed, access: tokens.access, refresh: tokens.refresh,
        expiresAt: now.adding(milliseconds: lifetime)))
    log.notice("zalo.token-renewed", ("seconds", tokens.seconds))
    return tokens.access
  }

  private func good(_ now: Timestamp, _ refused: String?) throws(StoreError) -> String? {
    guard let token = try store.token(of: Self.service), token.seed == seed, token.expiresAt > now,
      token.access != refused, !token.access.isEmpty
    else { return nil }
    return token.access
  }
}
