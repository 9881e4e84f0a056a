#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// One decoded symbol. `bytes` is the raw payload before any guess at its text encoding.
typedef struct {
  uint8_t *bytes;
  size_t length;
  /// Corners in image pixels, clockwise from the symbol's own top left: x0 y0 … x3 y3.
  int32_t corners[8];
  /// The format's name as ZXing spells it ("QRCode", "MicroQRCode", "PDF417", …).
  char format[24];
} czxing_symbol;

/// Reads every symbol of `formats` (ZXing's own list syntax, such as "QRCode|MicroQRCode") in an 8-bit grey
/// picture. Returns the count, or -1 after an exception; `*symbols` is freed with `czxing_free`.
int czxing_read(const uint8_t *grey, int width, int height, int stride, const char *formats, int try_harder,
                czxing_symbol **symbols);
void czxing_free(czxing_symbol *symbols, int count);

#ifdef __cplusplus
}
#endif
