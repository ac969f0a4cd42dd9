#pragma once

#include "ledger/address.h"
#include "ledger/commitpart.h"
#include "ledger/filelock.h"
#include "ledger/untilstored.h"
#include "shipping/fault.h"
#include "shipping/instant.h"

#include <QByteArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

struct sqlite3;
class QSqlError;

namespace packbench {

/// A value for a named parameter. Texts are kept as both databases can keep them: U+0000 as
/// U+2400, a lone surrogate as U+FFFD.
struct Bind {
    std::string_view name;
    QVariant value;

    Bind(std::string_view parameter, const QString& text);
    Bind(std::string_view parameter, const QByteArray& bytes);
    Bind(std::string_view parameter, bool flag);
    Bind(std::string_view parameter, int number);
    Bind(std::string_view parameter, qint64 number);
    Bind(std::string_view parameter, Instant at);
    Bind(std::string_view parameter, std::optional<Instant> at);
    template <typename T>
    Bind(std::string_view parameter, T* pointer) = delete; // else a literal would be a bool
    [[nodiscard]] static Bind reference(std::string_view parameter, qint64 id); ///< 0 = NULL
    [[nodiscard]] static Bind number(std::string_view parameter, std::optional<qint64> number);
    [[nodiscard]] static Bind maybe(std::string_view parameter, std::optional<bool> flag);

private:
    Bind(std::string_view parameter, QVariant any, int);
};
using Binds = std::initializer_list<Bind>;

class AuditTrail;
class Database;

/// One statement of sql/, prepared once on this connection.
struct Statement {
    std::string_view name;
    QSqlQuery query;
    QStringList placeholders; ///< as the driver knows them, ":name"
};

/// The rows of one run, read forward; each row's columns are read in the statement's order.
class Rows {
public:
    Rows(Database& database, Statement& statement)
        : m_database(&database), m_statement(&statement) {}
    Rows(Rows&& other) noexcept
        : m_database(other.m_database), m_statement(std::exchange(other.m_statement, nullptr)) {}
    Rows& operator=(Rows&&) = delete;
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    ~Rows();

    [[nodiscard]] bool next();
    /// Runs a changing statement to its end: without it, its commit could fail unseen.
    void finish();

    [[nodiscard]] bool isNull() const; ///< of the column that is read next
    [[nodiscard]] qint64 integer();
    [[nodiscard]] int number();
    [[nodiscard]] bool flag();
    [[nodiscard]] QString text();
    [[nodiscard]] QByteArray bytes();
    [[nodiscard]] Instant instant();
    [[nodiscard]] std::optional<Instant> maybeInstant();
    void skip() { ++m_column; }

private:
    Database* m_database;
    Statement* m_statement;
    int m_column = 0;
};

/// One connection. After an error inside a transaction the whole transaction is gone, on both
/// databases alike, and says so to whoever goes on in it.
class Database {
public:
    enum class Dialect { Sqlite, Postgres };

    explicit Database(const LedgerAddress& address);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void connect(const QString& options); ///< @throws LedgerError (CannotOpen)
    /// Holds the lock as long as the connection lives.
    void keep(std::unique_ptr<FileLock> lock) { m_lock = std::move(lock); }
    [[nodiscard]] bool isReadOnly() const;
    /// What `connect` alone does not do, done again whenever it is opened again.
    void setUpWith(std::function<void(Database&)> setUp);
    /// While a COMMIT is in doubt: told before each attempt to open it again (1, 2, …), goes on as
    /// long as that says so; told 0 when it is known. Without one, doubt ends the connection.
    void whenInDoubt(std::function<bool(int attempt)> goOn) { m_goOn = std::move(goOn); }
    void addPart(CommitPart& part) { m_parts.push_back(&part); }
    void useTrail(AuditTrail* trail) { m_trail = trail; }
    [[nodiscard]] AuditTrail* trail() const { return m_trail; }

    [[nodiscard]] Dialect dialect() const { return m_dialect; }
    [[nodiscard]] const LedgerAddress& address() const { return m_address; }

