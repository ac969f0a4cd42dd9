// How it is known that a label came out, strongest first: scanned back, counted, idle, accepted.
#include "stationfixture.h"

#include "bench/desk.h"
#include "bench/sampleshop.h"

#include <QCoreApplication>

namespace packbench {

class Evidence : public StationTest {
protected:
    LabelEvidence evidence() { return copyOf(order("tmall-women", "2609210012")).evidence; }
    /// Another order's label, printed.
    void packShirt() {
        scan(QStringLiteral("2609210003"));
        scan(QStringLiteral("6901234500424"));
        scan(QStringLiteral("PBC-CONFIRM"));
        printerTakes(SendReport::End::Accepted, PrinterState::Printing);
    }
    CopyState state() { return copyOf(order("tmall-women", "2609210012")).state; }
};

TEST_F(Evidence, RisesWithWhatThePrinterTellsAndTheScan) {
    static_cast<void>(printerCounts(40));
    signOn();
    packSocks();
    EXPECT_EQ(evidence(), LabelEvidence::None);
    printerTakes(SendReport::End::Accepted, PrinterState::Printing);
    EXPECT_EQ(evidence(), LabelEvidence::Bytes);
    EXPECT_EQ(m_station->snapshot().label->evidence, QStringLiteral("bytes"));
    EXPECT_TRUE(printerCounts(41).isEmpty());
    EXPECT_EQ(evidence(), LabelEvidence::Counter);
    EXPECT_EQ(state(), CopyState::Printed);
    EXPECT_EQ(m_station->snapshot().label->evidence, QStringLiteral("counter"));
    scan(mark());
    EXPECT_EQ(evidence(), LabelEvidence::ScanBack);
}

TEST_F(Evidence, OfAPrinterWithoutACounterIdleIsTheMost) {
    signOn();
    packSocks();
    printerTakes();
    EXPECT_EQ(evidence(), LabelEvidence::Idle);
    EXPECT_FALSE(copyOf(order("tmall-women", "2609210012")).cameOut);
}

TEST_F(Evidence, AReadyPrinterThatCountedNothingTwiceDidNotPrint) {
    static_cast<void>(printerCounts(40));
    signOn();
    packShirt();
    static_cast<void>(printerCounts(41));
    scan(QStringLiteral("PBC-ASIDE"));
    packSocks();
    printerTakes(SendReport::End::Accepted, PrinterState::Printing);
    EXPECT_TRUE(printerCounts(41).isEmpty()) << "it may be about to";
    EXPECT_EQ(outcomes(printerCounts(41)), QStringList{QStringLiteral("label-in-doubt")});
    EXPECT_EQ(state(), CopyState::Uncertain);
    EXPECT_TRUE(m_jobs.isEmpty());
}

TEST_F(Evidence, ACounterThatNeverMovedProvesNothing) {
    static_cast<void>(printerCounts(40));
    signOn();
    packSocks();
    printerTakes(SendReport::End::Accepted, PrinterState::Printing);
    static_cast<void>(printerCounts(40));
    EXPECT_TRUE(printerCounts(40).isEmpty());
    EXPECT_EQ(state(), CopyState::Sent);
    EXPECT_EQ(evidence(), LabelEvidence::Bytes);
}

TEST_F(Evidence, TwoLabelsUnderWayAreCountedTogether) {
    static_cast<void>(printerCounts(40));
    signOn();
    packSocks();
    printerTakes(SendReport::End::Accepted, PrinterState::Printing);
    scan(QStringLiteral("PBC-ASIDE"));
    packShirt();
    EXPECT_TRUE(printerCounts(42).isEmpty()) << "no alarm: two were sent";
    EXPECT_EQ(evidence(), LabelEvidence::Counter);
    EXPECT_EQ(copyOf(order("tmall-women", "2609210003")).evidence, LabelEvidence::Counter);
}

TEST_F(Evidence, ATestLabelInBetweenIsNobodys) {
    static_cast<void>(printerCounts(40));
    signOn();
    m_station->testPrinted(41);
    packSocks();
    printerTakes(SendReport::End::Accepted, PrinterState::Printing);
    EXPECT_TRUE(printerCounts(42).isEmpty());
    EXPECT_EQ(evidence(), LabelEvidence::Counter);
}

TEST_F(Evidence, AfterACrashTheCounterSaysWhatCameOutSince) {
    static_cast<void>(printerCounts(40));
    signOn();
    packSocks();
    m_jobs.clear();
    restart();
    static_cast<void>(printerCounts(41));
    EXPECT_EQ(state(), CopyState::Uncertain) << "a person decides";
    EXPECT_EQ(copyOf(order("tmall-women", "2609210012")).cameOut, 1);
    EXPECT_EQ(evidence(), LabelEvidence::Counter);
}

class WaitingInThePrinter : public Evidence {
protected:
    /// The socks' label waits for paper in the printer, and its order was set aside.
    void socksWaitForPaper() {
        signOn();
        packSocks();
        printerTakes(SendReport::End::Accepted, PrinterState::PaperOut);
        scan(QStringLiteral("PBC-ASIDE"));
        ASSERT_EQ(state(), CopyState::Sent);
    }
    /// PBC-NONE is answered, and the order prints its next copy once it is opened.
    void expectAskedFor() {
        EXPECT_EQ(state(), CopyState::Uncertain);
        EXPECT_TRUE(m_jobs.isEmpty()) << "nothing prints by itself";
        EXPECT_EQ(outcome(QStringLiteral("PBC-NONE")), QStringLiteral("label-not-there"));
        EXPECT_EQ(outcome(QStringLiteral("2609210012")), QStringLiteral("opened"));
        ASSERT_EQ(m_jobs.size(), 1);
        EXPECT_EQ(copyOf(order("tmall-women", "2609210012")).copyNo, 2);
    }
};

TEST_F(WaitingInThePrinter, IsPrintedOnceItIsReadyWhicheverOrderIsOpen) {
    socksWaitForPaper();
    const auto events = m_station->printerIs(PrinterState::Ready);
    ASSERT_EQ(outcomes(events), QStringList{QStringLiteral("label-printed")});
    EXPECT_EQ(events.first().order->number, QStringLiteral("2609210012"));
    EXPECT_EQ(state(), CopyState::Printed);
    EXPECT_EQ(evidence(), LabelEvidence::Idle);
    EXPECT_EQ(m_station->snapshot().stage, Stage::Idle) << "the screen stays where it is";
    EXPECT_TRUE(m_station->printerIs(PrinterState::Ready).isEmpty());
    EXPECT_EQ(outcome(mark()), QStringLiteral("dispatched"));
}

TEST_F(WaitingInThePrinter, IsNoticedWhenTheNextLabelWasQuickerThanTheLook) {
    socksWaitForPaper();
    scan(QStringLiteral("2609210003"));
    scan(QStringLiteral("6901234500424"));
    scan(QStringLiteral("PBC-CONFIRM"));
    printerTakes();
    EXPECT_EQ(outcomes(m_station->printerIs(PrinterState::Ready)),
              QStringList{QStringLiteral("label-printed")});
    EXPECT_EQ(state(), CopyState::Printed);
    EXPECT_EQ(m_station->snapshot().stage, Stage::ScanLabel) << "of the order that is open";
}

TEST_F(WaitingInThePrinter, IsInDoubtOnceItWasUnplugged) {
    socksWaitForPaper();
    const auto events = m_station->printerIs(PrinterState::Unplugged);
    ASSERT_EQ(outcomes(events), QStringList{QStringLiteral("label-in-doubt")});
    EXPECT_EQ(events.first().order->number, QStringLiteral("2609210012"));
    EXPECT_TRUE(m_station->printerIs(PrinterState::Ready).isEmpty());
    expectAskedFor();
    EXPECT_TRUE(m_jobs.value(0).flushes) << "so that it does not come late";
}

TEST_F(WaitingInThePrinter, IsInDoubtOnceThePrinterIsNoLongerListed) {
    socksWaitForPaper();
    PrinterDescription gone = m_station->printer();
    gone.state = PrinterState::Unplugged;
    EXPECT_EQ(outcomes(m_station->usePrinter(gone)), QStringList{QStringLiteral("label-in-doubt")});
    gone.state = PrinterState::Ready;
    EXPECT_TRUE(m_station->usePrinter(gone).isEmpty());
    expectAskedFor();
}

TEST_F(WaitingInThePrinter, IsInDoubtOnceTheBenchHasAnotherOne) {
    socksWaitForPaper();
    PrinterDescription other = m_station->printer();
    other.id = QStringLiteral("spool:///labels");
    EXPECT_EQ(outcomes(m_station->usePrinter(other)), QStringList{QStringLiteral("label-in-doubt")})
        << "nobody looks at the first one any more";
    expectAskedFor();
}

TEST_F(WaitingInThePrinter, IsInDoubtAfterAStart) {
    socksWaitForPaper();
    restart();
    signOn();
    expectAskedFor();
}

/// The desk with its virtual printer, whose counter and faults are played by the machine.
class EvidenceAtTheDesk : public testing::TestWithParam<PrinterLanguage> {
protected:
    EvidenceAtTheDesk() : m_clock(sampleShiftStart()) {
        LedgerAddress address;
        address.path = m_folder.filePath(QStringLiteral("ledger.db"));
        m_ledger = Ledger::create(address);
        fillSampleShop(*m_ledger, m_clock.now());
        start();
    }
    void start() {
        m_desk.reset();
        m_desk = std::make_unique<Desk>(
            *m_ledger, m_clock,
            Desk::Setup{m_folder.filePath(QStringLiteral("labels")), false, GetParam()});
        m_desk->findPrinters();
        m_desk->pollPrinter();
        settle();
        scan(QStringLiteral("PBU-0417"));
    }
    void scan(const QString& text) {
        m_clock.advanceMonotonicMs(1000);
        m_desk->scan({text, {}, QStringLiteral("scanner"), 0});
        settle();
    }
    void settle() {
        while (m_desk->isBusy())
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents,
                                            50);
    }
    void packSocks() {
        scan(QStringLiteral("2609210012"));
        scan(QStringLiteral("6901234500868"));
    }
    LabelCopy copy() { return m_ledger->labels().newest(1).value(0); }
    QString order(const char* words) {
        return m_desk->virtualPrinter().order(QLatin1String(words));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Ledger> m_ledger;
    SteeredClock m_clock;
    std::unique_ptr<Desk> m_desk;
};

class CountingDesk : public EvidenceAtTheDesk {};

TEST_P(CountingDesk, ALabelIsProvedByTheCounter) {
    packSocks();
    EXPECT_EQ(copy().state, CopyState::Printed);
    EXPECT_EQ(copy().evidence, LabelEvidence::Counter);
    EXPECT_EQ(copy().cameOut, 1);
}

TEST_P(CountingDesk, APrinterThatPrintsTwiceByItselfIsFoundOut) {
    ASSERT_EQ(order("twice"), QString());
    packSocks();
    EXPECT_EQ(m_desk->virtualPrinter().labelsOut(), 2);
    EXPECT_EQ(copy().cameOut, 2);
    EXPECT_EQ(m_desk->station().snapshot().notice.code, NoticeCode::TwoCameOut);
    EXPECT_TRUE(m_desk->station().snapshot().refusal);
}

TEST_P(CountingDesk, ALostLabelIsInDoubtOnceThePrinterWasReadyTwice) {
    packSocks();
    scan(QStringLiteral("PBC-ASIDE"));
    ASSERT_EQ(order("lose"), QString());
    scan(QStringLiteral("2609210003"));
    scan(QStringLiteral("6901234500424"));
    scan(QStringLiteral("PBC-CONFIRM"));
    m_desk->pollPrinter();
    settle();
    m_desk->pollPrinter();
    settle();
    EXPECT_EQ(m_desk->virtualPrinter().labelsOut(), 1);
    EXPECT_EQ(copy().state, CopyState::Uncertain);
}

INSTANTIATE_TEST_SUITE_P(Zpl, CountingDesk, testing::Values(PrinterLanguage::Zpl));

class FlushingDesk : public EvidenceAtTheDesk {};

TEST_P(FlushingDesk, NothingOfALabelInDoubtComesOutLate) {
    ASSERT_EQ(order("paper-out"), QString());
    packSocks();
    ASSERT_EQ(m_desk->virtualPrinter().labelsWaiting(), 1);
    m_desk->notThere(copy().id);
    scan(QStringLiteral("2609210012"));
    EXPECT_EQ(m_desk->virtualPrinter().labelsWaiting(), 1) << "only the second copy waits";
    m_desk->virtualPrinter().setReady();
    m_desk->pollPrinter();
    settle();
    EXPECT_EQ(m_desk->virtualPrinter().labelsOut(), 1);
    EXPECT_EQ(copy().copyNo, 2);
}

TEST_P(FlushingDesk, ALabelThatWaitsForPaperIsCancelledOutOfThePrinter) {
    ASSERT_EQ(order("paper-out"), QString());
    packSocks();
    ASSERT_EQ(copy().state, CopyState::Sent);
    scan(QStringLiteral("PBC-CANCEL"));
    EXPECT_EQ(copy().state, CopyState::Void);
    EXPECT_EQ(copy().cause, QStringLiteral("dropped"));
    m_desk->virtualPrinter().setReady();
    EXPECT_EQ(m_desk->virtualPrinter().labelsOut(), 0);
}

INSTANTIATE_TEST_SUITE_P(WholeLabels, FlushingDesk,
                         testing::Values(PrinterLanguage::Zpl, PrinterLanguage::Tspl));

} // namespace packbench
