#pragma once
#include "CPosixFiles.h"
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Sends `length` bytes and, when `descriptor` >= 0, that descriptor beside them (SCM_RIGHTS, whose CMSG macros
/// Swift does not import). Returns what sendmsg returns; never raises SIGPIPE.
ssize_t hoso_send_descriptor(int socket, const void *bytes, size_t length, int descriptor);

/// Receives bytes and at most one descriptor (close-on-exec), -1 in `*descriptor` when none came.
ssize_t hoso_receive_descriptor(int socket, void *bytes, size_t capacity, int *descriptor);
