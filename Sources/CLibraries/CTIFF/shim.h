#pragma once
// libtiff over memory, its messages caught for the handle that they belong to. TIFFGetField takes varargs, which Swift
// cannot call; everything here is about that, or about callbacks.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tiffio.h>

typedef struct hoso_tiff {
  TIFF *tiff;
  unsigned char *bytes;  // borrowed when reading, ours when writing
  uint64_t count;
  uint64_t capacity;  // 0: reading
  uint64_t offset;
  int errors;
  int warnings;
  char message[200];
  char warning[200];
} hoso_tiff;

static inline int hoso_tiff_on_error(
    TIFF *tiff, void *user, const char *module, const char *format, va_list arguments) {
  hoso_tiff *file = (hoso_tiff *)user;
  if (file->errors++ == 0) vsnprintf(file->message, sizeof file->message, format, arguments);
  (void)tiff, (void)module;
  return 1;
}

static inline int hoso_tiff_on_warning(
    TIFF *tiff, void *user, const char *module, const char *format, va_list arguments) {
  hoso_tiff *file = (hoso_tiff *)user;
  if (file->warnings++ == 0) vsnprintf(file->warning, sizeof file->warning, format, arguments);
  (void)tiff, (void)module;
  return 1;
}

static inline tmsize_t hoso_tiff_on_read(thandle_t handle, void *into, tmsize_t wanted) {
  hoso_tiff *file = (hoso_tiff *)handle;
  if (wanted < 0 || file->offset >= file->count) return 0;
  uint64_t left = file->count - file->offset;
  uint64_t given = (uint64_t)wanted < left ? (uint64_t)wanted : left;
  memcpy(into, file->bytes + file->offset, given);
  file->offset += given;
  return (tmsize_t)given;
}

static inline tmsize_t hoso_tiff_on_write(thandle_t handle, void *from, tmsize_t count) {
  hoso_tiff *file = (hoso_tiff *)handle;
  if (!file->capacity || count < 0) return -1;
  uint64_t end = file->offset + (uint64_t)count;
  if (end > file->capacity) {
    uint64_t capacity = file->capacity * 2;
    while (capacity < end) capacity *= 2;
    unsigned char *grown = (unsigned char *)realloc(file->bytes, capacity);
    if (!grown) return -1;
    file->bytes = grown;
    file->capacity = capacity;
  }
  if (file->offset > file->count) memset(file->bytes + file->count, 0, file->offset - file->count);
  memcpy(file->bytes + file->offset, from, (size_t)count);
  file->offset = end;
  if (end > file->count) file->count = end;
  return count;
}

static inline toff_t hoso_tiff_on_seek(thandle_t handle, toff_t offset, int whence) {
  hoso_tiff *file = (hoso_tiff *)handle;
  switch (whence) {
    case SEEK_SET: file->offset = offset; break;
    case SEEK_CUR: file->offset += offset; break;
    case SEEK_END: file->offset = file->count + offset; break;
    default: return (toff_t)-1;
  }
  return file->offset;
}

static inline int hoso_tiff_on_close(thandle_t handle) { (void)handle; return 0; }
static inline toff_t hoso_tiff_on_size(thandle_t handle) { return ((hoso_tiff *)handle)->count; }

static inline int hoso_tiff_on_map(thandle_t handle, void **base, toff_t *size) {
  hoso_tiff *file = (hoso_tiff *)handle;
  if (file->capacity) return 0;
  *base = file->bytes;
  *size = file->count;
  return 1;
}

static inline void hoso_tiff_on_unmap(thandle_t handle, void *base, toff_t size) {
  (void)handle, (void)base, (void)size;
}

static inline TIFF *hoso_tiff_start(hoso_tiff *file, const char *mode, int64_t max_single_allocation) {
  TIFFOpenOptions *options = TIFFOpenOptionsAlloc();
  if (!options) return NULL;
  if (max_single_allocation > 0) TIFFOpenOptionsSetMaxSingleMemAlloc(options, (tmsize_t)max_single_allocation);
  TIFFOpenOptionsSetErrorHandlerExtR(options, hoso_tiff_on_error, file);
  TIFFOpenOptionsSetWarningHandlerExtR(options, hoso_tiff_on_warning, file);
  TIFF *tiff = TIFFClientOpenExt(
      "upload", mode, (thandle_t)file, hoso_tiff_on_read, hoso_tiff_on_write, hoso_tiff_on_seek, hoso_tiff_on_close,
      hoso_tiff_on_size, hoso_tiff_on_map, hoso_tiff_on_unmap, options);
  TIFFOpenOptionsFree(options);
  return tiff;
}

