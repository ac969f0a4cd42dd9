#pragma once
#include <QString>

struct sqlite3;
struct sqlite3_stmt;

namespace packbench::figures {

/// The least a counted piece can cost a ledger: one row changed, one row added, one commit, through
/// SQLite's own interface, as safe on the disk as the ledger is (WAL, synchronous = FULL).
class BareCommit {
public:
    explicit BareCommit(const QString& path);
    ~BareCommit();
    BareCommit(const BareCommit&) = delete;
    BareCommit& operator=(const BareCommit&) = delete;

    void commit();

private:
    void run(const char* sql);
    void step(sqlite3_stmt* statement);
    sqlite3_stmt* prepare(const char* sql);

    sqlite3* m_sqlite = nullptr;
    sqlite3_stmt* m_count = nullptr;
    sqlite3_stmt* m_add = nullptr;
};

} // namespace packbench::figures
