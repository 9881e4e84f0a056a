#pragma once
// libpng reports errors by longjmp, which must never cross a Swift frame: every call that can fail is wrapped here,
// each with a setjmp of its own.
#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

typedef struct hoso_png_reader {
  png_structp png;
  png_infop info;
  const unsigned char *bytes;
  size_t count;
  size_t offset;
  int ran_out;
  char message[160];
  char warning[160];
} hoso_png_reader;

typedef struct hoso_png_header {
  unsigned width, height;
  int bit_depth, colour_type, interlaced;
  unsigned pixels_per_metre_x, pixels_per_metre_y;  // 0: not told
} hoso_png_header;

static inline void hoso_png_on_error(png_structp png, png_const_charp message) {
  hoso_png_reader *reader = (hoso_png_reader *)png_get_error_ptr(png);
  if (reader) strncpy(reader->message, message, sizeof reader->message - 1);
  png_longjmp(png, 1);
}

static inline void hoso_png_on_warning(png_structp png, png_const_charp message) {
  hoso_png_reader *reader = (hoso_png_reader *)png_get_error_ptr(png);
  if (reader && !reader->warning[0]) strncpy(reader->warning, message, sizeof reader->warning - 1);
}

static inline void hoso_png_on_read(png_structp png, png_bytep into, size_t wanted) {
  hoso_png_reader *reader = (hoso_png_reader *)png_get_io_ptr(png);
  if (wanted > reader->count - reader->offset) {
    reader->ran_out = 1;
    png_error(png, "the data ends too early");
  }
  memcpy(into, reader->bytes + reader->offset, wanted);
  reader->offset += wanted;
}

static inline void hoso_png_close(hoso_png_reader *reader) {
  if (!reader) return;
  if (reader->png) png_destroy_read_struct(&reader->png, &reader->info, NULL);
  free(reader);
}

/// Nothing here looks at texts, colour profiles, suggested palettes or scales: they are passed over without being inflated or
/// kept, since each may grow to megabytes and there may be any number of them. What is kept has its bounds, too: an
/// eXIf chunk of a camera has 64 KiB at the most.
static inline void hoso_png_bound_chunks(png_structp png) {
  static const png_byte unused[] = "tEXt\0zTXt\0iTXt\0iCCP\0sPLT\0hIST\0pCAL\0sCAL";
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, 0);
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, unused, (int)(sizeof unused / 5));
  png_set_chunk_malloc_max(png, 1 << 20);
  png_set_chunk_cache_max(png, 64);
}

/// Borrows `bytes` until `hoso_png_close`. NULL when there is no memory.
static inline hoso_png_reader *hoso_png_open(const unsigned char *bytes, size_t count) {
  hoso_png_reader *reader = (hoso_png_reader *)calloc(1, sizeof *reader);
  if (!reader) return NULL;
  reader->bytes = bytes;
  reader->count = count;
  reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, reader, hoso_png_on_error, hoso_png_on_warning);
  if (reader->png) reader->info = png_create_info_struct(reader->png);
  if (!reader->info) {
    hoso_png_close(reader);
    return NULL;
  }
  hoso_png_bound_chunks(reader->png);
  png_set_read_fn(reader->png, reader, hoso_png_on_read);
  return reader;
}

static inline const char *hoso_png_message(const hoso_png_reader *reader) { return reader->message; }
static inline const char *hoso_png_warning(const hoso_png_reader *reader) { return reader->warning; }

/// Reads up to the first IDAT. 0 on failure, as all below.
static inline int hoso_png_read_header(hoso_png_reader *reader, hoso_png_header *header) {
  if (setjmp(png_jmpbuf(reader->png))) return 0;
  png_read_info(reader->png, reader->info);
  header->width = png_get_image_width(reader->png, reader->info);
  header->height = png_get_image_height(reader->png, reader->info);
  header->bit_depth = png_get_bit_depth(reader->png, reader->info);
  header->colour_type = png_get_color_type(reader->png, reader->info);
  header->interlaced = png_get_interlace_type(reader->png, reader->info) != PNG_INTERLACE_NONE;
  header->pixels_per_metre_x = png_get_x_pixels_per_meter(reader->png, reader->info);
  header->pixels_per_metre_y = png_get_y_pixels_per_meter(reader->png, reader->info);
  return 1;
}

