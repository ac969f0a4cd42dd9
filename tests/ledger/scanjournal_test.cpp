#include "ledgertest.h"

namespace packbench {
namespace {

class ScanJournalTest : public LedgerTest {
protected:
    ScanJournal& scans() { return ledger().scans(); }
    static RawScan raw(const QString& text, qint64 at = 1000) {
        RawScan scan;
        scan.at = {at};
        scan.bench = QStringLiteral("bench-1");
        scan.badge = QStringLiteral("0417");
        scan.device = QStringLiteral("wedge:1");
        scan.text = text;
        scan.aim = QStringLiteral("]C1");
        return scan;
    }
};
ON_BOTH_DATABASES(ScanJournalTest);

TEST_P(ScanJournalTest, RawScanIsThereWithoutVerdict) {
    const qint64 id = scans().record(raw(QStringLiteral("6901234567892")));
    reopen();
    const auto newest = scans().newest(10);
    ASSERT_EQ(newest.size(), 1);
    const ScanRecord& record = newest.constFirst();
    EXPECT_EQ(record.id, id);
    EXPECT_EQ(record.scan.text, QStringLiteral("6901234567892"));
    EXPECT_EQ(record.scan.aim, QStringLiteral("]C1"));
    EXPECT_EQ(record.scan.device, QStringLiteral("wedge:1"));
    EXPECT_EQ(record.scan.badge, QStringLiteral("0417"));
    EXPECT_EQ(record.outcome, QString());
    EXPECT_EQ(record.orderId, 0);
}

TEST_P(ScanJournalTest, VerdictIsFilledInOnce) {
    const auto order = given(someOrder());
    const qint64 id = scans().record(raw(QStringLiteral("x")));
    scans().judged(id, QStringLiteral("item"), QStringLiteral("accepted"), order.id);
    const auto ofOrder = scans().ofOrder(order.id);
    ASSERT_EQ(ofOrder.size(), 1);
    EXPECT_EQ(ofOrder.constFirst().kind, QStringLiteral("item"));
    EXPECT_EQ(ofOrder.constFirst().outcome, QStringLiteral("accepted"));
    EXPECT_EQ(faultOf([&] {
                  scans().judged(id, QStringLiteral("item"), QStringLiteral("wrong-item"), 0);
              }),
              LedgerError::Code::Constraint);
    EXPECT_EQ(scans().ofOrder(order.id).constFirst().outcome, QStringLiteral("accepted"));
}

TEST_P(ScanJournalTest, UnjudgedOnesOfABenchAreListedOldestFirst) {
    const qint64 first = scans().record(raw(QStringLiteral("a")));
    const qint64 judged = scans().record(raw(QStringLiteral("b")));
    const qint64 last = scans().record(raw(QStringLiteral("c")));
    RawScan elsewhere = raw(QStringLiteral("d"));
    elsewhere.bench = QStringLiteral("bench-2");
    (void)scans().record(elsewhere);
    scans().judged(judged, QStringLiteral("item"), QStringLiteral("accepted"), 0);
    const auto found = scans().unjudged(QStringLiteral("bench-1"));
    ASSERT_EQ(found.size(), 2);
    EXPECT_EQ(found.first().id, first);
    EXPECT_EQ(found.last().id, last);
    EXPECT_EQ(found.last().scan.text, QStringLiteral("c"));
}

TEST_P(ScanJournalTest, NotCountedIsAVerdictAndTouchesNoOther) {
    const qint64 cut = scans().record(raw(QStringLiteral("a")));
    const qint64 judged = scans().record(raw(QStringLiteral("b")));
    scans().judged(judged, QStringLiteral("item"), QStringLiteral("accepted"), 0);
    scans().notCounted(cut, QStringLiteral("item"));
    scans().notCounted(judged, QStringLiteral("item"));
    EXPECT_EQ(scans().find(cut)->outcome, QStringLiteral("not-counted"));
    EXPECT_EQ(scans().find(cut)->kind, QStringLiteral("item"));
    EXPECT_EQ(scans().find(judged)->outcome, QStringLiteral("accepted"));
    EXPECT_TRUE(scans().unjudged(QStringLiteral("bench-1")).isEmpty());
}

TEST_P(ScanJournalTest, ScanThatIsNotThereCannotBeJudged) {
    EXPECT_EQ(faultOf([&] { scans().judged(7, QString(), QStringLiteral("accepted"), 0); }),
              LedgerError::Code::Constraint);
}

TEST_P(ScanJournalTest, ControlAndBrokenCharactersAreKeptVisibly) {
    QString text = QStringLiteral("\u001d\u0007a");
    text += QChar(u'\0');
    text += QChar(0xD800);
    (void)scans().record(raw(text));
    EXPECT_EQ(scans().newest(1).constFirst().scan.text,
              QStringLiteral("\u001d\u0007a\u2400\uFFFD"));
}

TEST_P(ScanJournalTest, NewestComeFirstAndNoMoreThanAsked) {
    for (int i = 0; i < 5; ++i)
        (void)scans().record(raw(QString::number(i)));
    const auto newest = scans().newest(2);
    ASSERT_EQ(newest.size(), 2);
    EXPECT_EQ(newest.at(0).scan.text, QStringLiteral("4"));
    EXPECT_EQ(newest.at(1).scan.text, QStringLiteral("3"));
}

TEST_P(ScanJournalTest, LastTimeIsTheLatestNotTheLastWritten) {
    EXPECT_EQ(scans().lastAt(), std::nullopt);
    (void)scans().record(raw(QStringLiteral("a"), 9000));
    (void)scans().record(raw(QStringLiteral("b"), 4000));
    EXPECT_EQ(scans().lastAt(), Instant{9000});
}

TEST_P(ScanJournalTest, RolledBackVerdictLeavesTheRawScan) {
    const qint64 id = scans().record(raw(QStringLiteral("a")));
    {
        Transaction transaction(ledger());
        scans().judged(id, QStringLiteral("item"), QStringLiteral("accepted"), 0);
    }
    ASSERT_EQ(scans().newest(9).size(), 1);
    EXPECT_EQ(scans().newest(9).constFirst().outcome, QString());
}

TEST_P(ScanJournalTest, NobodyRewritesTheJournal) {
    (void)scans().record(raw(QStringLiteral("a")));
    close();
    EXPECT_EQ(runRaw(QStringLiteral("UPDATE scan SET kind = 'item'")), QString());
    for (const char* sql :
         {"DELETE FROM scan", "UPDATE scan SET text = 'b'", "UPDATE scan SET at = 1",
          "UPDATE scan SET bench = 'b'", "UPDATE scan SET badge = 'b'",
          "UPDATE scan SET device = 'b'", "UPDATE scan SET aim = 'b'", "UPDATE scan SET id = 99"})
        EXPECT_FALSE(runRaw(QString::fromUtf8(sql)).isEmpty()) << sql;
    if (isPostgres()) {
        EXPECT_FALSE(runRaw(QStringLiteral("TRUNCATE scan, verification")).isEmpty());
    }
    reopen();
    EXPECT_EQ(scans().newest(9).constFirst().scan.text, QStringLiteral("a"));
}

} // namespace
} // namespace packbench
