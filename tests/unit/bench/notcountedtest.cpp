// Scans that a program left behind without a verdict: the next start says so.
#include "stationfixture.h"

#include "bench/doctor.h"
#include "ledger/auditreader.h"

namespace packbench {
namespace {

const QString kShirtsOrder = QStringLiteral("2609210001");
const QString kOtherColour = QStringLiteral("6901234500424");
const QString kCup = QStringLiteral("6901234500974");
const QString kSocks = QStringLiteral("6901234500868");

class NotCountedTest : public StationTest {
protected:
    /// Two scans lie behind a refusal when the program ends.
    void endWithHeldScans() {
        signOn();
        scan(kShirtsOrder);
        EXPECT_EQ(outcome(kOtherColour), QStringLiteral("wrong-item"));
        EXPECT_EQ(outcome(kCup), QStringLiteral("scan-held"));
        EXPECT_EQ(outcome(kSocks), QStringLiteral("scan-held"));
        restart();
    }
    QStringList outcomesOf(const QString& text) {
        QStringList found;
        for (const ScanRecord& record : m_ledger->scans().newest(1000)) {
            if (record.scan.text == text)
                found += record.outcome;
        }
        return found;
    }
    bool doctorTells() {
        return examine(*m_ledger, m_clock).join(u'\n').contains(QLatin1String("label unfinished"));
    }
};

TEST_F(NotCountedTest, TheNextStartNamesThemUntilSomebodyGoesOn) {
    endWithHeldScans();
    EXPECT_TRUE(doctorTells());
    const auto said = m_station->tellNotCounted();
    ASSERT_EQ(said.size(), 1);
    EXPECT_TRUE(said.first().isEvent);
    EXPECT_EQ(said.first().outcome, QStringLiteral("scans-not-counted"));
    const Notice expected{NoticeCode::ScansNotCounted,
                          {QStringLiteral("2"), kCup + QStringLiteral(", ") + kSocks}};
    EXPECT_EQ(said.first().notice, expected);
    ASSERT_TRUE(m_station->snapshot().refusal);
    EXPECT_EQ(m_station->snapshot().refusal->notice, expected);
    EXPECT_TRUE(m_station->tellNotCounted().isEmpty()) << "once a start";
    EXPECT_EQ(outcomesOf(kCup), QStringList{QString()}) << "nobody has seen it yet";
    restart();
    EXPECT_EQ(m_station->tellNotCounted().size(), 1) << "so the next start says it again";
    signOn();
    EXPECT_FALSE(m_station->snapshot().refusal);
    EXPECT_EQ(outcomesOf(kCup), QStringList{QStringLiteral("not-counted")});
    EXPECT_EQ(outcomesOf(kSocks), QStringList{QStringLiteral("not-counted")});
    EXPECT_FALSE(doctorTells());
    restart();
    EXPECT_TRUE(m_station->tellNotCounted().isEmpty());
}

TEST_F(NotCountedTest, TheyCountAsSoonAsTheyAreScannedAgain) {
    endWithHeldScans();
    (void)m_station->tellNotCounted();
    signOn();
    EXPECT_EQ(scan(QStringLiteral("2609210012")).outcome, QStringLiteral("opened"));
    EXPECT_EQ(order("tmall-women", "2609210012").done, QList<int>{0});
    EXPECT_EQ(outcome(kSocks), QStringLiteral("order-complete"));
}

TEST_F(NotCountedTest, WhatIsScannedBeforeTheBadgeIsHeldAndNotGivenUp) {
    endWithHeldScans();
    (void)m_station->tellNotCounted();
    EXPECT_EQ(outcome(QStringLiteral("2609210012")), QStringLiteral("scan-held"));
    const auto replies = scanAll(QStringLiteral("PBU-0417"));
    EXPECT_EQ(outcomes(replies),
              (QStringList{QStringLiteral("signed-on"), QStringLiteral("opened")}));
    EXPECT_EQ(outcomesOf(kCup), QStringList{QStringLiteral("not-counted")});
}

TEST_F(NotCountedTest, WhoeverDoesNotTellThemJudgesNone) {
    endWithHeldScans();
    signOn(); // as packctl does for one act
    EXPECT_EQ(outcomesOf(kCup), QStringList{QString()});
    EXPECT_EQ(m_station->notCounted().size(), 2);
}

TEST_F(NotCountedTest, OnesCutOffBeforeTheirVerdictAreNamedToo) {
    RawScan cut;
    cut.at = m_clock.now();
    cut.bench = m_station->settings().bench;
    cut.text = kSocks;
    (void)m_ledger->scans().record(cut, ScanJournal::Flush::WithVerdict);
    cut.bench = QStringLiteral("another bench");
    cut.text = kCup;
    (void)m_ledger->scans().record(cut);
    restart();
    const auto said = m_station->tellNotCounted();
    ASSERT_EQ(said.size(), 1);
    EXPECT_EQ(said.first().notice.arguments, (QStringList{QStringLiteral("1"), kSocks}))
        << "the other bench may still be judging its own";
    signOn();
    EXPECT_TRUE(AuditReader(m_ledger->address()).verify().isSound());
}

TEST_F(NotCountedTest, NothingIsSaidWhereEveryScanHasItsVerdict) {
    signOn();
    packSocks();
    restart();
    EXPECT_TRUE(m_station->tellNotCounted().isEmpty());
    EXPECT_FALSE(m_station->snapshot().refusal);
    EXPECT_FALSE(doctorTells());
}

} // namespace
} // namespace packbench
