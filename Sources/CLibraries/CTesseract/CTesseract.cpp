#include "CTesseract.h"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>
#include <vector>

using namespace tesseract;

static ctesseract_word word_at(const LTRResultIterator &place) {
  ctesseract_word word = {};
  std::unique_ptr<char[]> text(place.GetUTF8Text(RIL_WORD));
  word.text = strdup(text ? text.get() : "");
  if (!word.text) throw std::bad_alloc();
  if (!place.BoundingBox(RIL_WORD, &word.left, &word.top, &word.right, &word.bottom))
    word.left = word.top = word.right = word.bottom = 0;
  word.confidence = place.Confidence(RIL_WORD);
  word.begins_line = place.IsAtBeginningOf(RIL_TEXTLINE);
  return word;
}

int ctesseract_words(TessBaseAPI *engine, ctesseract_word **words) {
  *words = nullptr;
  std::vector<ctesseract_word> found;
  try {
    std::unique_ptr<ResultIterator> both_ways(engine->GetIterator());
    if (!both_ways) return 0;
    LTRResultIterator place(*both_ways);
    place.Begin();
    if (place.Empty(RIL_BLOCK)) return 0;
    do {
      found.emplace_back();
      found.back() = word_at(place);
    } while (place.Next(RIL_WORD));
    *words = static_cast<ctesseract_word *>(malloc(found.size() * sizeof(ctesseract_word)));
    if (!*words) throw std::bad_alloc();
  } catch (...) {
    for (const auto &word : found) free(word.text);
    return -1;
  }
  memcpy(*words, found.data(), found.size() * sizeof(ctesseract_word));
  return static_cast<int>(found.size());
}

void ctesseract_free_words(ctesseract_word *words, int count) {
  for (int index = 0; index < count; index++) free(words[index].text);
  free(words);
}
