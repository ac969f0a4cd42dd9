#include "stationfixture.h"

#include "labels/proof.h"

namespace packbench {

namespace {

const QString kFirstZto = QStringLiteral("758320014601");

} // namespace

TEST_F(StationTest, TheLabelComesByItselfWithTheLastPiece) {
    signOn();
    packSocks();
    EXPECT_TRUE(m_jobs.first().bytes.contains("^XA"));
    EXPECT_EQ(m_station->snapshot().stage, Stage::Printing);
    EXPECT_EQ(outcomes(printerTakes()), QStringList{QStringLiteral("label-printed")});
    EXPECT_EQ(m_station->snapshot().stage, Stage::ScanLabel);
}

TEST_F(StationTest, TheCopyIsSendingInTheLedgerBeforeAByteLeaves) {
    signOn();
    CopyState atSubmit = CopyState::Void;
    m_station = std::make_unique<Station>(*m_ledger, m_clock, [&](const PrintJob& job) {
        atSubmit = m_ledger->labels().copy(job.copyId)->state;
        m_jobs.append(job);
    });
    PrinterDescription printer;
    printer.id = QStringLiteral("virtual");
    (void)m_station->usePrinter(printer);
    signOn();
    packSocks();
    EXPECT_EQ(atSubmit, CopyState::Sending);
}

TEST_F(StationTest, RemarksHoldTheLabelAndGoodsScansUntilConfirmed) {
    signOn();
    scan(QStringLiteral("2609210003"));
    const auto replies = scanAll(QStringLiteral("6901234500424"));
    EXPECT_EQ(outcomes(replies),
              (QStringList{QStringLiteral("order-complete"), QStringLiteral("confirm-remark")}));
    EXPECT_EQ(m_station->snapshot().stage, Stage::Remark);
    EXPECT_TRUE(m_jobs.isEmpty());
    EXPECT_EQ(outcome(QStringLiteral("6901234500974")), QStringLiteral("confirm-remark"));
    EXPECT_EQ(m_station->snapshot().heldScans.size(), 1);
    EXPECT_EQ(outcome(QStringLiteral("PBC-CONFIRM")), QStringLiteral("remark-confirmed"));
    ASSERT_EQ(m_jobs.size(), 1);
    EXPECT_EQ(copyOf(order("tmall-women", "2609210003")).courier, QStringLiteral("sto"))
        << "the remark says only STO";
}

TEST_F(StationTest, TheLabelOnTheParcelClosesAndDispatchesIt) {
    signOn();
    packSocks();
    printerTakes();
    EXPECT_EQ(outcome(kFirstZto), QStringLiteral("dispatched"));
    const auto left = m_ledger->dispatches().list();
    ASSERT_EQ(left.size(), 1);
    EXPECT_EQ(left.first().waybill, kFirstZto);
    EXPECT_EQ(left.first().badge, QStringLiteral("0417"));
    EXPECT_EQ(left.first().bench, QStringLiteral("03"));
    EXPECT_EQ(left.first().dispatchedAt, m_clock.now());
    EXPECT_TRUE(left.first().inGoal);
    EXPECT_EQ(order("tmall-women", "2609210012").order.state, OrderState::Dispatched);
    EXPECT_EQ(m_ledger->waybills().find(kFirstZto)->state, WaybillState::Dispatched);
    EXPECT_EQ(outcome(kFirstZto), QStringLiteral("dispatched"))
        << "scanned twice by habit: no second record";
    EXPECT_EQ(m_ledger->dispatches().list().size(), 1);
}

TEST_F(StationTest, WithAGateTheBenchBindsAndLetsNothingLeave) {
    m_ledger->settings().set(QStringLiteral("dispatch.at"), QStringLiteral("gate"));
    restart();
    signOn();
    packSocks();
    printerTakes();
    EXPECT_EQ(outcome(kFirstZto), QStringLiteral("label-bound"));
    EXPECT_TRUE(m_ledger->dispatches().list().isEmpty());
    EXPECT_EQ(outcome(kFirstZto), QStringLiteral("label-bound")) << "once more by habit";
    EXPECT_TRUE(m_ledger->dispatches().list().isEmpty());
}

TEST_F(StationTest, AnotherParcelsLabelStops) {
    signOn();
    packSocks();
    printerTakes();
    EXPECT_EQ(outcome(QStringLiteral("758320014602")), QStringLiteral("wrong-label"));
    EXPECT_EQ(m_station->snapshot().verdict, Verdict::Stop);
    EXPECT_TRUE(m_ledger->dispatches().list().isEmpty());
    EXPECT_EQ(outcome(kFirstZto), QStringLiteral("dispatched"));
}

TEST_F(StationTest, PaperOutWaitsAndNothingIsSentTwice) {
    signOn();
    packSocks();
    EXPECT_EQ(outcomes(printerTakes(SendReport::End::Accepted, PrinterState::PaperOut)),
              QStringList{QStringLiteral("printer-waits")});
    EXPECT_EQ(m_station->snapshot().stage, Stage::Printing);
    EXPECT_EQ(outcomes(m_station->printerIs(PrinterState::Ready)),
              QStringList{QStringLiteral("label-printed")});
    EXPECT_TRUE(m_jobs.isEmpty());
}

TEST_F(StationTest, APrinterThatWasAwayGetsTheLabelOnceItIsBack) {
    signOn();
    packSocks();
    EXPECT_EQ(outcomes(printerTakes(SendReport::End::NothingSent, PrinterState::Unplugged)),
              QStringList{QStringLiteral("printer-gone")});
    EXPECT_EQ(copyOf(order("tmall-women", "2609210012")).state, CopyState::FailedClean);
    static_cast<void>(m_station->printerIs(PrinterState::Ready));
    ASSERT_EQ(m_jobs.size(), 1);
    printerTakes();
    EXPECT_EQ(outcome(kFirstZto), QStringLiteral("dispatched"));
    EXPECT_EQ(m_ledger->labels().ofOrder(order("tmall-women", "2609210012").id).size(), 1)
        << "one copy, sent once";
}

TEST_F(StationTest, ACutTransferIsInDoubtAndAPersonDecides) {
    signOn();
    packSocks();
    EXPECT_EQ(outcomes(printerTakes(SendReport::End::Uncertain, PrinterState::Unplugged)),
              QStringList{QStringLiteral("label-in-doubt")});
    static_cast<void>(m_station->printerIs(PrinterState::Ready));
    EXPECT_TRUE(m_jobs.isEmpty()) << "never sent again by itself";
    const StationReply noted = scan(QStringLiteral("PBC-NONE"));
    EXPECT_EQ(noted.outcome, QStringLiteral("nothing-came"));
    EXPECT_EQ(words(noted.notice, Language::English).toStdString(),
              "Reason noted: nothing came out");
    EXPECT_EQ(words(noted.notice, Language::Chinese).toStdString(), "原因已记录：没有出来");
    ASSERT_EQ(m_jobs.size(), 1);
    const LabelCopy copy = copyOf(order("tmall-women", "2609210012"));
    EXPECT_EQ(copy.copyNo, 2);
    EXPECT_EQ(copy.waybill, kFirstZto) << "the same number, the next copy";
}

TEST_F(StationTest, PrintAgainNeedsAReasonAndKeepsTheNumber) {
    signOn();
    packSocks();
    printerTakes();
    EXPECT_EQ(outcome(QStringLiteral("PBC-AGAIN")), QStringLiteral("scan-reason"));
    EXPECT_TRUE(m_jobs.isEmpty());
    EXPECT_EQ(outcome(QStringLiteral("PBR-torn")), QStringLiteral("reason-noted"));
    ASSERT_EQ(m_jobs.size(), 1);
    printerTakes();
    const auto copies = m_ledger->labels().ofOrder(order("tmall-women", "2609210012").id);
    ASSERT_EQ(copies.size(), 2);
    const LabelCopy current = copyOf(order("tmall-women", "2609210012"));
    EXPECT_EQ(current.reason, QStringLiteral("torn"));
    EXPECT_EQ(current.badge, QStringLiteral("0417"));
    EXPECT_EQ(current.waybill, kFirstZto);
}

TEST_F(StationTest, AnOlderCopyIsRefusedByItsMark) {
    signOn();
    packSocks();
    printerTakes();
    const QString oldMark = mark();
    scan(QStringLiteral("PBC-AGAIN"));
    scan(QStringLiteral("PBR-torn"));
    printerTakes();
    EXPECT_EQ(outcome(oldMark), QStringLiteral("old-copy"));
    EXPECT_EQ(outcome(QString(oldMark).replace(QStringLiteral("-1-"), QStringLiteral("-2-"))),
              QStringLiteral("scan-held"))
        << "a forged one";
    EXPECT_EQ(outcome(mark()), QStringLiteral("dispatched"));
}

TEST_F(StationTest, TheLabelsOwnQrCodeBindsAsItsNumberDoes) {
    signOn();
    packSocks();
    printerTakes();
    QString qr;
    for (const ReadCode& code :
         readCodes(QImage::fromData(copyOf(order("tmall-women", "2609210012")).png))) {
        if (code.format == QLatin1String("QRCode"))
            qr = code.text;
    }
    ASSERT_FALSE(qr.isEmpty());
    EXPECT_EQ(outcome(qr), QStringLiteral("dispatched"));
}

TEST_F(StationTest, AnOlderCopyIsRefusedAtAnIdleBenchToo) {
    signOn();
    packSocks();
    printerTakes();
    const QString oldMark = mark();
    scan(QStringLiteral("PBC-AGAIN"));
    scan(QStringLiteral("PBR-torn"));
    printerTakes();
    scan(QStringLiteral("PBC-ASIDE"));
    EXPECT_EQ(outcome(oldMark), QStringLiteral("old-copy"));
    EXPECT_TRUE(m_ledger->dispatches().list().isEmpty());
}

TEST_F(StationTest, AMaskedAddressGetsNoLabelOfOursAndLeavesByTheCarriersOwn) {
    signOn();
    EXPECT_EQ(scan(QStringLiteral("JDVA00000000004")).outcome, QStringLiteral("opened"));
    const auto replies = scanAll(QStringLiteral("6901234500752"));
    EXPECT_EQ(outcomes(replies),
              (QStringList{QStringLiteral("order-complete"), QStringLiteral("address-masked")}));
    EXPECT_TRUE(m_jobs.isEmpty());
    EXPECT_EQ(outcome(QStringLiteral("JDVA00000000004")), QStringLiteral("dispatched"));
    EXPECT_EQ(m_ledger->dispatches().list().size(), 1);
}

TEST_F(StationTest, WithoutAFreeNumberTheOrderStopsAndGoesOnAfterAnImport) {
    m_ledger->settings().set(QStringLiteral("courier.default"), QStringLiteral("zto"));
    signOn();
    while (m_ledger->waybills().countFree(QStringLiteral("zto")) > 0) {
        ParcelRecord parcel;
        parcel.orderId = order("tmall-women", "2609210009").id;
        parcel.carton = parcel.cartons = int(m_ledger->waybills().countFree(QStringLiteral("zto")));
        parcel.id = m_ledger->labels().addParcel(parcel);
        ASSERT_TRUE(m_ledger->waybills().reserve(QStringLiteral("zto"), parcel.id));
    }
    scan(QStringLiteral("2609210012"));
    EXPECT_EQ(outcomes(scanAll(QStringLiteral("6901234500868"))),
              (QStringList{QStringLiteral("order-complete"), QStringLiteral("no-waybill")}));
    static_cast<void>(
        m_ledger->waybills().add(QStringLiteral("758399990001"), QStringLiteral("zto")));
    scan(QStringLiteral("PBC-OK"));
    scan(QStringLiteral("PBC-CONFIRM"));
    ASSERT_EQ(m_jobs.size(), 1);
}

TEST_F(StationTest, AfterARestartALabelOnItsWayIsInDoubtAndItsScanBindsIt) {
    signOn();
    packSocks();
    m_jobs.clear();
    restart();
    EXPECT_TRUE(m_jobs.isEmpty()) << "nothing prints by itself after a restart";
    EXPECT_EQ(copyOf(order("tmall-women", "2609210012")).state, CopyState::Uncertain);
    signOn();
    EXPECT_EQ(outcome(kFirstZto), QStringLiteral("dispatched"));
}

TEST_F(StationTest, LateParcelsSayWhyAndACardOverrulesIt) {
    signOn();
    scan(QStringLiteral("717800000006"));
    scan(QStringLiteral("16901234500537"));
    scan(QStringLiteral("6901234501087"));
    scan(QStringLiteral("6901234500646"));
    scan(QStringLiteral("MS45-1"));
    printerTakes();
    scan(kFirstZto);
    auto left = m_ledger->dispatches().list();
    ASSERT_EQ(left.size(), 1);
    EXPECT_FALSE(left.first().inGoal);
    EXPECT_FALSE(left.first().inLimit);
    EXPECT_EQ(left.first().lateReason, QStringLiteral("imported-late"));
    scan(QStringLiteral("PBR-out-of-stock"));
    EXPECT_EQ(m_ledger->dispatches().list().first().lateReason, QStringLiteral("out-of-stock"));
}

TEST_F(StationTest, TheLabelsPagePrintsAgainWithAReasonOnly) {
    signOn();
    packSocks();
    printerTakes();
    const qint64 copyId = copyOf(order("tmall-women", "2609210012")).id;
    EXPECT_EQ(m_station->printAgain(copyId, {}).first().outcome, QStringLiteral("reason-missing"));
    EXPECT_EQ(m_station->printAgain(copyId, QStringLiteral("smudged")).first().outcome,
              QStringLiteral("print-again"));
    ASSERT_EQ(m_jobs.size(), 1);
    printerTakes();
    scan(mark());
    EXPECT_EQ(m_station->printAgain(copyId, QStringLiteral("late")).first().outcome,
              QStringLiteral("nothing-to-do"))
        << "what left is not printed again";
}

TEST_F(StationTest, AnOrderStoppedWhileItIsPackedGetsNoLabel) {
    signOn();
    scan(QStringLiteral("2609210012"));
    m_ledger->orders().setHold(order("tmall-women", "2609210012").id, Hold::ByService, true);
    EXPECT_EQ(outcomes(scanAll(QStringLiteral("6901234500868"))),
              (QStringList{QStringLiteral("order-complete"), QStringLiteral("held")}));
    EXPECT_TRUE(m_jobs.isEmpty());
}

TEST_F(StationTest, ANumberThatAnotherParcelHasIsRefusedNotBroken) {
    ShopOrder twin = order("jd-home", "717800000004").order;
    twin.key.number = QStringLiteral("717800000104");
    m_ledger->orders().add(twin, std::nullopt, m_clock.now());
    signOn();
    scan(QStringLiteral("717800000004"));
    scan(QStringLiteral("6901234500752"));
    EXPECT_EQ(outcome(QStringLiteral("JDVA00000000004")), QStringLiteral("dispatched"));
    scan(QStringLiteral("717800000104"));
    scan(QStringLiteral("6901234500752"));
    EXPECT_EQ(outcome(QStringLiteral("JDVA00000000004")), QStringLiteral("wrong-label"));
    EXPECT_EQ(m_ledger->dispatches().list().size(), 1);
}

TEST_F(StationTest, ALabelThatComesWhileItsOrderIsSetAsideLeavesTheScreenAlone) {
    signOn();
    packSocks();
    scan(QStringLiteral("PBC-ASIDE"));
    scan(QStringLiteral("2609210001"));
    const auto events = printerTakes();
    ASSERT_EQ(events.size(), 1);
    EXPECT_EQ(events.first().order->number, QStringLiteral("2609210012"));
    EXPECT_EQ(m_station->snapshot().stage, Stage::Packing);
    EXPECT_EQ(m_station->snapshot().order->number, QStringLiteral("2609210001"));
    EXPECT_FALSE(m_station->snapshot().label);
}

TEST_F(StationTest, ALabelOfWhichNothingWasSentIsSentWhenTheOrderIsOpenedAgain) {
    signOn();
    packSocks();
    printerTakes(SendReport::End::NothingSent, PrinterState::Unplugged);
    EXPECT_EQ(outcome(QStringLiteral("PBC-NONE")), QStringLiteral("nothing-came"));
    ASSERT_EQ(m_jobs.size(), 1) << "the same copy again, nothing had left";
    printerTakes(SendReport::End::NothingSent, PrinterState::Unplugged);
    restart();
    signOn();
    EXPECT_EQ(outcome(QStringLiteral("2609210012")), QStringLiteral("opened"));
    ASSERT_EQ(m_jobs.size(), 1);
    printerTakes();
    EXPECT_EQ(m_ledger->labels().ofOrder(order("tmall-women", "2609210012").id).size(), 1);
    EXPECT_EQ(outcome(kFirstZto), QStringLiteral("dispatched"));
}

TEST_F(StationTest, AMaskedOrderTakesNoWebAddressAndNoGoodsCodeForItsWaybill) {
    ShopOrder masked = order("jd-home", "717800000004").order;
    masked.key.number = QStringLiteral("717800000204");
    masked.waybill.clear();
    m_ledger->orders().add(masked, std::nullopt, m_clock.now());
    signOn();
    scan(QStringLiteral("717800000204"));
    scan(QStringLiteral("6901234500752"));
    EXPECT_EQ(outcome(QStringLiteral("https://example.com/p?x=1")), QStringLiteral("wrong-label"));
    scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(outcome(QStringLiteral("jdvb00000000204")), QStringLiteral("dispatched"));
    EXPECT_EQ(m_ledger->dispatches().list().first().waybill, QStringLiteral("JDVB00000000204"));
}

TEST_F(StationTest, ASlipOrAWaybillIsNoSerialNumber) {
    signOn();
    scan(QStringLiteral("2609210001"));
    scan(QStringLiteral("6901234500646"));
    EXPECT_EQ(outcome(QStringLiteral("2609210002")), QStringLiteral("serial-needed"));
    scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(outcome(QStringLiteral("758320014605")), QStringLiteral("serial-needed"));
    EXPECT_EQ(order("tmall-women", "2609210001").done, (QList<int>{0, 0, 0}));
}

TEST_F(StationTest, ACardScannedIntoARefusalIsNotKeptForLater) {
    signOn();
    scan(QStringLiteral("2609210001"));
    scan(QStringLiteral("6901234500417"));
    scan(QStringLiteral("6901234500424"));
    EXPECT_EQ(outcome(QStringLiteral("PBC-UNDO")), QStringLiteral("acknowledge-first"));
    EXPECT_EQ(scanAll(QStringLiteral("PBC-OK")).size(), 1);
    EXPECT_EQ(order("tmall-women", "2609210001").done.first(), 1);
}

TEST_F(StationTest, AnOrderChangedWhileItIsPackedIsShownAnewBeforeItsLabel) {
    signOn();
    scan(QStringLiteral("2609210012"));
    ShopOrder changed = order("tmall-women", "2609210012").order;
    changed.recipient.street = QStringLiteral("新地址 9 号");
    m_ledger->orders().replace(order("tmall-women", "2609210012").id, changed, std::nullopt);
    EXPECT_EQ(outcomes(scanAll(QStringLiteral("6901234500868"))),
              (QStringList{QStringLiteral("order-complete"), QStringLiteral("order-changed")}));
    EXPECT_TRUE(m_jobs.isEmpty());
    scan(QStringLiteral("PBC-OK"));
    scan(QStringLiteral("PBC-CONFIRM"));
    EXPECT_EQ(m_jobs.size(), 1) << "with the new address";
}

TEST_F(StationTest, AScanOf500CharactersIsRefusedNotBroken) {
    signOn();
    scan(QStringLiteral("2609210001"));
    EXPECT_EQ(outcome(QStringLiteral("PBT-") + QString(500, u'x')), QStringLiteral("unknown-code"));
    EXPECT_EQ(m_ledger->scans().newest(1).first().scan.text.size(), 504) << "journalled whole";
}

TEST_F(StationTest, AReasonCardReachesLateParcelsOnly) {
    signOn();
    packSocks();
    printerTakes();
    scan(kFirstZto);
    EXPECT_EQ(outcome(QStringLiteral("PBR-lazy")), QStringLiteral("nothing-to-do"));
    EXPECT_EQ(m_ledger->dispatches().list().first().lateReason, QString());
}

} // namespace packbench
