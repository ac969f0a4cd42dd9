#include "barecommit.h"

#include <QFile>
#include <sqlite3.h>
#include <stdexcept>

namespace packbench::figures {

namespace {

void check(int result, int wanted) {
    if (result != wanted)
        throw std::runtime_error("SQLite says " + std::to_string(result));
}

} // namespace

BareCommit::BareCommit(const QString& path) {
    check(sqlite3_open(QFile::encodeName(path).constData(), &m_sqlite), SQLITE_OK);
    run("PRAGMA journal_mode = WAL");
    run("PRAGMA synchronous = FULL");
    run("CREATE TABLE line (id INTEGER PRIMARY KEY, done INTEGER NOT NULL)");
    run("CREATE TABLE piece (id INTEGER PRIMARY KEY, line INTEGER NOT NULL, text TEXT NOT NULL)");
    run("INSERT INTO line VALUES (1, 0)");
    m_count = prepare("UPDATE line SET done = done + 1 WHERE id = 1");
    m_add = prepare("INSERT INTO piece (line, text) VALUES (1, '6901234500868')");
}

BareCommit::~BareCommit() {
    sqlite3_finalize(m_count);
    sqlite3_finalize(m_add);
    sqlite3_close(m_sqlite);
}

void BareCommit::commit() {
    run("BEGIN IMMEDIATE");
    step(m_count);
    step(m_add);
    run("COMMIT");
}

void BareCommit::run(const char* sql) {
    check(sqlite3_exec(m_sqlite, sql, nullptr, nullptr, nullptr), SQLITE_OK);
}

void BareCommit::step(sqlite3_stmt* statement) {
    check(sqlite3_step(statement), SQLITE_DONE);
    check(sqlite3_reset(statement), SQLITE_OK);
}

sqlite3_stmt* BareCommit::prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(m_sqlite, sql, -1, &statement, nullptr), SQLITE_OK);
    return statement;
}

} // namespace packbench::figures
