#pragma once
#include <postgresql/libpq-fe.h>

/// libpq, loaded when the first PostgreSQL store is opened. Linked, it would bring LDAP and Kerberos into every
/// start of the program (2 to 12 ms), and a SQLite installation would need it installed.
///
/// Returns NULL, or a static text that says what is missing. May be called from any thread, any number of times.
const char *hoso_pq_load(void);

// libpq's functions under their own names behind `hoso_`; valid once `hoso_pq_load` returned NULL.

PGconn *hoso_PQconnectdbParams(const char *const *keywords, const char *const *values, int expand_dbname);
void hoso_PQfinish(PGconn *connection);
ConnStatusType hoso_PQstatus(const PGconn *connection);
char *hoso_PQerrorMessage(const PGconn *connection);
int hoso_PQsocket(const PGconn *connection);
int hoso_PQserverVersion(const PGconn *connection);
/// Keeps the server's notices off standard error.
void hoso_pq_be_silent(PGconn *connection);

PGresult *hoso_PQexec(PGconn *connection, const char *query);
PGresult *hoso_PQexecParams(
    PGconn *connection, const char *command, int count, const Oid *types, const char *const *values,
    const int *lengths, const int *formats, int result_format);

PGresult *hoso_PQprepare(PGconn *connection, const char *name, const char *query, int count, const Oid *types);
PGresult *hoso_PQexecPrepared(
    PGconn *connection, const char *name, int count, const char *const *values, const int *lengths,
    const int *formats, int result_format);

int hoso_PQenterPipelineMode(PGconn *connection);
int hoso_PQpipelineSync(PGconn *connection);
int hoso_PQsendFlushRequest(PGconn *connection);
int hoso_PQflush(PGconn *connection);
int hoso_PQsendPrepare(
    PGconn *connection, const char *name, const char *query, int count, const Oid *types);
int hoso_PQsendQueryPrepared(
    PGconn *connection, const char *name, int count, const char *const *values, const int *lengths,
    const int *formats, int result_format);
PGresult *hoso_PQgetResult(PGconn *connection);

ExecStatusType hoso_PQresultStatus(const PGresult *result);
char *hoso_PQresultErrorField(const PGresult *result, int field);
char *hoso_PQresultErrorMessage(const PGresult *result);
int hoso_PQntuples(const PGresult *result);
int hoso_PQnfields(const PGresult *result);
char *hoso_PQgetvalue(const PGresult *result, int row, int column);
int hoso_PQgetlength(const PGresult *result, int row, int column);
int hoso_PQgetisnull(const PGresult *result, int row, int column);
char *hoso_PQcmdTuples(PGresult *result);
void hoso_PQclear(PGresult *result);

int hoso_PQputCopyData(PGconn *connection, const char *buffer, int length);
int hoso_PQputCopyEnd(PGconn *connection, const char *error);

int hoso_PQconsumeInput(PGconn *connection);
PGnotify *hoso_PQnotifies(PGconn *connection);
void hoso_PQfreemem(void *memory);

/// SQLSTATE's field code: a character literal, which Swift does not import.
static inline int hoso_pq_sqlstate_field(void) { return PG_DIAG_SQLSTATE; }
static inline int hoso_pq_primary_field(void) { return PG_DIAG_MESSAGE_PRIMARY; }
