#include "CCurl.h"
#include <dlfcn.h>
#include <pthread.h>

// The header's type-checking macros would stand in the way of taking addresses.
#undef curl_easy_setopt
#undef curl_easy_getinfo

// One pointer a function, of exactly the type that libcurl's header gives it.
#define FUNCTIONS(X) \
  X(curl_global_init) X(curl_easy_init) X(curl_easy_cleanup) X(curl_easy_reset) X(curl_easy_perform) \
  X(curl_easy_strerror) X(curl_easy_setopt) X(curl_easy_getinfo) X(curl_slist_append) X(curl_slist_free_all)

#define DECLARE(name) static __typeof__(&name) p_##name;
FUNCTIONS(DECLARE)

static const char *problem;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) {
    problem = "libcurl.so.4 is not installed (Debian: apt-get install libcurl4)";
    return;
  }
#define FIND(name) \
  p_##name = (__typeof__(&name))dlsym(library, #name); \
  if (p_##name == NULL) { \
    problem = "libcurl lacks " #name; \
    return; \
  }
  FUNCTIONS(FIND)
  if (p_curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) problem = "libcurl cannot be initialised";
}

const char *hoso_curl_load(void) {
  pthread_once(&once, load);
  return problem;
}

CURL *hoso_curl_easy_init(void) { return p_curl_easy_init(); }
void hoso_curl_easy_cleanup(CURL *handle) { p_curl_easy_cleanup(handle); }
void hoso_curl_easy_reset(CURL *handle) { p_curl_easy_reset(handle); }
CURLcode hoso_curl_easy_perform(CURL *handle) { return p_curl_easy_perform(handle); }
const char *hoso_curl_easy_strerror(CURLcode code) { return p_curl_easy_strerror(code); }
struct curl_slist *hoso_curl_slist_append(struct curl_slist *list, const char *line) {
  return p_curl_slist_append(list, line);
}
void hoso_curl_slist_free_all(struct curl_slist *list) { p_curl_slist_free_all(list); }

CURLcode hoso_curl_set_long(CURL *handle, CURLoption option, long value) {
  return p_curl_easy_setopt(handle, option, value);
}
CURLcode hoso_curl_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
  return p_curl_easy_setopt(handle, option, value);
}
CURLcode hoso_curl_set_text(CURL *handle, CURLoption option, const char *text) {
  return p_curl_easy_setopt(handle, option, text);
}
CURLcode hoso_curl_set_headers(CURL *handle, struct curl_slist *list) {
  return p_curl_easy_setopt(handle, CURLOPT_HTTPHEADER, list);
}
CURLcode hoso_curl_set_error_buffer(CURL *handle, char *buffer) {
  return p_curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, buffer);
}

CURLcode hoso_curl_set_receiving(
    CURL *handle, hoso_curl_bytes_in head, hoso_curl_bytes_in body, void *context) {
  CURLcode code = p_curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, head);
  if (code == CURLE_OK) code = p_curl_easy_setopt(handle, CURLOPT_HEADERDATA, context);
  if (code == CURLE_OK) code = p_curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, body);
  if (code == CURLE_OK) code = p_curl_easy_setopt(handle, CURLOPT_WRITEDATA, context);
  return code;
}

CURLcode hoso_curl_set_sending(CURL *handle, hoso_curl_bytes_out body, hoso_curl_seek seek, void *context) {
  CURLcode code = p_curl_easy_setopt(handle, CURLOPT_READFUNCTION, body);
  if (code == CURLE_OK) code = p_curl_easy_setopt(handle, CURLOPT_READDATA, context);
  if (code == CURLE_OK) code = p_curl_easy_setopt(handle, CURLOPT_SEEKFUNCTION, seek);
  if (code == CURLE_OK) code = p_curl_easy_setopt(handle, CURLOPT_SEEKDATA, context);
  return code;
}

long hoso_curl_status(CURL *handle) {
  long status = 0;
  if (p_curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status) != CURLE_OK) return 0;
  return status;
}
