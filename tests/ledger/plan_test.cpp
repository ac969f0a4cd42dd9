#include "ledger/statementtext.h"
#include "ledgertest.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <sqlite3.h>

namespace packbench {
namespace {

/// What reads a whole table, on purpose: it is small or it is what was asked for.
const QStringList kMayRead{
    QStringLiteral("setting/all"),           QStringLiteral("staff/all"),
    QStringLiteral("template/names"),        QStringLiteral("item/count"),
    QStringLiteral("scan/newest"),           QStringLiteral("label/newest"),
    QStringLiteral("waybill/count-free"),    QStringLiteral("scan/last-at"),
    QStringLiteral("label/unfinished"),      QStringLiteral("incoming/newest"),
    QStringLiteral("incoming/waiting"),      QStringLiteral("incoming/count-waiting"),
    QStringLiteral("incoming/unmatched"),    QStringLiteral("epoch/used-numbers"),
    QStringLiteral("epoch/quarantine-free"), QStringLiteral("audit/what-is-there"),
    QStringLiteral("command/newest-of"),     QStringLiteral("clock/newest"),
    QStringLiteral("epoch/newest"),          QStringLiteral("epoch/first-scan"),
    QStringLiteral("epoch/is-unused"),       QStringLiteral("scan/unjudged"),
    QStringLiteral("clock/newest-label")};
/// What sorts a few rows of one order or one page.
const QStringList kMaySort{
    QStringLiteral("order/holds"),      QStringLiteral("order/due"),
    QStringLiteral("order/due-holds"),  QStringLiteral("order/ids-of-number"),
    QStringLiteral("order/page-holds"), QStringLiteral("order/id-of-waybill"),
    QStringLiteral("item/match"),       QStringLiteral("order/page-holds-of-state"),
    QStringLiteral("day/parcels")};

class SqlitePlan : public testing::Test {
protected:
    void SetUp() override {
        LedgerAddress address;
        address.path = m_folder.filePath(QStringLiteral("shop.ledger"));
        (void)Ledger::create(address);
        ASSERT_EQ(sqlite3_open(QFile::encodeName(address.path).constData(), &m_sqlite), SQLITE_OK);
    }
    void TearDown() override { sqlite3_close(m_sqlite); }

    QStringList planOf(const QString& name) {
        const QString sql = statementText(ledgerText(QStringLiteral("sql/") + name, false)).sql;
        const QByteArray explained = ("EXPLAIN QUERY PLAN " + sql).toUtf8();
        sqlite3_stmt* statement = nullptr;
        EXPECT_EQ(sqlite3_prepare_v2(m_sqlite, explained.constData(), -1, &statement, nullptr),
                  SQLITE_OK)
            << name.toStdString() << ": " << sqlite3_errmsg(m_sqlite);
        QStringList steps;
        while (sqlite3_step(statement) == SQLITE_ROW)
            steps +=
                QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, 3)));
        sqlite3_finalize(statement);
        return steps;
    }

    QTemporaryDir m_folder;
    sqlite3* m_sqlite = nullptr;
};

QStringList statementNames() {
    (void)ledgerText({}, false);
    const QDir root(QStringLiteral(":/packbench/ledger/sql"));
    QStringList names;
    QDirIterator files(root.path(), {QStringLiteral("*.sql")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = root.relativeFilePath(files.next()).chopped(4);
        if (!name.endsWith(QLatin1String(".postgres")))
            names += name;
    }
    return names;
}

TEST_F(SqlitePlan, NoStatementReadsAWholeTableOrSortsIt) {
    const QStringList names = statementNames();
    ASSERT_GT(names.size(), 60);
    for (const QString& name : names) {
        for (const QString& step : planOf(name)) {
            const bool scans = step.startsWith(QLatin1String("SCAN ")) &&
                               !step.contains(QLatin1String("USING INDEX")) &&
                               !step.contains(QLatin1String("USING COVERING INDEX")) &&
                               step != QLatin1String("SCAN o");
            EXPECT_FALSE(scans && !kMayRead.contains(name))
                << name.toStdString() << ": " << step.toStdString();
            EXPECT_FALSE(step.contains(QLatin1String("TEMP B-TREE")) && !kMaySort.contains(name))
                << name.toStdString() << ": " << step.toStdString();
            EXPECT_FALSE(step.contains(QLatin1String("AUTOMATIC"))) << name.toStdString();
        }
    }
}

TEST_F(SqlitePlan, DueBoardGoesByItsOwnIndex) {
    for (const char* name : {"order/due", "order/due-holds"})
        EXPECT_TRUE(planOf(QString::fromUtf8(name))
                        .join(u'\n')
                        .contains(QLatin1String("SEARCH shop_order USING INDEX shop_order_due")))
            << name;
}

TEST_F(SqlitePlan, WholeTableIsSeenWhenThereIsNoIndex) {
    ASSERT_EQ(sqlite3_exec(m_sqlite, "DROP INDEX parcel_of_order", nullptr, nullptr, nullptr),
              SQLITE_OK);
    EXPECT_TRUE(
        planOf(QStringLiteral("label/parcel-of-order")).contains(QStringLiteral("SCAN parcel")));
}

} // namespace
} // namespace packbench
