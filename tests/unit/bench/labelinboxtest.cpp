#include "bench/labelinbox.h"

#include "bench/foreignpage.h"
#include "bench/foreignreader.h"
#include "labels/proof.h"
#include "stationfixture.h"

namespace packbench {
namespace {

const QString kWaybill = QStringLiteral("JDVA00000000004");
const QString kMasked = QStringLiteral("717800000004");
const QString kCup = QStringLiteral("6901234500752");

QByteArray zplLabel(const QString& code, const char* more = "", int width = 800) {
    return "^XA^PW" + QByteArray::number(width) + "^LL1200^FO40,100^BY2^BCN,150,Y,N,N^FD" +
           code.toUtf8() + "^FS" + more + "^XZ";
}

/// Ready-made labels as they come, at the sample shop's bench.
class LabelInboxTest : public StationTest {
protected:
    LabelInboxTest() : m_inbox(*m_ledger, m_clock, labelSizeMm(m_station->settings())) {}

    QList<IncomingLabel> takeAll(const QByteArray& bytes, const QString& fileName = {}) {
        return m_inbox.take({QStringLiteral("192.0.2.7"), fileName, jobKeyOf(bytes), false,
                             ForeignReader(QStringLiteral(READER)).open(bytes, {})});
    }
    IncomingLabel take(const QByteArray& bytes, const QString& fileName = {}) {
        const auto labels = takeAll(bytes, fileName);
        EXPECT_EQ(labels.size(), 1);
        return labels.value(0);
    }
    QStringList codesOf(const QByteArray& png) {
        QStringList texts;
        for (const ReadCode& code : readCodes(QImage::fromData(png)))
            texts += code.text;
        return texts;
    }
    qint64 givenMasked(const QString& number, const QString& waybill) {
        ShopOrder masked = order("jd-home", "717800000004").order;
        masked.key.number = number;
        masked.waybill = waybill;
        return m_ledger->orders().add(masked, std::nullopt, m_clock.now());
    }

