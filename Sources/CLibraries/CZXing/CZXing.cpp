#include "CZXing.h"

#include <ZXing/ReadBarcode.h>
#include <cstdlib>
#include <cstring>
#include <string>

int czxing_read(const uint8_t *grey, int width, int height, int stride, const char *formats, int try_harder,
                czxing_symbol **symbols) {
  *symbols = nullptr;
  try {
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormatsFromString(formats));
    hints.setTryHarder(try_harder != 0);
    hints.setTryRotate(try_harder != 0);
    auto results = ZXing::ReadBarcodes(ZXing::ImageView(grey, width, height, ZXing::ImageFormat::Lum, stride), hints);
    auto *found = static_cast<czxing_symbol *>(calloc(results.size() + 1, sizeof(czxing_symbol)));
    if (!found) return -1;
    int count = 0;
    for (const auto &result : results) {
      if (!result.isValid()) continue;
      auto &symbol = found[count];
      const auto &bytes = result.bytes();
      symbol.bytes = static_cast<uint8_t *>(malloc(bytes.size() + 1));
      if (!symbol.bytes) break;
      memcpy(symbol.bytes, bytes.data(), bytes.size());
      symbol.length = bytes.size();
      for (int corner = 0; corner < 4; corner++) {
        symbol.corners[corner * 2] = result.position()[corner].x;
        symbol.corners[corner * 2 + 1] = result.position()[corner].y;
      }
      std::string name = ZXing::ToString(result.format());
      strncpy(symbol.format, name.c_str(), sizeof(symbol.format) - 1);
      count++;
    }
    *symbols = found;
    return count;
  } catch (...) {
    return -1;
  }
}

void czxing_free(czxing_symbol *symbols, int count) {
  for (int index = 0; index < count; index++) free(symbols[index].bytes);
  free(symbols);
}
