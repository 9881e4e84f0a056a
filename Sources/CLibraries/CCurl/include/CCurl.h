#pragma once
#include <curl/curl.h>

/// libcurl, loaded when the first S3 storage is used: linked, it would weigh on every start of the program, and an
/// installation that keeps its files in a folder would need it installed.
///
/// Returns NULL, or a static text that says what is missing. May be called from any thread, any number of times.
const char *hoso_curl_load(void);

// libcurl's functions behind `hoso_`; valid once `hoso_curl_load` returned NULL. The variadic ones have a wrapper for
// each kind of argument.

CURL *hoso_curl_easy_init(void);
void hoso_curl_easy_reset(CURL *handle);
void hoso_curl_easy_cleanup(CURL *handle);
CURLcode hoso_curl_easy_perform(CURL *handle);
const char *hoso_curl_easy_strerror(CURLcode code);
struct curl_slist *hoso_curl_slist_append(struct curl_slist *list, const char *text);
void hoso_curl_slist_free_all(struct curl_slist *list);

CURLcode hoso_curl_set_long(CURL *handle, CURLoption option, long value);
CURLcode hoso_curl_set_size(CURL *handle, CURLoption option, curl_off_t value);
CURLcode hoso_curl_set_text(CURL *handle, CURLoption option, const char *value);
CURLcode hoso_curl_set_pointer(CURL *handle, CURLoption option, void *value);
CURLcode hoso_curl_set_headers(CURL *handle, struct curl_slist *headers);

/// Shapes of libcurl's callbacks; a count other than the one given ends the transfer.
typedef size_t (*hoso_curl_sink)(char *bytes, size_t size, size_t count, void *context);
typedef size_t (*hoso_curl_source)(char *buffer, size_t size, size_t count, void *context);
/// 0 when the source stands at the offset.
typedef int (*hoso_curl_seek)(void *context, curl_off_t offset, int origin);

CURLcode hoso_curl_set_body_sink(CURL *handle, hoso_curl_sink sink, void *context);
CURLcode hoso_curl_set_header_sink(CURL *handle, hoso_curl_sink sink, void *context);
CURLcode hoso_curl_set_source(CURL *handle, hoso_curl_source source, hoso_curl_seek seek, void *context);
