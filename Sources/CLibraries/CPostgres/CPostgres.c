#include "CPostgres.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

// One pointer a function, of exactly the type that libpq's header gives it.
#define FUNCTIONS(X) \
  X(PQconnectdbParams) X(PQfinish) X(PQstatus) X(PQerrorMessage) X(PQsocket) X(PQserverVersion) X(PQexec) \
  X(PQexecParams) X(PQprepare) X(PQexecPrepared) X(PQenterPipelineMode) X(PQpipelineSync) X(PQsendFlushRequest) X(PQflush) \
  X(PQsendPrepare) X(PQsendQueryPrepared) X(PQgetResult) X(PQresultStatus) X(PQresultErrorField) \
  X(PQresultErrorMessage) X(PQntuples) X(PQnfields) X(PQgetvalue) X(PQgetlength) X(PQgetisnull) \
  X(PQcmdTuples) X(PQclear) X(PQputCopyData) X(PQputCopyEnd) X(PQconsumeInput) X(PQnotifies) \
  X(PQfreemem) X(PQsetNoticeProcessor)

#define DECLARE(name) static __typeof__(&name) p_##name;
FUNCTIONS(DECLARE)

static const char *problem;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) {
    problem = "libpq.so.5 is not installed (Debian: apt-get install libpq5)";
    return;
  }
#define FIND(name) \
  p_##name = (__typeof__(&name))dlsym(library, #name); \
  if (p_##name == NULL) { \
    problem = "libpq lacks " #name ": version 14 or later is needed"; \
    return; \
  }
  FUNCTIONS(FIND)
}

const char *hoso_pq_load(void) {
  pthread_once(&once, load);
  return problem;
}

static void ignore(void *context, const char *message) {
  (void)context;
  (void)message;
}

void hoso_pq_be_silent(PGconn *connection) { p_PQsetNoticeProcessor(connection, ignore, NULL); }

PGconn *hoso_PQconnectdbParams(const char *const *keywords, const char *const *values, int expand_dbname) {
  return p_PQconnectdbParams(keywords, values, expand_dbname);
}
void hoso_PQfinish(PGconn *connection) { p_PQfinish(connection); }
ConnStatusType hoso_PQstatus(const PGconn *connection) { return p_PQstatus(connection); }
char *hoso_PQerrorMessage(const PGconn *connection) { return p_PQerrorMessage(connection); }
int hoso_PQsocket(const PGconn *connection) { return p_PQsocket(connection); }
int hoso_PQserverVersion(const PGconn *connection) { return p_PQserverVersion(connection); }
PGresult *hoso_PQexec(PGconn *connection, const char *query) { return p_PQexec(connection, query); }
PGresult *hoso_PQexecParams(
    PGconn *connection, const char *command, int count, const Oid *types, const char *const *values, const int *lengths,
    const int *formats, int result_format) {
  return p_PQexecParams(connection, command, count, types, values, lengths, formats, result_format);
}
PGresult *hoso_PQprepare(PGconn *connection, const char *name, const char *query, int count, const Oid *types) {
  return p_PQprepare(connection, name, query, count, types);
}
PGresult *hoso_PQexecPrepared(
    PGconn *connection, const char *name, int count, const char *const *values, const int *lengths,
    const int *formats, int result_format) {
  return p_PQexecPrepared(connection, name, count, values, lengths, formats, result_format);
}
int hoso_PQenterPipelineMode(PGconn *connection) { return p_PQenterPipelineMode(connection); }
int hoso_PQpipelineSync(PGconn *connection) { return p_PQpipelineSync(connection); }
int hoso_PQsendFlushRequest(PGconn *connection) { return p_PQsendFlushRequest(connection); }
int hoso_PQflush(PGconn *connection) { return p_PQflush(connection); }
int hoso_PQsendPrepare(
    PGconn *connection, const char *name, const char *query, int count, const Oid *types) {
  return p_PQsendPrepare(connection, name, query, count, types);
}
int hoso_PQsendQueryPrepared(
    PGconn *connection, const char *name, int count, const char *const *values, const int *lengths,
    const int *formats, int result_format) {
  return p_PQsendQueryPrepared(connection, name, count, values, lengths, formats, result_format);
}
PGresult *hoso_PQgetResult(PGconn *connection) { return p_PQgetResult(connection); }
ExecStatusType hoso_PQresultStatus(const PGresult *result) { return p_PQresultStatus(result); }
char *hoso_PQresultErrorField(const PGresult *result, int field) { return p_PQresultErrorField(result, field); }
char *hoso_PQresultErrorMessage(const PGresult *result) { return p_PQresultErrorMessage(result); }
int hoso_PQntuples(const PGresult *result) { return p_PQntuples(result); }
int hoso_PQnfields(const PGresult *result) { return p_PQnfields(result); }
char *hoso_PQgetvalue(const PGresult *result, int row, int column) { return p_PQgetvalue(result, row, column); }
int hoso_PQgetlength(const PGresult *result, int row, int column) { return p_PQgetlength(result, row, column); }
int hoso_PQgetisnull(const PGresult *result, int row, int column) { return p_PQgetisnull(result, row, column); }
char *hoso_PQcmdTuples(PGresult *result) { return p_PQcmdTuples(result); }
void hoso_PQclear(PGresult *result) { p_PQclear(result); }
int hoso_PQputCopyData(
    PGconn *connection, const char *buffer, int length) {
  return p_PQputCopyData(connection, buffer, length);
}
int hoso_PQputCopyEnd(PGconn *connection, const char *error) { return p_PQputCopyEnd(connection, error); }
int hoso_PQconsumeInput(PGconn *connection) { return p_PQconsumeInput(connection); }
PGnotify *hoso_PQnotifies(PGconn *connection) { return p_PQnotifies(connection); }
void hoso_PQfreemem(void *memory) { p_PQfreemem(memory); }
