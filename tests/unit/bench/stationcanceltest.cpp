#include "shipping/copymark.h"
#include "stationfixture.h"

#include "bench/benchsettings.h"
#include "labels/proof.h"

namespace packbench {

namespace {

const QString kFirstZto = QStringLiteral("758320014601");

} // namespace

TEST_F(StationTest, ALabelThatWaitsIsGivenUpByACardAndItsOrderMayChangeAgain) {
    signOn();
    packSocks();
    printerTakes(SendReport::End::NothingSent, PrinterState::Unplugged);
    const qint64 copyId = copyOf(order("tmall-women", "2609210012")).id;
    EXPECT_EQ(outcome(QStringLiteral("PBC-CANCEL")), QStringLiteral("label-cancelled"));
    EXPECT_EQ(m_ledger->labels().copy(copyId)->state, CopyState::Void);
    EXPECT_EQ(m_ledger->labels().copy(copyId)->cause, QStringLiteral("cancelled"));
    EXPECT_EQ(order("tmall-women", "2609210012").order.state, OrderState::Open);
    EXPECT_EQ(m_station->snapshot().stage, Stage::Idle) << "set aside";
    static_cast<void>(m_station->printerIs(PrinterState::Ready));
    EXPECT_TRUE(m_jobs.isEmpty()) << "it does not come by itself any more";
}

TEST_F(StationTest, AfterACancelledLabelTheNextCopyHasTheSameNumberAndItsOwnMark) {
    signOn();
    packSocks();
    printerTakes(SendReport::End::NothingSent, PrinterState::Unplugged);
    scan(QStringLiteral("PBC-CANCEL"));
    EXPECT_EQ(outcome(QStringLiteral("2609210012")), QStringLiteral("opened"));
    ASSERT_EQ(m_jobs.size(), 1);
    printerTakes();
    const LabelCopy copy = copyOf(order("tmall-women", "2609210012"));
    EXPECT_EQ(copy.copyNo, 2);
    EXPECT_EQ(copy.waybill, kFirstZto);
    const QByteArray key = m_station->settings().markKey;
    EXPECT_EQ(outcome(kFirstZto + copyMarkTail(kFirstZto, copy.parcelId, 1, key)),
              QStringLiteral("old-copy"));
    bool isMarked = false;
    for (const ReadCode& code : readCodes(QImage::fromData(copy.png)))
        isMarked |= code.text == kFirstZto + copyMarkTail(kFirstZto, copy.parcelId, 2, key);
    EXPECT_TRUE(isMarked);
}

TEST_F(StationTest, ALabelAtTheQueueIsCancelledOnceTheQueueSaysThatNothingWasSent) {
    signOn();
    packSocks();
    const qint64 copyId = m_jobs.first().copyId;
    EXPECT_EQ(outcome(QStringLiteral("PBC-CANCEL")), QStringLiteral("label-cancelling"));
    EXPECT_EQ(m_cancelled, QList<qint64>{copyId});
    EXPECT_EQ(m_ledger->labels().copy(copyId)->state, CopyState::Sending) << "not known yet";
    EXPECT_EQ(outcomes(printerTakes(SendReport::End::NothingSent, PrinterState::Unknown)),
              QStringList{QStringLiteral("label-cancelled")});
    EXPECT_EQ(m_ledger->labels().copy(copyId)->state, CopyState::Void);
    EXPECT_EQ(m_station->snapshot().stage, Stage::Idle);
}

TEST_F(StationTest, ALabelPartlySentWhenItIsCancelledIsInDoubt) {
    signOn();
    packSocks();
    scan(QStringLiteral("PBC-CANCEL"));
    EXPECT_EQ(outcomes(printerTakes(SendReport::End::Uncertain, PrinterState::Unknown)),
              QStringList{QStringLiteral("label-in-doubt")});
    EXPECT_EQ(copyOf(order("tmall-women", "2609210012")).state, CopyState::Uncertain);
    EXPECT_EQ(outcome(QStringLiteral("PBC-CANCEL")), QStringLiteral("label-in-doubt"));
    EXPECT_EQ(copyOf(order("tmall-women", "2609210012")).state, CopyState::Uncertain);
    EXPECT_EQ(outcome(QStringLiteral("PBC-NONE")), QStringLiteral("nothing-came"));
    EXPECT_EQ(outcomes(printerTakes(SendReport::End::NothingSent, PrinterState::Unplugged)),
              QStringList{QStringLiteral("printer-gone")})
        << "the next copy was not asked to be given up";
}

TEST_F(StationTest, ALabelThatThePrinterHasIsNotCancelled) {
    signOn();
    packSocks();
    printerTakes(SendReport::End::Accepted, PrinterState::PaperOut);
    EXPECT_EQ(outcome(QStringLiteral("PBC-CANCEL")), QStringLiteral("label-sent"));
    EXPECT_EQ(m_station->snapshot().verdict, Verdict::Wait);
    static_cast<void>(m_station->printerIs(PrinterState::Ready));
    EXPECT_EQ(outcome(QStringLiteral("PBC-CANCEL")), QStringLiteral("label-sent"));
    EXPECT_EQ(copyOf(order("tmall-women", "2609210012")).state, CopyState::Printed);
    EXPECT_EQ(outcome(kFirstZto), QStringLiteral("dispatched"));
    EXPECT_EQ(outcome(QStringLiteral("PBC-CANCEL")), QStringLiteral("nothing-to-do"));
}

TEST_F(StationTest, ACancelledSecondCopyLeavesNumberAndOrderAsTheFirstOneMadeThem) {
    signOn();
    packSocks();
    printerTakes();
    scan(QStringLiteral("PBC-AGAIN"));
    scan(QStringLiteral("PBR-torn"));
    printerTakes(SendReport::End::NothingSent, PrinterState::Unplugged);
    EXPECT_EQ(outcome(QStringLiteral("PBC-CANCEL")), QStringLiteral("label-cancelled"));
    EXPECT_EQ(order("tmall-women", "2609210012").order.state, OrderState::Packed)
        << "its first label may lie on the bench";
    m_ledger->settings().set(QStringLiteral("courier.default"), QStringLiteral("yto"));
    restart();
    signOn();
    scan(QStringLiteral("2609210012"));
    EXPECT_EQ(copyOf(order("tmall-women", "2609210012")).waybill, kFirstZto);
    EXPECT_EQ(copyOf(order("tmall-women", "2609210012")).copyNo, 3);
}

TEST_F(StationTest, ACardSaysTheLanguageOfAPrinterNobodyIsSureOf) {
    signOn();
    EXPECT_EQ(outcome(QStringLiteral("PBC-TSPL")), QStringLiteral("nothing-to-do"))
        << "this one's language is known";
    PrinterDescription unknown = m_station->printer();
    unknown.id = QStringLiteral("usb:1d5a:0401:NB 1=A%");
    unknown.model = QStringLiteral("Northbeam NB-4");
    unknown.languageKnown = false;
    unknown.asksLanguage = true;
    (void)m_station->usePrinter(unknown);
    EXPECT_EQ(outcome(QStringLiteral("PBC-TSPL")), QStringLiteral("language-said"));
    EXPECT_EQ(words(m_station->snapshot().notice, Language::English),
              QStringLiteral("Northbeam NB-4 is spoken to in TSPL from now on"));
    EXPECT_EQ(loadSettings(m_ledger->settings()).printerLanguages.value(unknown.id),
              PrinterLanguage::Tspl);
    EXPECT_EQ(outcome(QStringLiteral("PBC-EPL2")), QStringLiteral("language-said"))
        << "a wrong word can be mended";
    const auto kept = loadSettings(m_ledger->settings()).printerLanguages;
    EXPECT_EQ(kept.size(), 1);
    EXPECT_EQ(kept.value(unknown.id), PrinterLanguage::Epl2);
}

TEST_F(StationTest, ALabelRefusedForItsLanguageGoesOnceThatIsSaid) {
    PrinterDescription printer = m_station->printer();
    printer.languageKnown = false;
    printer.asksLanguage = true;
    (void)m_station->usePrinter(printer);
    signOn();
    packSocks();
    SendReport refused;
    refused.refusal = QStringLiteral("unknown-language");
    refused.figures = {QStringLiteral("NB-4")};
    EXPECT_EQ(outcomes(m_station->printed(m_jobs.takeFirst().copyId, refused)),
              QStringList{QStringLiteral("label-unknown-language")});
    EXPECT_EQ(copyOf(order("tmall-women", "2609210012")).state, CopyState::FailedClean);
    scan(QStringLiteral("PBC-OK"));
    printer.languageKnown = true;
    printer.language = PrinterLanguage::Tspl;
    printer.state = PrinterState::Unknown;
    (void)m_station->usePrinter(printer);
    static_cast<void>(m_station->printerIs(PrinterState::Ready));
    ASSERT_EQ(m_jobs.size(), 1);
    EXPECT_TRUE(m_jobs.first().bytes.startsWith("SIZE")) << "drawn anew in the right language";
    EXPECT_EQ(copyOf(order("tmall-women", "2609210012")).language, QStringLiteral("tspl"));
}

TEST_F(StationTest, TheLabelsPageCancelsOneWhoseOrderIsSetAsideAndNotesWho) {
    signOn();
    packSocks();
    const qint64 copyId = m_jobs.first().copyId;
    scan(QStringLiteral("PBC-ASIDE"));
    printerTakes(SendReport::End::NothingSent, PrinterState::Unplugged);
    EXPECT_EQ(m_station->cancelLabel(copyId).first().outcome, QStringLiteral("label-cancelled"));
    EXPECT_EQ(m_ledger->labels().copy(copyId)->state, CopyState::Void);
    const ScanRecord noted = m_ledger->scans().newest(1).first();
    EXPECT_EQ(noted.scan.text, QStringLiteral("PBC-CANCEL"));
    EXPECT_EQ(noted.scan.badge, QStringLiteral("0417"));
    EXPECT_EQ(noted.outcome, QStringLiteral("label-cancelled"));
    EXPECT_EQ(noted.orderId, order("tmall-women", "2609210012").id);
    EXPECT_EQ(m_station->cancelLabel(copyId).first().outcome, QStringLiteral("nothing-to-do"));
}

} // namespace packbench
