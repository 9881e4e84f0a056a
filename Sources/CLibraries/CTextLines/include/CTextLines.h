#pragma once
#include <leptonica/allheaders.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Leptonica's function, in its place for all of the process: what is asked for as PNG comes as Leptonica's own plain
/// form ("spix"), which `pixReadMem` knows as well.
///
/// Tesseract 5 hands each line of text to its network as a PNG in memory, unpacked again at once: a tenth of the time
/// that reading takes. The linker exports a program's own definition of what its libraries look for, and theirs gives
/// way to it. Nothing else in our programs calls it; other formats are left to Leptonica.
l_ok pixWriteMem(l_uint8 **data, size_t *size, PIX *pix, l_int32 format);

#ifdef __cplusplus
}
#endif
