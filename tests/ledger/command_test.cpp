#include "ledgertest.h"

#include "ledger/commandkey.h"

#include <QSet>

namespace packbench {
namespace {

class CommandTest : public LedgerTest {
protected:
    static CommandRecord command(Instant at = Instant{1'800'000'000'000}) {
        return {newCommandKey(at),
                QStringLiteral("scan"),
                QByteArray(32, 'h'),
                QStringLiteral("{\"a\":1}"),
                at,
                QStringLiteral("bench-1")};
    }
    CommandBook& commands() { return ledger().commands(); }
};
ON_BOTH_DATABASES(CommandTest);

TEST_P(CommandTest, IsFoundAsItWasWritten) {
    const CommandRecord asked = command();
    commands().add(asked);
    reopen();
    EXPECT_EQ(commands().find(asked.key), asked);
    EXPECT_FALSE(commands().find(newCommandKey(asked.at)));
}

TEST_P(CommandTest, AKeyIsUsedOnce) {
    CommandRecord asked = command();
    commands().add(asked);
    asked.result = QStringLiteral("{}");
    EXPECT_EQ(faultOf([&] { commands().add(asked); }), LedgerError::Code::Constraint);
    EXPECT_EQ(commands().find(asked.key)->result, QStringLiteral("{\"a\":1}"));
}

TEST_P(CommandTest, GoesWithTheTransactionOfItsEffect) {
    const CommandRecord asked = command();
    {
        Transaction transaction(ledger());
        commands().add(asked);
    }
    EXPECT_FALSE(commands().find(asked.key));
}

TEST_P(CommandTest, AttachedGoesWithTheNextThatIsCommitted) {
    const CommandRecord asked = command();
    commands().attach(asked);
    {
        Transaction rolledBack(ledger());
        ledger().settings().set(QStringLiteral("a"), QStringLiteral("b"));
    }
    EXPECT_FALSE(commands().find(asked.key));
    ledger().settings().set(QStringLiteral("a"), QStringLiteral("b"));
    EXPECT_TRUE(commands().find(asked.key));
    EXPECT_FALSE(commands().detach());
    ledger().settings().set(QStringLiteral("a"), QStringLiteral("c")); // not a second time
    commands().attach(command());
    EXPECT_TRUE(commands().detach());
}

TEST_P(CommandTest, OnlyAgeTakesAKeyAway) {
    const Instant now{1'800'000'000'000};
    const CommandRecord old = command(now.plusMs(-CommandBook::kKeptMs - 1));
    const CommandRecord kept = command(now.plusMs(-CommandBook::kKeptMs + 1));
    commands().add(old);
    commands().add(kept);
    commands().add(command(now));
    EXPECT_EQ(commands().forgetOld(now), 1);
    EXPECT_FALSE(commands().find(old.key));
    EXPECT_TRUE(commands().find(kept.key));
    close();
    for (const char* sql :
         {"DELETE FROM command", "UPDATE command SET result = 'x'", "UPDATE command SET key = 'x'"})
        EXPECT_FALSE(runRaw(QString::fromUtf8(sql)).isEmpty()) << sql;
    if (isPostgres()) {
        EXPECT_FALSE(runRaw(QStringLiteral("TRUNCATE command")).isEmpty());
    } else {
        EXPECT_FALSE(runRaw(QStringLiteral("INSERT OR REPLACE INTO command SELECT key, kind, "
                                           "body_hash, 'x', at, bench FROM command"))
                         .isEmpty());
    }
    reopen();
    EXPECT_TRUE(commands().find(kept.key));
}

TEST_P(CommandTest, TheNewestOfABenchIsItsGreatestKey) {
    EXPECT_FALSE(commands().newestOf(QStringLiteral("bench-1")));
    const CommandRecord first = command(Instant{1'800'000'000'000});
    const CommandRecord second = command(Instant{1'800'000'001'000});
    commands().add(second);
    commands().add(first);
    CommandRecord other = command(Instant{1'800'000'002'000});
    other.bench = QStringLiteral("bench-2");
    commands().add(other);
    EXPECT_EQ(commands().newestOf(QStringLiteral("bench-1")), second.key);
}

TEST(CommandKeyTest, CarriesItsTimeAndIsNeverTheSame) {
    const Instant at{1'790'000'123'456};
    QSet<QString> keys;
    for (int i = 0; i < 1000; ++i)
        keys.insert(newCommandKey(at));
    EXPECT_EQ(keys.size(), 1000);
    for (const QString& key : std::as_const(keys))
        ASSERT_EQ(timeOfCommandKey(key), at) << key.toStdString();
    EXPECT_LT(newCommandKey(at), newCommandKey(at.plusMs(1)));
    const QString part = partOfCommandKey(*keys.cbegin(), 2);
    EXPECT_EQ(timeOfCommandKey(part), at);
    EXPECT_EQ(partOfCommandKey(part, 1), part);
}

TEST(CommandKeyTest, WhatIsNoKeyHasNoTime) {
    for (const char* text :
         {"", "1", "0199f1e2-aaaa-4aaa-8aaa-aaaaaaaaaaaa", "0199f1e2-aaaa-7aaa-8aaa-aaaaaaaaaaaa ",
          "0199F1E2-aaaa-7aaa-8aaa-aaaaaaaaaaaa", "0199f1e2-aaaa-7aaa-8aaa-aaaaaaaaaaaa/0"})
        EXPECT_FALSE(timeOfCommandKey(QLatin1String(text))) << text;
}

} // namespace
} // namespace packbench
