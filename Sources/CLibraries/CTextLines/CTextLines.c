#define _GNU_SOURCE
#include "CTextLines.h"

#include <dlfcn.h>

l_ok pixWriteMem(l_uint8 **data, size_t *size, PIX *pix, l_int32 format) {
  if (format == IFF_PNG) return pixWriteMemSpix(data, size, pix);
  l_ok (*leptonicas)(l_uint8 **, size_t *, PIX *, l_int32) = dlsym(RTLD_NEXT, "pixWriteMem");
  return leptonicas ? leptonicas(data, size, pix, format) : 1;
}
