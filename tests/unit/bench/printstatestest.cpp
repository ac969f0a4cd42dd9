// The crash points C2 to C11 of the print protocol, each at the real station on a real ledger.
#include "stationfixture.h"

#include "bench/startupboard.h"

#include <QFile>
#include <sqlite3.h>

namespace packbench {

namespace {

const QString kNumber = QStringLiteral("758320014601");

/// Past all our code: what a scan writes is refused at its end.
class CutTransaction {
public:
    explicit CutTransaction(const QString& ledger) {
        EXPECT_EQ(sqlite3_open(QFile::encodeName(ledger).constData(), &m_sqlite), SQLITE_OK);
        run("CREATE TRIGGER cut BEFORE INSERT ON dispatch BEGIN SELECT RAISE(ABORT, 'cut'); END");
    }
    ~CutTransaction() {
        run("DROP TRIGGER cut");
        sqlite3_close(m_sqlite);
    }
    CutTransaction(const CutTransaction&) = delete;
    CutTransaction& operator=(const CutTransaction&) = delete;

private:
    void run(const char* sql) {
        EXPECT_EQ(sqlite3_exec(m_sqlite, sql, nullptr, nullptr, nullptr), SQLITE_OK)
            << sqlite3_errmsg(m_sqlite);
    }
    sqlite3* m_sqlite = nullptr;
};

} // namespace

class PrintStates : public StationTest {
protected:
    OrderRecord socks() { return order("tmall-women", "2609210012"); }
    CopyState state() { return copyOf(socks()).state; }
    WaybillState number() { return m_ledger->waybills().find(kNumber)->state; }
    /// Killed and started again; what was at the printer is forgotten.
    void crash() {
        m_jobs.clear();
        restart();
        signOn();
    }
    StartUpBoard board() { return startUpBoard(*m_ledger, m_station->stoppedAt()); }
    /// The label was printed and looked for, nobody found it: copy 2 is at the printer.
    void printSecondCopy() {
        signOn();
        packSocks();
        printerTakes(SendReport::End::Uncertain, PrinterState::Unplugged);
        ASSERT_EQ(outcome(QStringLiteral("PBC-NONE")), QStringLiteral("nothing-came"));
        ASSERT_EQ(m_jobs.size(), 1);
    }
};

TEST_F(PrintStates, C2PreparedButNotSentIsSentOnlyWhenSomebodyOpensItsOrder) {
    PrinterDescription away;
    away.id = QStringLiteral("virtual");
    away.state = PrinterState::Unplugged;
    away.languageKnown = false;
    static_cast<void>(m_station->usePrinter(away));
    signOn();
    scan(QStringLiteral("2609210012"));
    scan(QStringLiteral("6901234500868"));
    ASSERT_EQ(state(), CopyState::Prepared);
    crash();
    EXPECT_TRUE(m_jobs.isEmpty()) << "nothing prints by itself after a start";
    EXPECT_EQ(state(), CopyState::Prepared);
    EXPECT_TRUE(board().uncertain.isEmpty());
    ASSERT_EQ(board().toFinish.size(), 1);
    EXPECT_EQ(board().toFinish.first().key.number, QStringLiteral("2609210012"));
    scan(QStringLiteral("2609210012"));
    ASSERT_EQ(m_jobs.size(), 1);
    EXPECT_EQ(copyOf(socks()).copyNo, 1) << "the same copy, nothing of it had left";
}

TEST_F(PrintStates, C3SendingWithoutAByteIsInDoubtAfterTheStart) {
    signOn();
    packSocks();
    crash();
    EXPECT_EQ(state(), CopyState::Uncertain);
    EXPECT_TRUE(m_jobs.isEmpty());
    ASSERT_EQ(board().uncertain.size(), 1);
    const StartUpRow row = board().uncertain.first();
    EXPECT_EQ(row.key.number, QStringLiteral("2609210012"));
    EXPECT_EQ(row.waybill, kNumber);
    EXPECT_EQ(row.printer, QStringLiteral("virtual"));
    EXPECT_EQ(row.operatorName, QStringLiteral("打包员 0417"));
    EXPECT_EQ(row.evidence, QStringLiteral("none"));
    EXPECT_GT(row.bytesAll, 1000);
    EXPECT_FALSE(row.png.isEmpty());
    EXPECT_TRUE(board().stoppedAt);
}

TEST_F(PrintStates, C4ACutTransferAsksAndFlushesThePrinterBeforeTheNextLabel) {
    signOn();
    packSocks();
    const qint64 size = m_jobs.first().bytes.size();
    EXPECT_FALSE(m_jobs.first().flushes);
    printerTakes(SendReport::End::Uncertain, PrinterState::Unplugged);
    EXPECT_EQ(state(), CopyState::Uncertain);
    EXPECT_TRUE(m_jobs.isEmpty());
    scan(QStringLiteral("PBC-NONE"));
    ASSERT_EQ(m_jobs.size(), 1);
    EXPECT_EQ(m_jobs.first().flushes, size) << "so that no late label comes out";
    EXPECT_EQ(copyOf(socks()).waybill, kNumber);
    EXPECT_EQ(copyOf(socks()).copyNo, 2);
}

TEST_F(PrintStates, C4ThePrinterIsFlushedAfterAStartToo) {
    signOn();
    packSocks();
    crash();
    scan(QStringLiteral("2609210003"));
    scan(QStringLiteral("6901234500424"));
    scan(QStringLiteral("PBC-CONFIRM"));
    ASSERT_EQ(m_jobs.size(), 1);
    EXPECT_TRUE(m_jobs.first().flushes) << "another order's label comes first";
    printerTakes();
    scan(QStringLiteral("PBC-ASIDE"));
    scan(QStringLiteral("PBC-NONE"));
    scan(QStringLiteral("2609210012"));
    ASSERT_EQ(m_jobs.size(), 1);
}

TEST_F(PrintStates, C5AllBytesOutButNotWrittenDownIsClosedByItsScan) {
    signOn();
    packSocks();
    const QString scanned = mark();
    crash();
    ASSERT_EQ(state(), CopyState::Uncertain);
    EXPECT_EQ(outcome(scanned), QStringLiteral("dispatched"));
    EXPECT_EQ(number(), WaybillState::Dispatched);
    EXPECT_EQ(copyOf(socks()).evidence, LabelEvidence::ScanBack);
    EXPECT_TRUE(board().uncertain.isEmpty());
    EXPECT_TRUE(board().toFinish.isEmpty());
}

TEST_F(PrintStates, C6ABlockedLabelWaitsAndIsNotSentTwice) {
    signOn();
    packSocks();
    printerTakes(SendReport::End::Accepted, PrinterState::PaperOut);
    EXPECT_EQ(state(), CopyState::Sent);
    EXPECT_EQ(copyOf(socks()).cause, QStringLiteral("paper-out"));
    EXPECT_EQ(copyOf(socks()).evidence, LabelEvidence::Bytes);
    EXPECT_EQ(outcome(QStringLiteral("PBC-NONE")), QStringLiteral("printer-waits"));
    EXPECT_TRUE(m_jobs.isEmpty());
    static_cast<void>(m_station->printerIs(PrinterState::Ready));
    EXPECT_EQ(state(), CopyState::Printed);
    EXPECT_EQ(copyOf(socks()).evidence, LabelEvidence::Idle);
}

TEST_F(PrintStates, C6AFlushForAnotherLabelPutsTheWaitingOneInDoubt) {
    signOn();
    packSocks();
    printerTakes(SendReport::End::Accepted, PrinterState::PaperOut);
    scan(QStringLiteral("PBC-ASIDE"));
    scan(QStringLiteral("2609210003"));
    scan(QStringLiteral("6901234500424"));
    scan(QStringLiteral("PBC-CONFIRM"));
    printerTakes(SendReport::End::Uncertain);
    scan(QStringLiteral("PBC-NONE"));
    EXPECT_TRUE(m_jobs.first().flushes);
    EXPECT_EQ(state(), CopyState::Uncertain)
        << "it went out of the printer's memory with the flush";
}

TEST_F(PrintStates, C6ACancelThatFlushesPutsTheWaitingOneInDoubt) {
    m_canFlush = true;
    restart();
    signOn();
    packSocks();
    printerTakes(SendReport::End::Accepted, PrinterState::PaperOut);
    scan(QStringLiteral("PBC-ASIDE"));
    scan(QStringLiteral("2609210003"));
    scan(QStringLiteral("6901234500424"));
    scan(QStringLiteral("PBC-CONFIRM"));
    printerTakes(SendReport::End::Accepted, PrinterState::PaperOut);
    const qint64 other = copyOf(order("tmall-women", "2609210003")).id;
    EXPECT_EQ(outcome(QStringLiteral("PBC-CANCEL")), QStringLiteral("label-cancelling"));
    static_cast<void>(m_station->flushed(other, true));
    EXPECT_EQ(m_ledger->labels().copy(other)->state, CopyState::Void);
    EXPECT_EQ(state(), CopyState::Uncertain)
        << "it went out of the printer's memory with the flush";
    scan(QStringLiteral("2609210012"));
    EXPECT_EQ(outcome(QStringLiteral("PBC-NONE")), QStringLiteral("nothing-came"));
}

TEST_F(PrintStates, C6OnCancelThePrinterIsFlushedAndOnlyThenTheCopyIsVoid) {
    m_canFlush = true;
    restart();
    signOn();
    packSocks();
    printerTakes(SendReport::End::Accepted, PrinterState::PaperOut);
    EXPECT_EQ(outcome(QStringLiteral("PBC-CANCEL")), QStringLiteral("label-cancelling"));
    const qint64 copy = copyOf(socks()).id;
    EXPECT_EQ(m_flushed, QList<qint64>{copy});
    EXPECT_EQ(state(), CopyState::Sent);
    EXPECT_EQ(outcomes(m_station->flushed(copy, false)), QStringList{QStringLiteral("label-sent")});
    EXPECT_EQ(state(), CopyState::Sent);
    scan(QStringLiteral("PBC-CANCEL"));
    EXPECT_EQ(outcomes(m_station->flushed(copy, true)),
              QStringList{QStringLiteral("label-dropped")});
    EXPECT_EQ(m_ledger->labels().copy(copy)->state, CopyState::Void);
    EXPECT_TRUE(m_station->flushed(copy, true).isEmpty()) << "told twice";
    EXPECT_EQ(m_station->snapshot().stage, Stage::Idle);
    EXPECT_EQ(number(), WaybillState::Reserved);
}

TEST_F(PrintStates, C7PrintedBeforeACrashIsListedAndItsScanCloses) {
    signOn();
    packSocks();
    printerTakes();
    const QString scanned = mark();
    crash();
    EXPECT_EQ(state(), CopyState::Printed);
    EXPECT_TRUE(board().uncertain.isEmpty());
    ASSERT_EQ(board().toFinish.size(), 1);
    EXPECT_EQ(board().toFinish.first().evidence, QStringLiteral("idle"));
    EXPECT_EQ(outcome(scanned), QStringLiteral("dispatched"));
}

TEST_F(PrintStates, C7PrintedButLostIsSaidToBeNotThereAndPrintsNothing) {
    signOn();
    packSocks();
    printerTakes();
    const qint64 copy = copyOf(socks()).id;
    const QString lost = mark();
    crash();
    EXPECT_EQ(outcomes(m_station->notThere(copy)), QStringList{QStringLiteral("label-not-there")});
    EXPECT_EQ(m_ledger->labels().copy(copy)->state, CopyState::Void);
    EXPECT_TRUE(m_jobs.isEmpty());
    ASSERT_EQ(board().toFinish.size(), 1);
    EXPECT_EQ(board().toFinish.first().state, QStringLiteral("not-there"));
    EXPECT_EQ(number(), WaybillState::Reserved) << "the number stays the parcel's";
    signOn();
    EXPECT_EQ(outcome(lost), QStringLiteral("void-copy")) << "found after all: it is destroyed";
    EXPECT_TRUE(m_jobs.isEmpty()) << "and nothing is printed unasked";
}

TEST_F(PrintStates, C8ACutScanBackLeavesNothingHalfAndIsScannedAgain) {
    signOn();
    packSocks();
    printerTakes();
    const QString scanned = mark();
    {
        const CutTransaction cut(m_folder.filePath(QStringLiteral("ledger.db")));
        EXPECT_EQ(outcome(scanned), QStringLiteral("changed-elsewhere"));
    }
    EXPECT_EQ(state(), CopyState::Printed);
    EXPECT_EQ(number(), WaybillState::Reserved);
    EXPECT_EQ(socks().order.state, OrderState::Packed);
    scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(outcome(scanned), QStringLiteral("dispatched"));
    EXPECT_EQ(outcome(scanned), QStringLiteral("dispatched")) << "again: no second record";
    EXPECT_EQ(m_ledger->dispatches().list().size(), 1);
}

TEST_F(PrintStates, C9ALateFirstCopyIsRefusedAtTheBench) {
    printSecondCopy();
    const QString first = m_ledger->labels().ofOrder(socks().id).first().mark;
    printerTakes();
    EXPECT_EQ(outcome(first), QStringLiteral("old-copy"));
    EXPECT_EQ(m_station->snapshot().verdict, Verdict::Stop);
    scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(outcome(kNumber), QStringLiteral("scan-square-code"))
        << "the number alone does not tell the two apart";
    EXPECT_EQ(outcome(mark()), QStringLiteral("dispatched"));
}

TEST_F(PrintStates, C9ALateFirstCopyIsRefusedAtTheGate) {
    useGate();
    printSecondCopy();
    const QString first = m_ledger->labels().ofOrder(socks().id).first().mark;
    printerTakes();
    ASSERT_EQ(outcome(mark()), QStringLiteral("label-bound"));
    EXPECT_EQ(outcome(first), QStringLiteral("old-copy"));
    scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(outcome(kNumber), QStringLiteral("scan-square-code"));
    EXPECT_TRUE(m_ledger->dispatches().list().isEmpty());
    EXPECT_EQ(outcome(mark()), QStringLiteral("label-bound")) << "it leaves by the gate";
}

TEST_F(PrintStates, C9WhereNoSquareCodeIsReadTheOldLabelIsDestroyedFirst) {
    m_ledger->settings().set(QStringLiteral("label.mark"), QStringLiteral("number"));
    restart();
    printSecondCopy();
    printerTakes();
    EXPECT_EQ(outcome(kNumber), QStringLiteral("destroy-old-label"));
    EXPECT_EQ(m_station->snapshot().verdict, Verdict::Look);
    EXPECT_EQ(outcome(kNumber), QStringLiteral("dispatched")) << "scanned again, as asked";
}

TEST_F(PrintStates, C10TwoCountedForOneSentStopsTheBench) {
    static_cast<void>(printerCounts(700));
    signOn();
    packSocks();
    printerTakes(SendReport::End::Accepted, PrinterState::Printing);
    const auto events = printerCounts(702);
    ASSERT_FALSE(events.isEmpty());
    EXPECT_EQ(events.last().outcome, QStringLiteral("two-came-out"));
    EXPECT_EQ(m_station->snapshot().verdict, Verdict::Stop);
    EXPECT_TRUE(m_station->snapshot().refusal);
    EXPECT_EQ(copyOf(socks()).cameOut, 2);
    EXPECT_NE(copyOf(socks()).evidence, LabelEvidence::Counter) << "it is no proof of one label";
    EXPECT_EQ(outcome(mark()), QStringLiteral("scan-held")) << "nobody has seen it yet";
    EXPECT_TRUE(m_station->snapshot().refusal);
    EXPECT_TRUE(m_ledger->dispatches().list().isEmpty());
    scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(m_ledger->dispatches().list().size(), 1) << "what was held is done then";
}

TEST_F(PrintStates, C11ADamagedBoundLabelIsPrintedAgainByASupervisorOnly) {
    useGate();
    signOn();
    packSocks();
    printerTakes();
    const QString first = mark();
    ASSERT_EQ(outcome(first), QStringLiteral("label-bound"));
    const qint64 bound = copyOf(socks()).id;
    EXPECT_EQ(m_station->printAgain(bound, QStringLiteral("damaged")).first().outcome,
              QStringLiteral("not-allowed"));
    EXPECT_EQ(number(), WaybillState::Bound);
    signOnSupervisor();
    EXPECT_EQ(m_station->printAgain(bound, {}).first().outcome, QStringLiteral("reason-missing"));
    EXPECT_EQ(m_station->printAgain(bound, QStringLiteral("damaged")).first().outcome,
              QStringLiteral("print-again"));
    EXPECT_EQ(number(), WaybillState::Reserved);
    EXPECT_EQ(m_ledger->labels().copy(bound)->state, CopyState::Void);
    EXPECT_EQ(copyOf(socks()).copyNo, 2);
    EXPECT_EQ(copyOf(socks()).reason, QStringLiteral("damaged"));
    EXPECT_EQ(copyOf(socks()).badge, QStringLiteral("0001"));
    printerTakes();
    EXPECT_EQ(outcome(first), QStringLiteral("old-copy"));
    scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(outcome(mark()), QStringLiteral("label-bound"));
    EXPECT_EQ(number(), WaybillState::Bound);
}

} // namespace packbench
