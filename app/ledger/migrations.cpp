#include "ledger/migrations.h"

#include "faultpoint.h"
#include "ledger/database.h"
#include "ledger/statementtext.h"

#include <QDir>

namespace packbench {
namespace {

constexpr int kApplicationId = 0x504B424C; ///< "PKBL", SQLite's application_id of a ledger
constexpr qint64 kMigrationLock = 0x5041434B42454E43; ///< "PACKBENC", advisory, PostgreSQL

bool isPostgres(const Database& database) {
    return database.dialect() == Database::Dialect::Postgres;
}

Content contentOfSqlite(Database& database) {
    const int id = database.valueOf(QStringLiteral("PRAGMA application_id")).toInt();
    if (id == kApplicationId)
        return Content::Ledger;
    const bool isEmpty =
        id == 0 && database.valueOf(QStringLiteral("PRAGMA user_version")).toInt() == 0 &&
        database.valueOf(QStringLiteral("SELECT COUNT(*) FROM sqlite_master")).toInt() == 0;
    return isEmpty ? Content::Nothing : Content::SomethingElse;
}

/// pg_class is asked and not to_regclass(): that one answers from a cache, which does not notice a
/// ledger made by another bench while this one waited for the migration lock.
Content contentOfPostgres(Database& database) {
    const QString count = QStringLiteral(
        "SELECT COUNT(*) FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND "
        "relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())");
    const QString ours = count + QStringLiteral(" AND relname = 'packbench_ledger'");
    if (database.valueOf(ours).toLongLong() > 0)
        return Content::Ledger;
    return database.valueOf(count).toLongLong() == 0 ? Content::Nothing : Content::SomethingElse;
}

void setSchema(Database& database, int number) {
    if (isPostgres(database)) {
        database.runText(QStringLiteral("UPDATE packbench_ledger SET version = %1").arg(number));
        return;
    }
    database.runText(QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId));
    database.runText(QStringLiteral("PRAGMA user_version = %1").arg(number));
}

[[noreturn]] void refuseNewer(const Database& database, int has, int known) {
    throw LedgerError(
        LedgerError::Code::SchemaTooNew,
        QStringLiteral("The ledger %1 has schema %2, this Packbench knows up to %3. It was made by "
                       "a newer Packbench; nothing was touched. Install that version or newer.")
            .arg(text(database.address()))
            .arg(has)
            .arg(known));
}

/// Another bench may have been quicker: the schema is read again under the lock.
void apply(Database& database, const Migration& step) {
    Atomic whole(database);
    if (isPostgres(database))
        database.runText(QStringLiteral("SELECT pg_advisory_xact_lock(%1)").arg(kMigrationLock));
    if (schemaOf(database) < step.number) {
        for (const QString& statement : step.statements) {
            FAULT_POINT("ledger.migration");
            database.runText(statement);
        }
        setSchema(database, step.number);
    }
    whole.commit();
}

} // namespace

QStringList migrationStatements(const QString& file) {
    QStringList statements;
    for (const QString& part : file.split(QStringLiteral(";\n\n"))) {
        QString statement = part.trimmed();
        if (statement.endsWith(u';'))
            statement.chop(1);
        if (!statement.isEmpty())
            statements += statement;
    }
    return statements;
}

QList<Migration> migrations(bool postgres) {
    QList<Migration> steps;
    (void)ledgerText({}, false); // the resource is there from now on
    const QDir folder(QStringLiteral(":/packbench/ledger/migrations"));
    for (const QString& file :
         folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        if (file.endsWith(QLatin1String(".postgres.sql")))
            continue;
        const QString name = file.chopped(4);
        steps += {name.left(4).toInt(), name,
                  migrationStatements(ledgerText(QStringLiteral("migrations/") + name, postgres))};
    }
    return steps;
}

Content contentOf(Database& database) {
    return isPostgres(database) ? contentOfPostgres(database) : contentOfSqlite(database);
}

int schemaOf(Database& database) {
    if (contentOf(database) != Content::Ledger)
        return 0;
    return database
        .valueOf(isPostgres(database) ? QStringLiteral("SELECT version FROM packbench_ledger")
                                      : QStringLiteral("PRAGMA user_version"))
        .toInt();
}

int migrate(Database& database, const QList<Migration>& steps) {
    const int before = schemaOf(database);
    const int newest = steps.isEmpty() ? 0 : steps.constLast().number;
    if (before > newest)
        refuseNewer(database, before, newest);
    for (const Migration& step : steps) {
        if (step.number > before)
            apply(database, step);
    }
    return before;
}

} // namespace packbench