    LabelInbox m_inbox;
};

TEST_F(LabelInboxTest, ALabelIsMatchedByItsOrdersWaybill) {
    const IncomingLabel label = take(zplLabel(kWaybill));
    EXPECT_EQ(label.state, IncomingState::Matched) << label.reason.toStdString();
    EXPECT_EQ(label.orderId, order("jd-home", "717800000004").id);
    EXPECT_EQ(label.waybill, kWaybill);
    EXPECT_EQ(noticeOf(label).code, NoticeCode::InboxMatched);
}

TEST_F(LabelInboxTest, ALabelIsMatchedByAnOrderNumberInsideItsQrCode) {
    givenMasked(QStringLiteral("717800000204"), {});
    const IncomingLabel label =
        take(zplLabel(QStringLiteral("JDVB00000000204"),
                      "^FO40,400^BQN,2,6^FDQA,https://example.com/o?n=717800000204^FS"));
    EXPECT_EQ(label.state, IncomingState::Matched) << label.reason.toStdString();
    EXPECT_EQ(label.waybill, QStringLiteral("JDVB00000000204"));
}

TEST_F(LabelInboxTest, AFileIsMatchedByItsNameWhenItsCodesNameNoOrder) {
    const qint64 id = givenMasked(QStringLiteral("717800000204"), {});
    const IncomingLabel label =
        take(zplLabel(QStringLiteral("JDVB00000000204")), QStringLiteral("label_717800000204.zpl"));
    EXPECT_EQ(label.state, IncomingState::Matched) << label.reason.toStdString();
    EXPECT_EQ(label.orderId, id);
}

TEST_F(LabelInboxTest, AFileNamedForOneOrderWithAnothersLabelIsRefused) {
    const IncomingLabel label = take(zplLabel(kWaybill), QStringLiteral("2609210012.zpl"));
    EXPECT_EQ(label.state, IncomingState::Unmatched);
    EXPECT_EQ(noticeOf(label),
              (Notice{NoticeCode::InboxOtherOrder, {kMasked, QStringLiteral("2609210012")}}));
    EXPECT_FALSE(m_ledger->incoming().find(label.id)->bits.isEmpty());
}

TEST_F(LabelInboxTest, ALabelWithoutItsOrdersWaybillIsRefused) {
    const IncomingLabel label =
        take(zplLabel(QStringLiteral("JDVB00000000099")), QStringLiteral("717800000004.zpl"));
    EXPECT_EQ(label.reason, QStringLiteral("number-differs"));
    EXPECT_EQ(label.state, IncomingState::Unmatched);
}

TEST_F(LabelInboxTest, ALabelWithoutACodeIsUnreadable) {
    const IncomingLabel label =
        take("^XA^FO40,40^A0N,40,40^FDHello^FS^XZ", QStringLiteral("717800000004.zpl"));
    EXPECT_EQ(label.state, IncomingState::Unreadable);
    EXPECT_EQ(noticeOf(label).code, NoticeCode::InboxNoCode);
    EXPECT_GT(label.width, 0);
}

TEST_F(LabelInboxTest, ALabelWhoseInkDoesNotFitIsTooLargeAndAWhiteMarginIsCut) {
    const IncomingLabel wide = take(zplLabel(kWaybill, "^FO1100,100^GB60,60,60^FS", 1200));
    EXPECT_EQ(wide.state, IncomingState::TooLarge);
    EXPECT_EQ(noticeOf(wide).arguments.first(), QStringLiteral("150"));
    const IncomingLabel white = take(zplLabel(kWaybill, "", 1200));
    EXPECT_EQ(white.state, IncomingState::Matched) << white.reason.toStdString();
    EXPECT_LE(onLabelOf(pageOf(white), QSizeF(100, 150))->width, 800);
}

TEST_F(LabelInboxTest, WhatIsNoLabelIsUnreadableWithoutAPicture) {
    const IncomingLabel label = take("Dear customer, your parcel");
    EXPECT_EQ(label.state, IncomingState::Unreadable);
    EXPECT_EQ(label.width, 0);
}

TEST_F(LabelInboxTest, TheSameJobTwiceIsOneLabelAndAnotherOfTheSameNumberWaits) {
    const IncomingLabel first = take(zplLabel(kWaybill));
    const IncomingLabel same = take(zplLabel(kWaybill));
    EXPECT_EQ(same.id, first.id);
    EXPECT_EQ(same.arrivals, 2);
    const IncomingLabel other = take(zplLabel(kWaybill, "^FO40,600^GB100,100,4^FS"));
    EXPECT_EQ(other.state, IncomingState::Doubled);
    EXPECT_EQ(noticeOf(other).code, NoticeCode::InboxDoubled);
    EXPECT_EQ(m_ledger->incoming().ofOrder(first.orderId)->id, first.id);
    const IncomingLabel chosen = m_inbox.assign(other.id, order("jd-home", "717800000004"));
    EXPECT_EQ(chosen.state, IncomingState::Matched);
    EXPECT_EQ(m_ledger->incoming().find(first.id)->state, IncomingState::Doubled);
}

TEST_F(LabelInboxTest, TheSamePictureInOtherBytesIsTheSameLabel) {
    const IncomingLabel first = take(zplLabel(kWaybill));
    const QByteArray moved =
        "^XA^FXmade again^FS^PW800^LL1200^LS-16^FO40,100^BY2^BCN,150,Y,N,N^FD" + kWaybill.toUtf8() +
        "^FS^XZ";
    const IncomingLabel again = take(moved);
    EXPECT_EQ(again.id, first.id) << again.reason.toStdString();
    EXPECT_EQ(again.arrivals, 2);
    EXPECT_EQ(again.state, IncomingState::Matched);
    EXPECT_EQ(m_ledger->incoming().countWaiting(), 0);
    EXPECT_TRUE(m_ledger->incoming().wasSeen(jobKeyOf(moved) + QStringLiteral("/1")))
        << "its file would be opened again";
    const IncomingLabel other = take(zplLabel(kWaybill, "^FO40,400^GB200,8,8^FS"));
    EXPECT_EQ(other.state, IncomingState::Doubled) << "another picture is another label";
}

TEST_F(LabelInboxTest, ACancelledOrdersLabelWaitsForAPerson) {
    const IncomingLabel label = take(zplLabel(kWaybill));
    m_ledger->orders().setState(label.orderId, OrderState::Cancelled);
    EXPECT_TRUE(m_inbox.matchAgain().isEmpty());
    const auto freed = m_ledger->incoming().find(label.id);
    EXPECT_EQ(freed->state, IncomingState::Unmatched);
    EXPECT_EQ(noticeOf(*freed).code, NoticeCode::OrderCancelled);
    m_ledger->orders().setState(label.orderId, OrderState::Open);
    EXPECT_EQ(m_inbox.matchAgain(), QList<qint64>{label.orderId});
    EXPECT_EQ(m_ledger->incoming().find(label.id)->state, IncomingState::Matched);
}

TEST_F(LabelInboxTest, AShippedOrdersLabelIsNotPrintedLater) {
    const IncomingLabel label = take(zplLabel(kWaybill));
    m_ledger->orders().setState(label.orderId, OrderState::Shipped);
    EXPECT_TRUE(m_inbox.matchAgain().isEmpty());
    EXPECT_EQ(m_ledger->incoming().find(label.id)->state, IncomingState::Doubled);
}

TEST_F(LabelInboxTest, AnOrderGetsOneLabelThoughTheJobHasTwoPages) {
    const qint64 id = givenMasked(QStringLiteral("717800000204"), {});
    const auto labels = takeAll(zplLabel(QStringLiteral("JDVB00000000204")) +
                                    zplLabel(QStringLiteral("JDVB00000000205")),
                                QStringLiteral("717800000204.zpl"));
    ASSERT_EQ(labels.size(), 2);
    EXPECT_EQ(labels[0].state, IncomingState::Matched) << labels[0].reason.toStdString();
    EXPECT_EQ(labels[1].state, IncomingState::Doubled);
    EXPECT_EQ(labels[1].reason, QStringLiteral("several-parcels"));
    EXPECT_EQ(labels[1].orderId, id);
}

TEST_F(LabelInboxTest, ALabelThatCameBeforeItsOrderIsMatchedAfterTheImport) {
    const IncomingLabel early = take(zplLabel(QStringLiteral("JDVB00000000204")));
    EXPECT_EQ(early.reason, QStringLiteral("no-order"));
    EXPECT_TRUE(m_inbox.matchAgain().isEmpty());
    const qint64 id =
        givenMasked(QStringLiteral("717800000204"), QStringLiteral("JDVB00000000204"));
    EXPECT_EQ(m_inbox.matchAgain(), QList<qint64>{id});
    EXPECT_EQ(m_ledger->incoming().find(early.id)->state, IncomingState::Matched);
}

TEST_F(LabelInboxTest, ALabelThatFallsUponAPackedOrderWaits) {
    signOn();
    packSocks();
    const LabelCopy copy = copyOf(order("tmall-women", "2609210012"));
    const IncomingLabel label = take(zplLabel(copy.waybill));
    EXPECT_EQ(label.state, IncomingState::Doubled);
    EXPECT_EQ(noticeOf(label).code, NoticeCode::InboxHasLabel);
}

TEST_F(LabelInboxTest, AMaskedOrdersLabelComesByItselfWithTheLastPiece) {
    const IncomingLabel label = take(zplLabel(kWaybill, "~JR^JUS~DNR:X.FNT^IDR:*.*^FS~JO"));
    signOn();
    scan(kMasked);
    EXPECT_EQ(scanAll(kCup).last().outcome, QStringLiteral("order-complete"));
    ASSERT_EQ(m_jobs.size(), 1);
    for (const char* harmful : {"~JR", "^JU", "~DN", "^ID", "~JO"})
        EXPECT_FALSE(m_jobs.first().bytes.contains(harmful)) << harmful;
    const LabelCopy copy = copyOf(order("jd-home", "717800000004"));
    EXPECT_EQ(copy.waybill, kWaybill);
    EXPECT_TRUE(codesOf(copy.png).contains(kWaybill));
    EXPECT_EQ(m_ledger->incoming().find(label.id)->state, IncomingState::Used);
    EXPECT_EQ(m_ledger->incoming().find(label.id)->parcelId, copy.parcelId);
    printerTakes();
    EXPECT_EQ(outcome(kWaybill), QStringLiteral("dispatched"));
}

TEST_F(LabelInboxTest, AnOpenOrderWaitsForItsLabelAndPrintsItWhenItComes) {
    m_ledger->settings().set(QStringLiteral("inbox.listen"), QStringLiteral("127.0.0.1:9100"));
    m_station->reloadSettings();
    signOn();
    scan(kMasked);
    const StationReply waits = scanAll(kCup).last();
    EXPECT_EQ(waits.outcome, QStringLiteral("address-masked"));
    EXPECT_EQ(waits.notice.code, NoticeCode::ShopLabelMissing);
    EXPECT_TRUE(m_station->labelsArrived({order("tmall-women", "2609210012").id}).isEmpty());
    const IncomingLabel label = take(zplLabel(kWaybill));
    static_cast<void>(m_station->labelsArrived({label.orderId}));
    ASSERT_EQ(m_jobs.size(), 1);
    EXPECT_EQ(m_station->snapshot().stage, Stage::Printing);
}

TEST_F(LabelInboxTest, ALabelThatComesBehindARefusalPrintsOnceThatIsReleased) {
    signOn();
    scan(kMasked);
    scan(kCup);
    EXPECT_EQ(outcome(QStringLiteral("https://example.com/x")), QStringLiteral("wrong-label"));
    const IncomingLabel label = take(zplLabel(kWaybill));
    EXPECT_TRUE(m_station->labelsArrived({label.orderId}).isEmpty());
    EXPECT_TRUE(m_jobs.isEmpty());
    scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(m_jobs.size(), 1);
}

TEST_F(LabelInboxTest, AnotherCopyIsTheSamePageAndAnotherPrinterGetsItsOwnDots) {
    take(zplLabel(kWaybill));
    signOn();
    scan(kMasked);
    scan(kCup);
    const LabelCopy first = copyOf(order("jd-home", "717800000004"));
    printerTakes();
    PrinterDescription fine = m_station->printer();
    fine.dotsPerMm = 12;
    fine.language = PrinterLanguage::Tspl;
    static_cast<void>(m_station->usePrinter(fine));
    scan(QStringLiteral("PBC-AGAIN"));
    scan(QStringLiteral("PBR-torn"));
    ASSERT_EQ(m_jobs.size(), 1);
    const LabelCopy again = copyOf(order("jd-home", "717800000004"));
    EXPECT_EQ(again.copyNo, 2);
    EXPECT_EQ(QImage::fromData(again.png).width(), QImage::fromData(first.png).width() * 3 / 2);
    EXPECT_TRUE(codesOf(again.png).contains(kWaybill));
}

TEST_F(LabelInboxTest, AHeldOrdersLabelDoesNotPrint) {
    take(zplLabel(kWaybill));
    signOn();
    scan(kMasked);
    m_ledger->orders().setHold(order("jd-home", "717800000004").id, Hold::ByService, true);
    EXPECT_EQ(scanAll(kCup).last().outcome, QStringLiteral("held"));
    EXPECT_TRUE(m_jobs.isEmpty());
    EXPECT_TRUE(m_ledger->incoming().ofOrder(order("jd-home", "717800000004").id));
}

TEST_F(LabelInboxTest, AnOrderBoundByHandFreesItsReadyMadeLabel) {
    const IncomingLabel label = take(zplLabel(kWaybill));
    PrinterDescription narrow = m_station->printer();
    narrow.setup.headDots = 200; // the shop's label does not fit, the carrier's own is stuck on
    static_cast<void>(m_station->usePrinter(narrow));
    signOn();
    scan(kMasked);
    EXPECT_EQ(scanAll(kCup).last().outcome, QStringLiteral("label-not-proofed"));
    EXPECT_EQ(m_ledger->incoming().find(label.id)->state, IncomingState::Matched);
    scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(outcome(kWaybill), QStringLiteral("dispatched"));
    EXPECT_TRUE(m_jobs.isEmpty());
    const auto freed = m_ledger->incoming().find(label.id);
    EXPECT_EQ(freed->state, IncomingState::Discarded);
    EXPECT_EQ(freed->reason, QStringLiteral("bound-by-hand"));
    EXPECT_FALSE(m_ledger->incoming().ofOrder(label.orderId));
    EXPECT_EQ(noticeOf(*freed),
              (Notice{NoticeCode::InboxDiscarded, {QStringLiteral("bound-by-hand")}}));
}

TEST_F(LabelInboxTest, ALabelThatWasPrintedStaysUsedWhenItsScanBindsIt) {
    const IncomingLabel label = take(zplLabel(kWaybill));
    signOn();
    scan(kMasked);
    scan(kCup);
    printerTakes();
    EXPECT_EQ(outcome(kWaybill), QStringLiteral("dispatched"));
    EXPECT_EQ(m_ledger->incoming().find(label.id)->state, IncomingState::Used);
}

TEST_F(LabelInboxTest, AMadSenderFillsNoDisk) {
    ForeignFile many;
    many.pages = QList<ForeignPage>(1000, {{blankPage(8, 8, 8), 1, {}}, {}});
    for (const char* job : {"a", "b", "c"})
        EXPECT_EQ(m_inbox.take({{}, {}, jobKeyOf(job), false, many}).last().reason,
                  job[0] == 'c' ? QStringLiteral("full") : QStringLiteral("no-code"));
    EXPECT_EQ(m_ledger->incoming().countWaiting(), LabelInbox::kMostWaiting);
}

} // namespace
} // namespace packbench
