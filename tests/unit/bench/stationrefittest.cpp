// Labels of which nothing ever left, and what becomes of them at another printer.
#include "stationfixture.h"

#include "shipping/fault.h"

namespace packbench {

namespace {

PrinterDescription tsplPrinter() {
    PrinterDescription printer;
    printer.id = QStringLiteral("spool:///labels");
    printer.language = PrinterLanguage::Tspl;
    printer.dotsPerMm = 12;
    printer.state = PrinterState::Ready;
    return printer;
}

} // namespace

TEST_F(StationTest, ALabelOfWhichNothingLeftIsMadeAnewForTheNextPrinter) {
    signOn();
    packSocks();
    (void)printerTakes(SendReport::End::NothingSent, PrinterState::Unplugged);
    const LabelCopy before = copyOf(order("tmall-women", "2609210012"));
    ASSERT_EQ(before.state, CopyState::FailedClean);
    m_jobs.clear();
    (void)m_station->usePrinter(tsplPrinter());
    ASSERT_EQ(m_jobs.size(), 1);
    EXPECT_EQ(m_jobs.first().printer, QStringLiteral("spool:///labels"));
    EXPECT_TRUE(m_jobs.first().bytes.contains("BITMAP"));
    const LabelCopy after = copyOf(order("tmall-women", "2609210012"));
    EXPECT_EQ(after.id, before.id);
    EXPECT_EQ(after.copyNo, before.copyNo);
    EXPECT_EQ(after.waybill, before.waybill);
    EXPECT_EQ(after.printer, QStringLiteral("spool:///labels"));
    EXPECT_EQ(after.language, QStringLiteral("tspl"));
    EXPECT_EQ(after.bytes, m_jobs.first().bytes);
}

TEST_F(StationTest, AWaitingLabelOfAnOrderThatWasStoppedDoesNotComeByItself) {
    signOn();
    packSocks();
    (void)printerTakes(SendReport::End::NothingSent, PrinterState::Unplugged);
    m_jobs.clear();
    m_ledger->orders().setHold(order("tmall-women", "2609210012").id, Hold::ByService, true);
    const auto events = m_station->printerIs(PrinterState::Ready);
    EXPECT_TRUE(m_jobs.isEmpty());
    ASSERT_EQ(events.size(), 1);
    EXPECT_EQ(events.first().verdict, Verdict::Stop);
    EXPECT_EQ(copyOf(order("tmall-women", "2609210012")).state, CopyState::FailedClean);
}

TEST_F(StationTest, ALabelThatMayHaveLeftStaysAsItWas) {
    signOn();
    packSocks();
    const LabelCopy sending = copyOf(order("tmall-women", "2609210012"));
    EXPECT_THROW(m_ledger->labels().refit(sending), LedgerError);
    (void)printerTakes(SendReport::End::Uncertain, PrinterState::Unplugged);
    m_jobs.clear();
    (void)m_station->usePrinter(tsplPrinter());
    EXPECT_TRUE(m_jobs.isEmpty());
    EXPECT_EQ(copyOf(order("tmall-women", "2609210012")).bytes, sending.bytes);
}

TEST_F(StationTest, AnAbsentPrinterGetsNothingUntilItsLanguageIsKnown) {
    PrinterDescription absent;
    absent.id = QStringLiteral("spool:///labels");
    absent.state = PrinterState::Unplugged;
    absent.languageKnown = false;
    (void)m_station->usePrinter(absent);
    signOn();
    scan(QStringLiteral("2609210012"));
    const QStringList last = outcomes(scanAll(QStringLiteral("6901234500868")));
    EXPECT_TRUE(last.contains(QStringLiteral("printer-gone"))) << qPrintable(last.join(u' '));
    EXPECT_TRUE(m_jobs.isEmpty());
    (void)m_station->usePrinter(tsplPrinter());
    ASSERT_EQ(m_jobs.size(), 1);
    EXPECT_TRUE(m_jobs.first().bytes.contains("BITMAP"));
}

TEST_F(StationTest, APrinterThatWasAwayAfterItsLastByteLeavesTheLabelInDoubt) {
    signOn();
    packSocks();
    (void)printerTakes(SendReport::End::Accepted, PrinterState::Unplugged);
    EXPECT_EQ(outcomes(m_station->printerIs(PrinterState::Ready)),
              QStringList{QStringLiteral("label-in-doubt")});
    EXPECT_EQ(copyOf(order("tmall-women", "2609210012")).state, CopyState::Uncertain);
}

TEST_F(StationTest, AMaskedOrderTakesNoEanAndNoOtherCouriersNumberForItsLabel) {
    ShopOrder masked = order("jd-home", "717800000004").order;
    masked.key.number = QStringLiteral("717800000204");
    masked.courier = QStringLiteral("jd");
    masked.waybill.clear();
    m_ledger->orders().add(masked, std::nullopt, m_clock.now());
    signOn();
    scan(QStringLiteral("717800000204"));
    scan(QStringLiteral("6901234500752"));
    EXPECT_EQ(outcome(QStringLiteral("4006381333931")), QStringLiteral("wrong-label"));
    scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(outcome(QStringLiteral("SF1234567890123")), QStringLiteral("wrong-label"));
    scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(outcome(QStringLiteral("JDVB00000000204")), QStringLiteral("dispatched"));
    EXPECT_EQ(m_ledger->waybills().find(QStringLiteral("JDVB00000000204"))->courier,
              QStringLiteral("jd"));
}

TEST_F(StationTest, ANumberIsRecordedUnderTheCourierItsFormDecides) {
    ShopOrder masked = order("jd-home", "717800000004").order;
    masked.key.number = QStringLiteral("717800000204");
    masked.courier.clear();
    masked.waybill.clear();
    m_ledger->orders().add(masked, std::nullopt, m_clock.now());
    signOn();
    scan(QStringLiteral("717800000204"));
    scan(QStringLiteral("6901234500752"));
    EXPECT_EQ(outcome(QStringLiteral("SF1234567890123")), QStringLiteral("dispatched"));
    EXPECT_EQ(m_ledger->waybills().find(QStringLiteral("SF1234567890123"))->courier,
              QStringLiteral("sf"));
}

/// 4006381333931 is an EAN and has the form of STO's older numbers.
TEST_F(StationTest, ANumberThatPassesForAnEanIsTakenWhereItHasTheOrdersCouriersForm) {
    ShopOrder masked = order("jd-home", "717800000004").order;
    masked.key.number = QStringLiteral("717800000204");
    masked.courier = QStringLiteral("sto");
    masked.waybill.clear();
    m_ledger->orders().add(masked, std::nullopt, m_clock.now());
    signOn();
    scan(QStringLiteral("717800000204"));
    scan(QStringLiteral("6901234500752"));
    EXPECT_EQ(outcome(QStringLiteral("4006381333931")), QStringLiteral("dispatched"));
}

TEST_F(StationTest, ACarriersLabelWithAVoidOrWaitingNumberIsRefused) {
    const QString number = QStringLiteral("JDVB00000000204");
    ShopOrder masked = order("jd-home", "717800000004").order;
    masked.key.number = QStringLiteral("717800000204");
    masked.courier = QStringLiteral("jd");
    masked.waybill = number;
    m_ledger->orders().add(masked, std::nullopt, m_clock.now());
    (void)m_ledger->waybills().add(number, QStringLiteral("jd"));
    (void)m_ledger->quarantine().begin(
        {1, m_clock.now(), QStringLiteral("yesterday.db"), {}, {}, {}});
    restart();
    signOn();
    scan(QStringLiteral("717800000204"));
    scan(QStringLiteral("6901234500752"));
    EXPECT_EQ(outcome(number), QStringLiteral("number-in-quarantine"));
    EXPECT_EQ(m_station->snapshot().verdict, Verdict::Stop);
    scan(QStringLiteral("PBC-OK"));
    EXPECT_TRUE(m_ledger->quarantine().makeVoid(
        number, {QStringLiteral("0001"), QStringLiteral("on the courier's list"), m_clock.now()}));
    EXPECT_EQ(outcome(number), QStringLiteral("number-given-up"));
    EXPECT_TRUE(m_ledger->dispatches().list().isEmpty());
}

TEST_F(StationTest, NumbersThatWaitInQuarantineAreNotSaidToBeUsedUp) {
    m_ledger->settings().set(QStringLiteral("courier.default"), QStringLiteral("zto"));
    (void)m_ledger->quarantine().begin(
        {1, m_clock.now(), QStringLiteral("yesterday.db"), {}, {}, {}});
    const qint64 waiting = m_ledger->quarantine().countWaitingOf(QStringLiteral("zto"));
    ASSERT_GT(waiting, 0);
    restart();
    signOn();
    scan(QStringLiteral("2609210012"));
    EXPECT_EQ(outcomes(scanAll(QStringLiteral("6901234500868"))),
              (QStringList{QStringLiteral("order-complete"), QStringLiteral("no-waybill")}));
    const Notice told = m_station->snapshot().notice;
    EXPECT_EQ(told.code, NoticeCode::NumbersInQuarantine);
    EXPECT_EQ(told.arguments.value(2), QString::number(waiting));
    const Ruling ruling{QStringLiteral("0001"), QStringLiteral("not used"), m_clock.now()};
    EXPECT_GE(m_ledger->quarantine().releaseAll(ruling), waiting);
    scan(QStringLiteral("PBC-OK"));
    scan(QStringLiteral("PBC-CONFIRM"));
    EXPECT_EQ(m_jobs.size(), 1) << "it goes on by the card, as the sentence says";
}

TEST_F(StationTest, AnOrdersOwnNumberInQuarantineIsNamed) {
    const QString number = QStringLiteral("758399990077");
    ShopOrder shopOrder = order("tmall-women", "2609210012").order;
    shopOrder.key.number = QStringLiteral("2609210112");
    shopOrder.courier = QStringLiteral("zto");
    shopOrder.waybill = number;
    m_ledger->orders().add(shopOrder, std::nullopt, m_clock.now());
    (void)m_ledger->waybills().add(number, QStringLiteral("zto"));
    (void)m_ledger->quarantine().begin(
        {1, m_clock.now(), QStringLiteral("yesterday.db"), {}, {}, {}});
    restart();
    signOn();
    scan(QStringLiteral("2609210112"));
    scan(QStringLiteral("6901234500868"));
    EXPECT_TRUE(m_jobs.isEmpty());
    EXPECT_EQ(m_station->snapshot().notice, (Notice{NoticeCode::NumberInQuarantine, {number}}));
}

} // namespace packbench
