#include "ledger/migrations.h"

#include "ledger/opening.h"
#include "ledgertest.h"

namespace packbench {
namespace {

using Code = LedgerError::Code;

TEST(MigrationTextTest, StatementsEndAtAnEmptyLine) {
    EXPECT_EQ(migrationStatements(QStringLiteral("CREATE TABLE a (b);\n\nCREATE TRIGGER t\nBEGIN\n"
                                                 "    SELECT 1;\n    SELECT 2;\nEND;\n\n")),
              (QStringList{QStringLiteral("CREATE TABLE a (b)"),
                           QStringLiteral("CREATE TRIGGER t\nBEGIN\n    SELECT 1;\n    SELECT 2;\n"
                                          "END")}));
}

TEST(MigrationTextTest, StepsAreNumberedUpwards) {
    for (const bool postgres : {false, true}) {
        int number = 0;
        for (const Migration& step : migrations(postgres)) {
            EXPECT_GT(step.number, number) << step.name.toStdString();
            number = step.number;
            EXPECT_FALSE(step.statements.isEmpty());
        }
        EXPECT_GE(number, 1);
    }
}

/// Works below Ledger: on a database brought to any schema, with steps of its own.
class MigrationsTest : public LedgerTest {
protected:
    std::unique_ptr<Database> m_database;

    void SetUp() override {
        LedgerTest::SetUp();
        if (IsSkipped())
            return;
        close();
        m_database = openDatabase(address(), true);
    }
    void TearDown() override { m_database.reset(); }
    QList<Migration> steps(const QStringList& more) const {
        QList<Migration> all = migrations(isPostgres());
        for (const QString& statement : more)
            all += {all.constLast().number + 1, QStringLiteral("more"), statement.split(u'|')};
        return all;
    }
    static QString addColumn(const QString& name) {
        return QStringLiteral("ALTER TABLE setting ADD COLUMN %1 BIGINT").arg(name);
    }
    bool hasColumn(const QString& name) {
        return !faultOf([&] {
            (void)m_database->valueOf(QStringLiteral("SELECT MAX(s.%1) FROM setting s").arg(name));
        });
    }
};
ON_BOTH_DATABASES(MigrationsTest);

TEST_P(MigrationsTest, OlderLedgerIsBroughtUpStepByStep) {
    const int before = schemaOf(*m_database);
    EXPECT_EQ(migrate(*m_database,
                      steps({addColumn(QStringLiteral("one")), addColumn(QStringLiteral("two"))})),
              before);
    EXPECT_EQ(schemaOf(*m_database), before + 2);
    EXPECT_TRUE(hasColumn(QStringLiteral("one")));
    EXPECT_TRUE(hasColumn(QStringLiteral("two")));
}

TEST_P(MigrationsTest, WhatTheLedgerHeldIsThereAfterwards) {
    m_database->change("setting/set",
                       {{"name", QStringLiteral("a")}, {"value", QStringLiteral("b")}});
    (void)migrate(*m_database, steps({addColumn(QStringLiteral("one"))}));
    Rows rows = m_database->ask("setting/value", {{"name", QStringLiteral("a")}});
    ASSERT_TRUE(rows.next());
    EXPECT_EQ(rows.text(), QStringLiteral("b"));
}

TEST_P(MigrationsTest, SecondRunDoesNothing) {
    const auto all = steps({addColumn(QStringLiteral("one"))});
    (void)migrate(*m_database, all);
    EXPECT_EQ(migrate(*m_database, all), all.constLast().number);
}

TEST_P(MigrationsTest, FailedStepLeavesTheSchemaBeforeIt) {
    const int before = schemaOf(*m_database);
    const auto all = steps({addColumn(QStringLiteral("one")),
                            addColumn(QStringLiteral("two")) + QStringLiteral("|NOT SQL")});
    EXPECT_EQ(faultOf([&] { (void)migrate(*m_database, all); }), Code::Statement);
    EXPECT_EQ(schemaOf(*m_database), before + 1);
    EXPECT_TRUE(hasColumn(QStringLiteral("one")));
    EXPECT_FALSE(hasColumn(QStringLiteral("two")));
}

TEST_P(MigrationsTest, NewerLedgerIsRefused) {
    (void)migrate(*m_database, steps({addColumn(QStringLiteral("one"))}));
    EXPECT_EQ(faultOf([&] { (void)migrate(*m_database, migrations(isPostgres())); }),
              Code::SchemaTooNew);
}

} // namespace
} // namespace packbench
