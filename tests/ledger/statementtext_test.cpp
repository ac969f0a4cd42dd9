#include "ledger/statementtext.h"

#include <gtest/gtest.h>

namespace packbench {
namespace {

StatementText read(const char* text) {
    return statementText(QString::fromUtf8(text));
}

TEST(StatementTextTest, NamesBecomePlacesInTheirOrder) {
    EXPECT_EQ(read("SELECT a FROM t WHERE b = :second AND c = :first"),
              (StatementText{QStringLiteral("SELECT a FROM t WHERE b = ? AND c = ?"),
                             {"second", "first"}}));
}

TEST(StatementTextTest, NameUsedTwiceHasTwoPlaces) {
    EXPECT_EQ(read("VALUES (:a, :a)").parameters, (QList<QByteArray>{"a", "a"}));
}

TEST(StatementTextTest, CommentsAreLeftOut) {
    EXPECT_EQ(read("-- the order's :own\nSELECT 1 -- end").sql, QStringLiteral("SELECT 1"));
}

TEST(StatementTextTest, QuotedTextStaysAsItIs) {
    EXPECT_EQ(read("SELECT ':a -- b' AS \"x:y\"").sql,
              QStringLiteral("SELECT ':a -- b' AS \"x:y\""));
}

TEST(StatementTextTest, CastsAreNoParameters) {
    EXPECT_EQ(read("SELECT '5'::bigint").parameters, QList<QByteArray>{});
}

TEST(StatementTextTest, TwinForPostgresIsTakenWhereThereIsOne) {
    const QString name = QStringLiteral("sql/waybill/reserve-any");
    EXPECT_TRUE(ledgerText(name, true).contains(QLatin1String("SKIP LOCKED")));
    EXPECT_FALSE(ledgerText(name, false).contains(QLatin1String("SKIP LOCKED")));
}

TEST(StatementTextTest, SharedTextServesBoth) {
    const QString name = QStringLiteral("sql/waybill/find");
    EXPECT_FALSE(ledgerText(name, true).isEmpty());
    EXPECT_EQ(ledgerText(name, true), ledgerText(name, false));
}

} // namespace
} // namespace packbench