/// Borrows `bytes` until `hoso_tiff_close`. NULL when there is no memory; check `tiff`, and `message` when it is NULL.
static inline hoso_tiff *hoso_tiff_open(const unsigned char *bytes, size_t count, int64_t max_single_allocation) {
  hoso_tiff *file = (hoso_tiff *)calloc(1, sizeof *file);
  if (!file) return NULL;
  file->bytes = (unsigned char *)bytes;
  file->count = count;
  file->tiff = hoso_tiff_start(file, "rm", max_single_allocation);
  if (file->tiff == NULL && file->errors == 0) strcpy(file->message, "libtiff could not open it");
  return file;
}

static inline void hoso_tiff_close(hoso_tiff *file) {
  if (!file) return;
  if (file->tiff) TIFFClose(file->tiff);
  if (file->capacity) free(file->bytes);
  free(file);
}

static inline const char *hoso_tiff_message(const hoso_tiff *file) { return file->message; }
static inline const char *hoso_tiff_warning(const hoso_tiff *file) { return file->warning; }

static inline void hoso_tiff_forget_messages(hoso_tiff *file) {
  file->errors = file->warnings = 0;
  file->message[0] = file->warning[0] = 0;
}

typedef struct hoso_tiff_page {
  uint32_t width, height, subfile_type;
  uint16_t bits_per_sample, samples_per_pixel, photometric, planar, compression, orientation, resolution_unit;
  float x_resolution;  // 0: not told
  int is_tiled;
  uint64_t directory_offset;
} hoso_tiff_page;

/// Of the current directory.
static inline void hoso_tiff_describe(hoso_tiff *file, hoso_tiff_page *page) {
  memset(page, 0, sizeof *page);
  TIFF *tiff = file->tiff;
  TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &page->width);
  TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &page->height);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_SUBFILETYPE, &page->subfile_type);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &page->bits_per_sample);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &page->samples_per_pixel);
  page->photometric = 0xFFFF;
  TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &page->photometric);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_PLANARCONFIG, &page->planar);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_COMPRESSION, &page->compression);
  TIFFGetFieldDefaulted(tiff, TIFFTAG_ORIENTATION, &page->orientation);
  page->resolution_unit = RESUNIT_INCH;
  TIFFGetField(tiff, TIFFTAG_RESOLUTIONUNIT, &page->resolution_unit);
  TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &page->x_resolution);
  page->is_tiled = TIFFIsTiled(tiff);
  page->directory_offset = TIFFCurrentDirOffset(tiff);
}

