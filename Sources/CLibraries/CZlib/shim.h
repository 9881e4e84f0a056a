#pragma once
#include <zlib.h>

/// inflateInit2 is a macro: raw deflate data, as in a zip file, without zlib's own header.
static inline int hoso_inflate_init_raw(z_stream *stream) {
  return inflateInit2(stream, -MAX_WBITS);
}
