#include "oldledger.h"

#include "ledger/migrations.h"
#include "ledger/opening.h"

#include <QFile>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

#include <algorithm>
#include <stdexcept>

namespace packbench {
namespace {

QStringList rowStatements(int schema) {
    QFile file(QStringLiteral(FIXTURES "/ledger/rows-%1.sql").arg(schema, 4, 10, QLatin1Char('0')));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error(file.fileName().toStdString() + " is missing");
    return migrationStatements(QString::fromUtf8(file.readAll()));
}

QStringList tablesOf(const QSqlDatabase& database, bool postgres) {
    QSqlQuery query(database);
    query.exec(postgres ? QStringLiteral("SELECT tablename FROM pg_tables WHERE schemaname = "
                                         "'public' AND tablename <> 'packbench_ledger'")
                        : QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' AND "
                                         "name NOT LIKE 'sqlite_%'"));
    QStringList tables;
    while (query.next())
        tables += query.value(0).toString();
    return tables;
}

QStringList rowsOf(const QSqlDatabase& database, const QString& table) {
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("SELECT * FROM ") + table))
        throw std::runtime_error(query.lastError().text().toStdString());
    QStringList rows;
    while (query.next()) {
        const QSqlRecord record = query.record();
        QStringList cells;
        for (int i = 0; i < record.count(); ++i)
            cells += record.fieldName(i) + u'=' +
                     (record.isNull(i) ? QStringLiteral("NULL") : record.value(i).toString());
        cells.sort();
        rows += cells.join(u'|');
    }
    rows.sort();
    return rows;
}

QString columnOf(const QString& cell) {
    return cell.section(u'=', 0, 0);
}

} // namespace

int newestSchema() {
    return migrations(false).constLast().number;
}

void makeOldLedger(const LedgerAddress& address, int schema) {
    const auto database = openDatabase(address, true);
    const bool postgres = address.kind == LedgerAddress::Kind::Postgres;
    for (const Migration& step : migrations(postgres)) {
        if (step.number > schema)
            return;
        (void)migrate(*database, {step});
        for (const QString& statement : rowStatements(step.number))
            database->runText(statement);
    }
}

LedgerRows rowsIn(const LedgerAddress& address) {
    const bool postgres = address.kind == LedgerAddress::Kind::Postgres;
    const QString connection = QStringLiteral("rows");
    LedgerRows rows;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(
            postgres ? QStringLiteral("QPSQL") : QStringLiteral("QSQLITE"), connection);
        database.setDatabaseName(postgres ? address.database : address.path);
        database.setHostName(address.host);
        database.setUserName(address.user);
        if (!postgres)
            database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
        if (!database.open())
            throw std::runtime_error(database.lastError().text().toStdString());
        for (const QString& table : tablesOf(database, postgres))
            rows.insert(table, rowsOf(database, table));
    }
    QSqlDatabase::removeDatabase(connection);
    return rows;
}

LedgerRows sameColumns(const LedgerRows& before, const LedgerRows& now) {
    LedgerRows same;
    for (auto table = before.cbegin(); table != before.cend(); ++table) {
        QSet<QString> columns;
        for (const QString& cell : table->value(0).split(u'|'))
            columns.insert(columnOf(cell));
        QStringList rows;
        for (const QString& row : now.value(table.key())) {
            QStringList cells = row.split(u'|');
            cells.erase(std::remove_if(
                            cells.begin(), cells.end(),
                            [&](const QString& cell) { return !columns.contains(columnOf(cell)); }),
                        cells.end());
            rows += cells.join(u'|');
        }
        rows.sort();
        same.insert(table.key(), rows);
    }
    return same;
}

} // namespace packbench
