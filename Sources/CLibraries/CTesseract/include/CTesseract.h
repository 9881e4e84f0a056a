#pragma once
#include <stddef.h>
#include <stdint.h>
#include <tesseract/capi.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A word of the engine's result. `text` is UTF-8 and may be empty.
typedef struct {
  char *text;
  /// In pixels of the picture that was read; `right` and `bottom` lie outside. All 0 where the engine has none.
  int32_t left, top, right, bottom;
  /// 0 to 100.
  float confidence;
  /// 1 for the first word of a line.
  int32_t begins_line;
} ctesseract_word;

/// The words of the last recognition in reading order, from left to right in each line. Returns their count, or -1
/// where there is no memory; `*words` is freed with `ctesseract_free_words`.
///
/// The C interface has an iterator for both writing directions only: with each step it walks a page from its first
/// word to the present line, to find out anew in which order that line is read.
int ctesseract_words(TessBaseAPI *engine, ctesseract_word **words);
void ctesseract_free_words(ctesseract_word *words, int count);

#ifdef __cplusplus
}
#endif
