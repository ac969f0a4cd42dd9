#include "ledger/statementtext.h"

#include <gtest/gtest.h>

namespace packbench {
namespace {

StatementText read(const char* text) {
    return statementText(QString::fromUtf8(text));
}

TEST(StatementTextTest, ParametersAreNamedInTheirOrder) {
    EXPECT_EQ(read("SELECT a FROM t WHERE b = :second AND c = :first").parameters,
              (QStringList{QStringLiteral(":second"), QStringLiteral(":first")}));
}

TEST(StatementTextTest, NameUsedTwiceIsOneParameter) {
    const auto text = read("VALUES (:a, :ab, :a)");
    EXPECT_EQ(text.parameters, (QStringList{QStringLiteral(":a"), QStringLiteral(":ab")}));
    EXPECT_EQ(text.sql, QStringLiteral("VALUES (:a, :ab, :a)"));
}

TEST(StatementTextTest, CommentsAreLeftOut) {
    EXPECT_EQ(read("-- the order's :own\nSELECT 1 -- end").sql, QStringLiteral("SELECT 1"));
}

TEST(StatementTextTest, QuotedTextStaysAsItIs) {
    const auto text = read("SELECT ':a -- b' AS \"x:y\"");
    EXPECT_EQ(text.sql, QStringLiteral("SELECT ':a -- b' AS \"x:y\""));
    EXPECT_TRUE(text.parameters.isEmpty());
}

TEST(StatementTextTest, CastsAreNoParameters) {
    EXPECT_EQ(read("SELECT '5'::bigint").parameters, QStringList{});
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
