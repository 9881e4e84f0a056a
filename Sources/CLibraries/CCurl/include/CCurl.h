#pragma once
#include <curl/curl.h>
#include <stddef.h>

/// libcurl, loaded when the first request goes out. Linked, it would bring LDAP, SSH and Kerberos into every start of
/// the program, and an installation that calls nobody would need it installed.
///
/// Returns NULL, or a static text that says what is missing. May be called from any thread, any number of times.
const char *hoso_curl_load(void);

// Valid once `hoso_curl_load` returned NULL.

CURL *hoso_curl_easy_init(void);
void hoso_curl_easy_cleanup(CURL *handle);
/// Forgets all options; connections stay open for the next request.
void hoso_curl_easy_reset(CURL *handle);
CURLcode hoso_curl_easy_perform(CURL *handle);
const char *hoso_curl_easy_strerror(CURLcode code);
struct curl_slist *hoso_curl_slist_append(struct curl_slist *list, const char *line);
void hoso_curl_slist_free_all(struct curl_slist *list);

// `curl_easy_setopt` takes a variable argument, which Swift cannot give: one function a sort of value.
CURLcode hoso_curl_set_long(CURL *handle, CURLoption option, long value);
CURLcode hoso_curl_set_offset(CURL *handle, CURLoption option, curl_off_t value);
CURLcode hoso_curl_set_text(CURL *handle, CURLoption option, const char *text);
CURLcode hoso_curl_set_headers(CURL *handle, struct curl_slist *list);
/// At least CURL_ERROR_SIZE bytes, valid until the request is over.
CURLcode hoso_curl_set_error_buffer(CURL *handle, char *buffer);

typedef size_t (*hoso_curl_bytes_in)(char *bytes, size_t size, size_t count, void *context);
typedef size_t (*hoso_curl_bytes_out)(char *space, size_t size, size_t count, void *context);
typedef int (*hoso_curl_seek)(void *context, curl_off_t offset, int origin);

/// All callbacks get `context`.
CURLcode hoso_curl_set_receiving(
    CURL *handle, hoso_curl_bytes_in head, hoso_curl_bytes_in body, void *context);
CURLcode hoso_curl_set_sending(CURL *handle, hoso_curl_bytes_out body, hoso_curl_seek seek, void *context);

/// The last answer's status; 0 where none came.
long hoso_curl_status(CURL *handle);

/// Macros of the header, as values.
static inline size_t hoso_curl_abort_reading(void) { return CURL_READFUNC_ABORT; }
static inline int hoso_curl_seek_ok(void) { return CURL_SEEKFUNC_OK; }
static inline int hoso_curl_seek_fail(void) { return CURL_SEEKFUNC_FAIL; }
