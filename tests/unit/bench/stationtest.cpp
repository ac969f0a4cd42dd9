#include "stationfixture.h"

#include <QStringList>

namespace packbench {

namespace {

const QString kShirtGrey = QStringLiteral("6901234500417");
const QString kShirtNavy = QStringLiteral("6901234500424");
const QString kTea = QStringLiteral("6901234500530");
const QString kTeaCase = QStringLiteral("16901234500537");
const QString kPendant = QStringLiteral("6901234500646");
const QString kSocks = QStringLiteral("6901234500868");
const QString kCup = QStringLiteral("6901234500974");
const QString kShirtsOrder = QStringLiteral("2609210001");

} // namespace

TEST_F(StationTest, NothingCountsBeforeSomebodySignedOn) {
    EXPECT_EQ(outcome(kShirtsOrder), QStringLiteral("not-signed-on"));
    EXPECT_EQ(m_station->snapshot().stage, Stage::SignedOff);
}

TEST_F(StationTest, AnUnknownBadgeSignsNobodyOn) {
    EXPECT_EQ(outcome(QStringLiteral("PBU-7777")), QStringLiteral("unknown-badge"));
    EXPECT_EQ(m_station->snapshot().strip.badge, QString());
}

TEST_F(StationTest, ALedgerWithoutBadgesAsksNobodyToSignOn) {
    QTemporaryDir folder;
    LedgerAddress address;
    address.path = folder.filePath(QStringLiteral("empty.db"));
    const auto ledger = Ledger::create(address);
    Station station(*ledger, m_clock, [](const PrintJob&) {});
    EXPECT_EQ(station.snapshot().stage, Stage::Idle);
}

TEST_F(StationTest, EveryRawScanIsJournalledWithItsVerdict) {
    signOn();
    scan(kShirtsOrder);
    scan(kShirtNavy);
    const auto scans = m_ledger->scans().newest(10);
    ASSERT_EQ(scans.size(), 3);
    EXPECT_EQ(scans.at(0).scan.text, kShirtNavy);
    EXPECT_EQ(scans.at(0).outcome, QStringLiteral("wrong-item"));
    EXPECT_EQ(scans.at(0).scan.badge, QStringLiteral("0417"));
    EXPECT_EQ(scans.at(2).outcome, QStringLiteral("signed-on"));
}

TEST_F(StationTest, PiecesAreCountedUntilTheLineIsComplete) {
    signOn();
    EXPECT_EQ(outcome(kShirtsOrder), QStringLiteral("opened"));
    const StationReply first = scan(kShirtGrey);
    EXPECT_EQ(first.outcome, QStringLiteral("accepted"));
    EXPECT_EQ(first.done, 1);
    EXPECT_EQ(first.required, 2);
    EXPECT_EQ(outcome(kShirtGrey), QStringLiteral("line-complete"));
    EXPECT_EQ(order("tmall-women", "2609210001").done, (QList<int>{2, 0, 0}));
}

TEST_F(StationTest, AWrongColourNamesWhatDiffersAndLeavesTheOrderUntouched) {
    signOn();
    scan(kShirtsOrder);
    EXPECT_EQ(outcome(kShirtNavy), QStringLiteral("wrong-item"));
    const StationSnapshot& shown = m_station->snapshot();
    ASSERT_TRUE(shown.refusal);
    EXPECT_EQ(shown.verdict, Verdict::Wrong);
    EXPECT_EQ(shown.refusal->differing, QStringList{QStringLiteral("颜色")});
    EXPECT_EQ(shown.refusal->expected->sku, QStringLiteral("LS-2208-GY-M"));
    EXPECT_EQ(shown.order->done, 0);
}

TEST_F(StationTest, OneTooManyIsRefusedAndLeavesTheLineUntouched) {
    signOn();
    scan(kShirtsOrder);
    scan(kShirtGrey);
    scan(kShirtGrey);
    EXPECT_EQ(outcome(kShirtGrey), QStringLiteral("too-many"));
    EXPECT_EQ(order("tmall-women", "2609210001").done.first(), 2);
}

TEST_F(StationTest, AMisreadAndAnUnknownCodeAreToldApart) {
    signOn();
    scan(kShirtsOrder);
    EXPECT_EQ(outcome(QStringLiteral("6901234500418")), QStringLiteral("bad-check-digit"));
    scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(outcome(QStringLiteral("NO-SUCH-CODE")), QStringLiteral("unknown-code"));
}

TEST_F(StationTest, ScansWhileARefusalStandsAreHeldAndJudgedAfterIt) {
    signOn();
    scan(kShirtsOrder);
    scan(kShirtNavy);
    EXPECT_EQ(outcome(kCup), QStringLiteral("scan-held"));
    EXPECT_EQ(m_station->snapshot().heldScans, QStringList{kCup});
    const auto replies = scanAll(QStringLiteral("PBC-OK"));
    ASSERT_EQ(replies.size(), 2);
    EXPECT_EQ(replies.at(0).outcome, QStringLiteral("released"));
    EXPECT_EQ(replies.at(1).outcome, QStringLiteral("wrong-item"));
    EXPECT_TRUE(replies.at(1).wasHeld);
    EXPECT_TRUE(m_station->snapshot().heldScans.isEmpty());
}

TEST_F(StationTest, TheRightItemReleasesARefusalAndCounts) {
    signOn();
    scan(kShirtsOrder);
    scan(kShirtNavy);
    EXPECT_EQ(outcome(kShirtGrey), QStringLiteral("accepted"));
    EXPECT_FALSE(m_station->snapshot().refusal);
}

TEST_F(StationTest, UndoTakesTheLastCountBack) {
    signOn();
    scan(kShirtsOrder);
    scan(kShirtGrey);
    EXPECT_EQ(outcome(QStringLiteral("PBC-UNDO")), QStringLiteral("undone"));
    EXPECT_EQ(order("tmall-women", "2609210001").done.first(), 0);
    EXPECT_EQ(outcome(QStringLiteral("PBC-UNDO")), QStringLiteral("nothing-to-undo"));
}

TEST_F(StationTest, APackCodeAndAQuantityCardCountSeveralPieces) {
    signOn();
    scan(QStringLiteral("2609210002"));
    EXPECT_EQ(scan(QStringLiteral("SOCK3")).done, 3);
    EXPECT_EQ(outcome(QStringLiteral("QTY 2")), QStringLiteral("quantity"));
    EXPECT_EQ(scan(kSocks).done, 5);
    QStringList hows;
    for (const auto& verification :
         m_ledger->orders().verifications(order("tmall-women", "2609210002").id))
        hows.append(verification.how);
    EXPECT_EQ(hows, (QStringList{QStringLiteral("pack-code"), QStringLiteral("quantity-card")}));
}

TEST_F(StationTest, ACaseCodeThatHoldsMoreThanOrderedIsTooMany) {
    signOn();
    scan(kShirtsOrder);
    EXPECT_EQ(outcome(kTeaCase), QStringLiteral("too-many"));
    EXPECT_EQ(order("tmall-women", "2609210001").done, (QList<int>{0, 0, 0}));
}

TEST_F(StationTest, ASerialItemWaitsForItsSerialNumber) {
    signOn();
    scan(kShirtsOrder);
    EXPECT_EQ(outcome(kPendant), QStringLiteral("serial-needed"));
    EXPECT_EQ(outcome(QStringLiteral("MS45-1")), QStringLiteral("line-complete"));
    EXPECT_EQ(
        m_ledger->orders().verifications(order("tmall-women", "2609210001").id).first().serial,
        QStringLiteral("MS45-1"));
}

TEST_F(StationTest, ASerialIsNeverPackedTwice) {
    signOn();
    scan(kShirtsOrder);
    scan(kPendant);
    scan(QStringLiteral("MS45-1"));
    scan(QStringLiteral("PBC-UNDO"));
    scan(kPendant);
    EXPECT_EQ(outcome(QStringLiteral("MS45-1")), QStringLiteral("line-complete"))
        << "an undone serial is free again";
    EXPECT_TRUE(
        m_ledger->orders().serialUsed(QStringLiteral("MS-PEND-45"), QStringLiteral("MS45-1")));
}

TEST_F(StationTest, ARepeatWithinTheRepeatTimeCountsOnceAndIsShown) {
    signOn();
    scan(kShirtsOrder);
    scan(kShirtGrey);
    m_clock.advanceMonotonicMs(49);
    const auto bounce = m_station->scan({kShirtGrey, {}, QStringLiteral("scanner"), 0});
    EXPECT_EQ(bounce.first().outcome, QStringLiteral("repeat-ignored"));
    EXPECT_EQ(m_station->snapshot().repeatsIgnored, 1);
    EXPECT_EQ(m_ledger->scans().newest(1).first().outcome, QStringLiteral("repeat-ignored"));
    EXPECT_EQ(order("tmall-women", "2609210001").done.first(), 1);
}

TEST_F(StationTest, TenScansASecondOfOneItemAreTenPieces) {
    signOn();
    scan(QStringLiteral("717800000006"));
    for (int i = 0; i < 10; ++i) {
        m_clock.advanceMonotonicMs(100);
        EXPECT_EQ(m_station->scan({kTea, {}, QStringLiteral("scanner"), 0}).first().outcome,
                  QStringLiteral("accepted"));
    }
    EXPECT_EQ(order("jd-home", "717800000006").done.first(), 10);
}

TEST_F(StationTest, TheSameCodeFromTwoScannersIsTwoScans) {
    signOn();
    scan(kShirtsOrder);
    EXPECT_EQ(m_station->scan({kShirtGrey, {}, QStringLiteral("left"), 0}).first().outcome,
              QStringLiteral("accepted"));
    EXPECT_EQ(m_station->scan({kShirtGrey, {}, QStringLiteral("right"), 0}).first().outcome,
              QStringLiteral("line-complete"));
}

TEST_F(StationTest, OrdersThatMustNotBePackedStopWithTheirReason) {
    signOn();
    EXPECT_EQ(outcome(QStringLiteral("2609210009")), QStringLiteral("cancelled"));
    scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(outcome(QStringLiteral("2609210010")), QStringLiteral("held"));
    EXPECT_EQ(m_station->snapshot().verdict, Verdict::Stop);
    scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(outcome(QStringLiteral("#1011")), QStringLiteral("unpaid"));
}

TEST_F(StationTest, AnOrderInWorkIsNotLeftByAnotherSlip) {
    signOn();
    scan(kShirtsOrder);
    scan(kShirtGrey);
    EXPECT_EQ(outcome(QStringLiteral("2609210002")), QStringLiteral("other-order-open"));
    scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(outcome(QStringLiteral("PBC-ASIDE")), QStringLiteral("set-aside"));
    EXPECT_EQ(outcome(QStringLiteral("2609210002")), QStringLiteral("opened"));
    scan(QStringLiteral("PBC-ASIDE"));
    EXPECT_EQ(scan(kShirtsOrder).orderDone, 1) << "what was scanned is kept";
}

TEST_F(StationTest, AToteOpensTheOrderItHolds) {
    signOn();
    scan(kShirtsOrder);
    EXPECT_EQ(outcome(QStringLiteral("PBT-12")), QStringLiteral("tote-assigned"));
    scan(QStringLiteral("PBC-ASIDE"));
    EXPECT_EQ(scan(QStringLiteral("PBT-12")).order->number, kShirtsOrder);
}

TEST_F(StationTest, SingleItemModeTakesTheOrderWhoseLimitComesFirst) {
    signOn();
    EXPECT_EQ(outcome(kCup), QStringLiteral("no-order"));
    scan(QStringLiteral("PBC-OK"));
    scan(QStringLiteral("PBC-SINGLE"));
    const StationReply reply = scan(kCup);
    EXPECT_EQ(reply.outcome, QStringLiteral("order-complete"));
    EXPECT_EQ(reply.order->number, QStringLiteral("#1008"))
        << "paid 20 hours ago; #1007 one hour ago";
}

TEST_F(StationTest, WhatWasScannedSurvivesARestart) {
    signOn();
    scan(kShirtsOrder);
    scan(kShirtGrey);
    restart();
    signOn();
    EXPECT_EQ(scan(kShirtsOrder).orderDone, 1);
}

} // namespace packbench