/// The eXIf chunk where it stands before the pixels; stays the reader's. 0 where there is none.
static inline size_t hoso_png_exif(hoso_png_reader *reader, const unsigned char **bytes) {
  png_uint_32 count = 0;
  png_bytep found = NULL;
  if (setjmp(png_jmpbuf(reader->png))) return 0;
  if (!png_get_eXIf_1(reader->png, reader->info, &count, &found) || !found) return 0;
  *bytes = found;
  return count;
}

/// Asks for 8-bit samples without palette; afterwards rows have `channels` bytes a pixel (grey, grey + alpha, RGB,
/// RGB + alpha).
static inline int hoso_png_begin(hoso_png_reader *reader, int *channels, size_t *row_bytes) {
  if (setjmp(png_jmpbuf(reader->png))) return 0;
  png_set_expand(reader->png);
  png_set_scale_16(reader->png);
  png_set_interlace_handling(reader->png);
  png_read_update_info(reader->png, reader->info);
  *channels = png_get_channels(reader->png, reader->info);
  *row_bytes = png_get_rowbytes(reader->png, reader->info);
  return 1;
}

/// One row of one pass; NULL throws the pixels away.
static inline int hoso_png_read_row(hoso_png_reader *reader, unsigned char *row) {
  if (setjmp(png_jmpbuf(reader->png))) return 0;
  png_read_row(reader->png, row, NULL);
  return 1;
}

/// All that stands after the pixels.
static inline int hoso_png_finish(hoso_png_reader *reader) {
  if (setjmp(png_jmpbuf(reader->png))) return 0;
  png_read_end(reader->png, NULL);
  return 1;
}

typedef struct hoso_png_writer {
  png_structp png;
  png_infop info;
  unsigned char *bytes;
  size_t count;
  size_t capacity;
} hoso_png_writer;

static inline void hoso_png_on_write(png_structp png, png_bytep from, size_t count) {
  hoso_png_writer *writer = (hoso_png_writer *)png_get_io_ptr(png);
  if (count > writer->capacity - writer->count) {
    size_t capacity = writer->capacity ? writer->capacity * 2 : 65536;
    while (capacity < writer->count + count) capacity *= 2;
    unsigned char *grown = (unsigned char *)realloc(writer->bytes, capacity);
    if (!grown) png_error(png, "no memory");
    writer->bytes = grown;
    writer->capacity = capacity;
  }
  memcpy(writer->bytes + writer->count, from, count);
  writer->count += count;
}

static inline void hoso_png_on_flush(png_structp png) { (void)png; }

/// Encodes 8-bit grey (1 channel) or RGB (3). The result is the caller's to free; NULL on failure.
static inline unsigned char *hoso_png_encode(
    const unsigned char *pixels, unsigned width, unsigned height, int channels, int level,
    unsigned pixels_per_metre, size_t *count) {
  hoso_png_writer *writer = (hoso_png_writer *)calloc(1, sizeof *writer);
  if (!writer) return NULL;
  unsigned char *result = NULL;
  writer->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, hoso_png_on_warning);
  if (writer->png) writer->info = png_create_info_struct(writer->png);
  if (writer->info && !setjmp(png_jmpbuf(writer->png))) {
    png_set_write_fn(writer->png, writer, hoso_png_on_write, hoso_png_on_flush);
    png_set_compression_level(writer->png, level);
    png_set_IHDR(
        writer->png, writer->info, width, height, 8, channels == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB,
        PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (pixels_per_metre)
      png_set_pHYs(writer->png, writer->info, pixels_per_metre, pixels_per_metre, PNG_RESOLUTION_METER);
    png_write_info(writer->png, writer->info);
    for (unsigned row = 0; row < height; row++)
      png_write_row(writer->png, pixels + (size_t)row * width * channels);
    png_write_end(writer->png, writer->info);
    *count = writer->count;
    result = writer->bytes;
    writer->bytes = NULL;
  }
  if (writer->png) png_destroy_write_struct(&writer->png, &writer->info);
  free(writer->bytes);
  free(writer);
  return result;
}
