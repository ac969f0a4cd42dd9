#include "ledger/database.h"

#include "faultpoint.h"
#include "ledger/statementtext.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QSqlRecord>
#include <sqlite3.h>

#include <atomic>

namespace packbench {
namespace {

QString freshConnectionName() {
    static std::atomic<quint64> count{0};
    return QStringLiteral("ledger-%1").arg(++count);
}

QString quoted(std::string_view name) {
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

/// They are few: a walk is quicker than a hash.
const QVariant* valueFor(const QString& placeholder, std::span<const Bind> values) {
    for (const Bind& bind : values) {
        const QLatin1String name(bind.name.data(), static_cast<qsizetype>(bind.name.size()));
        if (QStringView(placeholder).mid(1) == name)
            return &bind.value;
    }
    return nullptr;
}

} // namespace

Database::Database(const LedgerAddress& address)
    : m_address(address)
    , m_dialect(address.kind == LedgerAddress::Kind::Sqlite ? Dialect::Sqlite : Dialect::Postgres)
    , m_connection(freshConnectionName())
    , m_database(QSqlDatabase::addDatabase(m_dialect == Dialect::Sqlite ? QStringLiteral("QSQLITE")
                                                                        : QStringLiteral("QPSQL"),
                                           m_connection)) {}

Database::~Database() {
    rollback();
    m_statements.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

void Database::connect(const QString& options) {
    if (m_dialect == Dialect::Sqlite) {
        m_database.setDatabaseName(m_address.path);
    } else {
        m_database.setHostName(m_address.host);
        m_database.setPort(m_address.port);
        m_database.setDatabaseName(m_address.database);
        m_database.setUserName(m_address.user);
        m_database.setPassword(m_address.password);
    }
    m_database.setConnectOptions(options);
    if (!m_database.open())
        throw LedgerError(LedgerError::Code::CannotOpen,
                          QStringLiteral("The ledger %1 cannot be opened: %2. Nothing was changed.")
                              .arg(packbench::text(m_address),
                                   m_database.lastError().databaseText().simplified()));
}

sqlite3* Database::handle() const {
    return *static_cast<sqlite3* const*>(m_database.driver()->handle().constData());
}

bool Database::isReadOnly() const {
    return m_dialect == Dialect::Sqlite && sqlite3_db_readonly(handle(), "main") == 1;
}

void Database::setFlush(const char* mode) noexcept {
    const std::string pragma = std::string("PRAGMA synchronous=") + mode;
    if (m_database.isOpen())
        sqlite3_exec(handle(), pragma.c_str(), nullptr, nullptr, nullptr);
}

void Database::begin() {
    checkUsable();
    Q_ASSERT_X(m_transaction == TransactionState::None, "Database::begin", "not nested");
    runText(m_dialect == Dialect::Sqlite ? QStringLiteral("BEGIN IMMEDIATE")
                                         : QStringLiteral("BEGIN"));
    m_transaction = TransactionState::Open;
    FAULT_POINT("ledger.begin");
}

void Database::commit() {
    if (m_transaction != TransactionState::Open) {
        rollback();
        throw LedgerError(LedgerError::Code::Statement,
                          QStringLiteral("This transaction was rolled back after an error; nothing "
                                         "of it was kept. Do it again."));
    }
    try {
        endWith(&CommitPart::beforeCommit);
    } catch (const LedgerError&) {
        rollback();
        throw;
    }
    FAULT_POINT("ledger.commit.before");
    QSqlError error;
    bool isAnswered = false;
    {
        QSqlQuery query(m_database);
        isAnswered = query.exec(QStringLiteral("COMMIT"));
        if (!isAnswered)
            error = query.lastError();
    }
    if (!isAnswered || FAULT_ERROR("ledger.commit.answer"))
        settle(commitFault(error));
    m_transaction = TransactionState::None;
    FAULT_POINT("ledger.commit.after");
    m_attempts = 0;
    endWith(&CommitPart::afterCommit);
}

void Database::endWith(void (CommitPart::*told)()) {
    for (CommitPart* part : m_parts)
        (part->*told)();
}

void Database::rollback() noexcept {
    if (m_transaction == TransactionState::Open)
        rollBackNow();
    m_transaction = TransactionState::None;
    endWith(&CommitPart::afterRollback);
}

/// SQLite may have rolled back by itself: it is asked, a blind ROLLBACK would be a second error.
void Database::rollBackNow() {
    for (auto& [name, statement] : m_statements)
        statement->query.finish();
    if (m_dialect == Dialect::Sqlite && sqlite3_get_autocommit(handle()) != 0)
        return;
    if (m_database.isOpen()) // a lost connection took its transaction with it
        QSqlQuery(m_database).exec(QStringLiteral("ROLLBACK"));
}

void Database::checkUsable() {
    if (m_isLost && m_transaction == TransactionState::None)
        openAgain(LedgerError(LedgerError::Code::CannotOpen,
                              QStringLiteral("The connection to the ledger broke and it cannot be "
                                             "opened again.")));
    if (m_inDoubt)
        throw LedgerError(
            LedgerError::Code::Statement,
            QStringLiteral("The answer to an earlier COMMIT never came. The ledger must be opened "
                           "again, to look up what it holds, before anything else is done."));
    if (m_transaction == TransactionState::Broken)
        throw LedgerError(LedgerError::Code::Statement,
                          QStringLiteral("This transaction was rolled back after an error; nothing "
                                         "more can be done in it."));
}

Statement& Database::statement(std::string_view name, bool wantsId) {
    const auto found = m_statements.find(name);
    if (found != m_statements.end())
        return *found->second;
    const bool postgres = m_dialect == Dialect::Postgres;
    StatementText text = statementText(ledgerText(QStringLiteral("sql/") + quoted(name), postgres));
    Q_ASSERT_X(!text.sql.isEmpty(), "Database::statement", name.data());
    if (wantsId && postgres)
        text.sql += QStringLiteral("\nRETURNING id");
    auto made = std::make_unique<Statement>(
        Statement{name, QSqlQuery(m_database), std::move(text.parameters)});
    // Forward only saves SQLite a copy of every row. On PostgreSQL it would forbid a second
    // statement while the first is read.
    made->query.setForwardOnly(!postgres);
    if (!made->query.prepare(text.sql))
        fail(made->query.lastError(), name, false);
    return *m_statements.emplace(name, std::move(made)).first->second;
}

void Database::run(Statement& statement, Values values, bool changes) {
    // By name: binding by place makes Qt compose a name for every value, 40 % of an import's time.
    for (const QString& placeholder : statement.placeholders) {
        const QVariant* value = valueFor(placeholder, values);
        Q_ASSERT_X(value, statement.name.data(), qPrintable(placeholder));
        statement.query.bindValue(placeholder, *value);
    }
    if (changes)
        FAULT_POINT("ledger.write");
    if (!statement.query.exec()) {
        const QSqlError error = statement.query.lastError();
        statement.query.finish();
        fail(error, statement.name, changes);
    }
}

Rows Database::ask(std::string_view name, Binds binds) {
    checkUsable();
    Statement& asked = statement(name, false);
    run(asked, Values(binds.begin(), binds.size()), false);
    return Rows(*this, asked);
}

int Database::change(std::string_view name, Binds binds) {
    return changeWith(name, Values(binds.begin(), binds.size()));
}

int Database::change(std::string_view name, const std::vector<Bind>& binds) {
    return changeWith(name, binds);
}

int Database::changeWith(std::string_view name, Values values) {
    checkUsable();
    Statement& changing = statement(name, false);
    run(changing, values, true);
    return changing.query.numRowsAffected();
}

void Database::changeOne(std::string_view name, Binds binds, const QString& elseSentence) {
    if (change(name, binds) == 0)
        throw LedgerError(LedgerError::Code::Constraint, elseSentence);
}

qint64 Database::insert(std::string_view name, Binds binds) {
    return insertWith(name, Values(binds.begin(), binds.size()));
}

qint64 Database::insert(std::string_view name, const std::vector<Bind>& binds) {
    return insertWith(name, binds);
}

qint64 Database::insertWith(std::string_view name, Values values) {
    checkUsable();
    Statement& inserting = statement(name, true);
    run(inserting, values, true);
    if (m_dialect == Dialect::Sqlite)
        return inserting.query.numRowsAffected() > 0 ? sqlite3_last_insert_rowid(handle()) : 0;
    return inserting.query.next() ? inserting.query.value(0).toLongLong() : 0;
}

void Database::runText(const QString& sql) {
    checkUsable();
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        fail(query.lastError(), sql.left(60).toStdString(), true);
}

QVariant Database::valueOf(const QString& sql) {
    checkUsable();
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        fail(query.lastError(), sql.toStdString(), false);
    return query.next() ? query.value(0) : QVariant();
}

QStringList Database::column(const QString& sql) {
    checkUsable();
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        fail(query.lastError(), sql.toStdString(), false);
    QStringList values;
    while (query.next())
        values += query.value(0).toString();
    if (query.lastError().isValid())
        fail(query.lastError(), sql.toStdString(), false);
    return values;
}

/// WAL keeps the order of commits: the flush of the next one takes this one along.
FlushedLater::FlushedLater(Database& database)
    : m_database(database)
    , m_relaxed(database.dialect() == Database::Dialect::Sqlite && !database.inTransaction()) {
    if (m_relaxed)
        m_database.setFlush("NORMAL");
}

FlushedLater::~FlushedLater() {
    if (m_relaxed)
        m_database.setFlush("FULL");
}

Atomic::Atomic(Database& database) : m_database(database), m_own(!database.inTransaction()) {
    if (m_own)
        m_database.begin();
}

Atomic::~Atomic() {
    if (m_own)
        m_database.rollback();
}

void Atomic::commit() {
    if (!m_own)
        return;
    m_own = false;
    m_database.commit();
}

} // namespace packbench
