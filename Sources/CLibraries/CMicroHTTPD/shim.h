#pragma once
#include <microhttpd.h>
#include <string.h>

/// Everything that the server calls back, and its bounds.
typedef struct {
  void *context;
  MHD_AccessHandlerCallback handler;
  MHD_RequestCompletedCallback completed;
  MHD_NotifyConnectionCallback connection;
  int socket;
  unsigned connections;
  unsigned connections_per_address;
  unsigned idle_seconds;
  size_t header_bytes;
  size_t stack_bytes;
} hoso_http_setup;

/// Leaves `%` sequences as they came: a path is taken apart before its parts are decoded.
static size_t hoso_http_keep(void *context, struct MHD_Connection *connection, char *text) {
  (void)context;
  (void)connection;
  return strlen(text);
}

/// MHD_start_daemon takes a variable list of options, which Swift cannot call. The socket becomes the daemon's.
static inline struct MHD_Daemon *hoso_http_start(const hoso_http_setup *setup) {
  return MHD_start_daemon(
      MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL | MHD_USE_ITC, 0, NULL, NULL,
      setup->handler, setup->context,
      MHD_OPTION_LISTEN_SOCKET, setup->socket,
      MHD_OPTION_NOTIFY_COMPLETED, setup->completed, setup->context,
      MHD_OPTION_NOTIFY_CONNECTION, setup->connection, setup->context,
      MHD_OPTION_CONNECTION_LIMIT, setup->connections,
      MHD_OPTION_PER_IP_CONNECTION_LIMIT, setup->connections_per_address,
      MHD_OPTION_CONNECTION_TIMEOUT, setup->idle_seconds,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, setup->header_bytes,
      MHD_OPTION_THREAD_STACK_SIZE, setup->stack_bytes,
      MHD_OPTION_STRICT_FOR_CLIENT, 1,
      MHD_OPTION_UNESCAPE_CALLBACK, hoso_http_keep, NULL,
      MHD_OPTION_END);
}

/// MHD_get_connection_info returns a union that Swift reads badly. -1 where there is none.
static inline int hoso_http_descriptor(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}

static inline const struct sockaddr *hoso_http_peer(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  return info ? info->client_addr : NULL;
}