    void begin();
    void commit();
    void rollback() noexcept;
    [[nodiscard]] bool inTransaction() const { return m_transaction != TransactionState::None; }

    [[nodiscard]] Rows ask(std::string_view name, Binds binds = {});
    int change(std::string_view name, Binds binds = {}); ///< @returns how many rows
    int change(std::string_view name, const std::vector<Bind>& binds);
    /// @throws LedgerError (Constraint) with the sentence when no row was there to be changed.
    void changeOne(std::string_view name, Binds binds, const QString& elseSentence);
    qint64 insert(std::string_view name, Binds binds); ///< @returns the new row's id, 0 for none
    qint64 insert(std::string_view name, const std::vector<Bind>& binds);

    /// Statements that are no files: pragmas, migrations.
    void runText(const QString& sql);
    [[nodiscard]] QVariant valueOf(const QString& sql);
    [[nodiscard]] QStringList column(const QString& sql);
    /// Copies every page into that file, which is there and empty, as this connection sees them in
    /// one moment. SQLite only. @throws LedgerError
    void copyInto(const QString& file);

    [[noreturn]] void fail(const QSqlError& error, std::string_view what, bool changes);

private:
    friend class FlushedLater;
    enum class TransactionState { None, Open, Broken };

    void setFlush(const char* mode) noexcept;
    Statement& statement(std::string_view name, bool wantsId);
    using Values = std::span<const Bind>;
    void run(Statement& statement, Values values, bool changes);
    int changeWith(std::string_view name, Values values);
    qint64 insertWith(std::string_view name, Values values);
    void checkUsable();
    void rollBackNow();
    [[nodiscard]] sqlite3* handle() const;
    [[nodiscard]] LedgerError commitFault(const QSqlError& error);
    void endWith(void (CommitPart::*told)());

    // databasedoubt.cpp
    void reconnect();
    void rememberServer();
    void endOldServer();
    void openAgain(const LedgerError& fault);
    [[nodiscard]] bool isStored();
    void settle(const LedgerError& fault);

    std::unique_ptr<FileLock> m_lock;
    LedgerAddress m_address;
    Dialect m_dialect;
    QString m_connection;
    QSqlDatabase m_database;
    std::unordered_map<std::string_view, std::unique_ptr<Statement>> m_statements;
    TransactionState m_transaction = TransactionState::None;
    bool m_inDoubt = false; ///< a COMMIT went unanswered: nothing may be asked on this connection
    bool m_isLost = false;  ///< the connection broke: it is opened again before anything else
    std::function<void(Database&)> m_setUp;
    std::function<bool(int)> m_goOn;
    std::vector<CommitPart*> m_parts;
    AuditTrail* m_trail = nullptr;
    int m_attempts = 0; ///< to open it again since the last COMMIT that was answered
    QString m_server;   ///< the server's process that works for this connection, PostgreSQL
};

/// What is changed while it lives outlives a crash of the program at once, and a power cut together
/// with the next commit after it. For what is told to nobody before such a commit. SQLite only: on
/// PostgreSQL it would cost more round trips than the flush.
class FlushedLater {
public:
    explicit FlushedLater(Database& database);
    ~FlushedLater();
    FlushedLater(const FlushedLater&) = delete;
    FlushedLater& operator=(const FlushedLater&) = delete;

private:
    Database& m_database;
    bool m_relaxed;
};

/// Joins the open transaction or makes one of its own, for what must happen wholly or not at all.
class Atomic {
public:
    explicit Atomic(Database& database);
    ~Atomic();
    Atomic(const Atomic&) = delete;
    Atomic& operator=(const Atomic&) = delete;
    void commit();

private:
    Database& m_database;
    bool m_own;
};

/// Wholly or not at all: joins the open transaction, or makes one of its own until it is stored.
template <typename Work>
void wholly(Database& database, Work work) {
    if (database.inTransaction())
        return work();
    untilStored([&] {
        Atomic whole(database);
        work();
        whole.commit();
    });
}

} // namespace packbench