/// JPEG within TIFF: rows as RGB instead of subsampled YCbCr.
static inline void hoso_tiff_ask_for_rgb(hoso_tiff *file) {
  TIFFSetField(file->tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
}

/// The first strip or tile of the current directory whose data lies beyond the end of the file; -1 if none does.
static inline int64_t hoso_tiff_first_missing_strip(hoso_tiff *file) {
  uint32_t strips = TIFFIsTiled(file->tiff) ? TIFFNumberOfTiles(file->tiff) : TIFFNumberOfStrips(file->tiff);
  for (uint32_t strip = 0; strip < strips; strip++) {
    int failed = 0;
    uint64_t offset = TIFFGetStrileOffsetWithErr(file->tiff, strip, &failed);
    if (failed) return -1;
    uint64_t count = TIFFGetStrileByteCountWithErr(file->tiff, strip, &failed);
    if (failed) return -1;
    if (offset > file->count || count > file->count - offset) return strip;
  }
  return -1;
}

/// NULL when libtiff can turn the current directory into RGB, else why not (static or the file's own text).
static inline const char *hoso_tiff_why_not_rgba(hoso_tiff *file) {
  char reason[1024];
  if (TIFFRGBAImageOK(file->tiff, reason)) return NULL;
  snprintf(file->message, sizeof file->message, "%s", reason);
  return file->message;
}

/// `rows` rows from `top` as 32-bit pixels (ABGR, alpha premultiplied) in the order in which they are stored.
static inline int hoso_tiff_read_rgba(hoso_tiff *file, uint32_t top, uint32_t rows, uint32_t *raster) {
  char reason[1024];
  TIFFRGBAImage image;
  if (!TIFFRGBAImageBegin(&image, file->tiff, 1, reason)) {
    if (file->errors++ == 0) snprintf(file->message, sizeof file->message, "%s", reason);
    return 0;
  }
  image.orientation = image.req_orientation = ORIENTATION_TOPLEFT;
  image.row_offset = (int)top;
  image.col_offset = 0;
  int result = TIFFRGBAImageGet(&image, raster, image.width, rows);
  TIFFRGBAImageEnd(&image);
  return result;
}

/// A writer whose bytes grow in memory, in the byte order that `mode` says (`wm`, `wlm`, `wbm`).
static inline hoso_tiff *hoso_tiff_create_as(const char *mode) {
  hoso_tiff *file = (hoso_tiff *)calloc(1, sizeof *file);
  if (!file) return NULL;
  file->capacity = 65536;
  file->bytes = (unsigned char *)malloc(file->capacity);
  if (file->bytes) file->tiff = hoso_tiff_start(file, mode, 0);
  if (!file->tiff) {
    hoso_tiff_close(file);
    return NULL;
  }
  return file;
}

static inline hoso_tiff *hoso_tiff_create(void) { return hoso_tiff_create_as("wm"); }

/// A writer in the byte order of `other`: what is copied from there undecoded stays right.
static inline hoso_tiff *hoso_tiff_create_like(const hoso_tiff *other) {
  return hoso_tiff_create_as(TIFFIsBigEndian(other->tiff) ? "wbm" : "wlm");
}

#define HOSO_TIFF_COPY(tag, type)                                       \
  do {                                                                  \
    type value;                                                         \
    if (TIFFGetField(from, tag, &value)) TIFFSetField(into, tag, value); \
  } while (0)

/// Copies the tags that the data needs to be understood, as libtiff's own tiffsplit does, and the predictor with them.
static inline void hoso_tiff_copy_tags(TIFF *from, TIFF *into, uint16_t compression) {
  uint16_t number, other;
  uint16_t *shorts, *red, *green, *blue;
  uint32_t count;
  void *data;
  float *levels;
  TIFFSetField(into, TIFFTAG_COMPRESSION, compression);
  HOSO_TIFF_COPY(TIFFTAG_IMAGEWIDTH, uint32_t);
  HOSO_TIFF_COPY(TIFFTAG_IMAGELENGTH, uint32_t);
  HOSO_TIFF_COPY(TIFFTAG_BITSPERSAMPLE, uint16_t);
  HOSO_TIFF_COPY(TIFFTAG_SAMPLESPERPIXEL, uint16_t);
  HOSO_TIFF_COPY(TIFFTAG_SAMPLEFORMAT, uint16_t);
  HOSO_TIFF_COPY(TIFFTAG_PHOTOMETRIC, uint16_t);
  HOSO_TIFF_COPY(TIFFTAG_THRESHHOLDING, uint16_t);
  HOSO_TIFF_COPY(TIFFTAG_FILLORDER, uint16_t);
  HOSO_TIFF_COPY(TIFFTAG_ORIENTATION, uint16_t);
  HOSO_TIFF_COPY(TIFFTAG_MINSAMPLEVALUE, uint16_t);
  HOSO_TIFF_COPY(TIFFTAG_MAXSAMPLEVALUE, uint16_t);
  HOSO_TIFF_COPY(TIFFTAG_RESOLUTIONUNIT, uint16_t);
  HOSO_TIFF_COPY(TIFFTAG_XRESOLUTION, float);
  HOSO_TIFF_COPY(TIFFTAG_YRESOLUTION, float);
  HOSO_TIFF_COPY(TIFFTAG_PLANARCONFIG, uint16_t);
  if (TIFFIsTiled(from)) {
    HOSO_TIFF_COPY(TIFFTAG_TILEWIDTH, uint32_t);
    HOSO_TIFF_COPY(TIFFTAG_TILELENGTH, uint32_t);
  } else {
    HOSO_TIFF_COPY(TIFFTAG_ROWSPERSTRIP, uint32_t);
  }
  if (compression == COMPRESSION_CCITTFAX3) HOSO_TIFF_COPY(TIFFTAG_GROUP3OPTIONS, uint32_t);
  if (compression == COMPRESSION_CCITTFAX4) HOSO_TIFF_COPY(TIFFTAG_GROUP4OPTIONS, uint32_t);
  if (compression == COMPRESSION_LZW || compression == COMPRESSION_ADOBE_DEFLATE || compression == COMPRESSION_DEFLATE)
    HOSO_TIFF_COPY(TIFFTAG_PREDICTOR, uint16_t);
  if (TIFFGetField(from, TIFFTAG_YCBCRSUBSAMPLING, &number, &other))
    TIFFSetField(into, TIFFTAG_YCBCRSUBSAMPLING, number, other);
  HOSO_TIFF_COPY(TIFFTAG_YCBCRPOSITIONING, uint16_t);
  if (TIFFGetField(from, TIFFTAG_REFERENCEBLACKWHITE, &levels)) TIFFSetField(into, TIFFTAG_REFERENCEBLACKWHITE, levels);
  if (TIFFGetField(from, TIFFTAG_EXTRASAMPLES, &number, &shorts))
    TIFFSetField(into, TIFFTAG_EXTRASAMPLES, number, shorts);
  if (TIFFGetField(from, TIFFTAG_COLORMAP, &red, &green, &blue))
    TIFFSetField(into, TIFFTAG_COLORMAP, red, green, blue);
  if (TIFFGetField(from, TIFFTAG_ICCPROFILE, &count, &data)) TIFFSetField(into, TIFFTAG_ICCPROFILE, count, data);
  if (compression == COMPRESSION_JPEG && TIFFGetField(from, TIFFTAG_JPEGTABLES, &count, &data))
    TIFFSetField(into, TIFFTAG_JPEGTABLES, count, data);
}

#undef HOSO_TIFF_COPY

/// Appends the current directory of `source` to `target` with its data undecoded, as page `number` (from 0) of `pages`.
/// 0 where that cannot be done: damage, no memory, or old-style JPEG, whose data lies outside its strips.
static inline int hoso_tiff_copy_page(hoso_tiff *source, hoso_tiff *target, uint16_t number, uint16_t pages) {
  TIFF *from = source->tiff, *into = target->tiff;
  uint16_t compression = COMPRESSION_NONE;
  TIFFGetFieldDefaulted(from, TIFFTAG_COMPRESSION, &compression);
  if (compression == COMPRESSION_OJPEG) return 0;
  TIFFSetField(into, TIFFTAG_SUBFILETYPE, FILETYPE_PAGE);
  TIFFSetField(into, TIFFTAG_PAGENUMBER, number, pages);
  hoso_tiff_copy_tags(from, into, compression);
  int tiled = TIFFIsTiled(from);
  uint32_t strips = tiled ? TIFFNumberOfTiles(from) : TIFFNumberOfStrips(from);
  for (uint32_t strip = 0; strip < strips; strip++) {
    int failed = 0;
    uint64_t count = TIFFGetStrileByteCountWithErr(from, strip, &failed);
    if (failed || count > source->count) return 0;
    void *data = malloc(count ? count : 1);
    if (!data) return 0;
    tmsize_t got = tiled ? TIFFReadRawTile(from, strip, data, (tmsize_t)count)
                         : TIFFReadRawStrip(from, strip, data, (tmsize_t)count);
    tmsize_t put = got < 0 ? -1
                 : tiled   ? TIFFWriteRawTile(into, strip, data, got)
                           : TIFFWriteRawStrip(into, strip, data, got);
    free(data);
    if (got < 0 || put != got) return 0;
  }
  return TIFFWriteDirectory(into);
}

/// Sets up the next page: 8-bit grey or RGB (`bits` 8), or bilevel packed eight pixels a byte, 1 black (`bits` 1).
static inline void hoso_tiff_set_up_page(
    hoso_tiff *file, uint32_t width, uint32_t height, uint16_t bits, uint16_t channels, uint16_t compression,
    float dots_per_inch, uint16_t number, uint16_t pages) {
  TIFF *tiff = file->tiff;
  TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, FILETYPE_PAGE);
  TIFFSetField(tiff, TIFFTAG_PAGENUMBER, number, pages);
  TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, width);
  TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, height);
  TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, bits);
  TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, channels);
  TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
  TIFFSetField(tiff, TIFFTAG_COMPRESSION, compression);
  TIFFSetField(
      tiff, TIFFTAG_PHOTOMETRIC,
      bits == 1 ? PHOTOMETRIC_MINISWHITE : channels == 1 ? PHOTOMETRIC_MINISBLACK : PHOTOMETRIC_RGB);
  if (compression == COMPRESSION_LZW || compression == COMPRESSION_ADOBE_DEFLATE)
    TIFFSetField(tiff, TIFFTAG_PREDICTOR, PREDICTOR_HORIZONTAL);
  if (dots_per_inch > 0) {
    TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
    TIFFSetField(tiff, TIFFTAG_XRESOLUTION, dots_per_inch);
    TIFFSetField(tiff, TIFFTAG_YRESOLUTION, dots_per_inch);
  }
  TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, TIFFDefaultStripSize(tiff, (uint32_t)-1));
}
