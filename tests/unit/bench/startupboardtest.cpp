#include "bench/startupboard.h"

#include "bench/benchthread.h"
#include "stationfixture.h"

#include <QSignalSpy>

namespace packbench {

class StartUp : public StationTest {
protected:
    OrderRecord socks() { return order("tmall-women", "2609210012"); }
    /// Killed while two labels were on their way.
    void crashWithTwo() {
        signOn();
        packSocks();
        scan(QStringLiteral("PBC-ASIDE"));
        scan(QStringLiteral("2609210003"));
        scan(QStringLiteral("6901234500424"));
        scan(QStringLiteral("PBC-CONFIRM"));
        ASSERT_EQ(m_jobs.size(), 2);
        m_jobs.clear();
        restart();
    }
    StartUpBoard board() { return startUpBoard(*m_ledger, m_station->stoppedAt()); }
};

TEST_F(StartUp, LabelsInDoubtComeFirstTheOldestOnTop) {
    crashWithTwo();
    ASSERT_EQ(board().uncertain.size(), 2);
    EXPECT_EQ(board().uncertainAll, 2);
    EXPECT_EQ(board().uncertain.first().key.number, QStringLiteral("2609210012"));
    EXPECT_EQ(board().uncertain.last().key.number, QStringLiteral("2609210003"));
    EXPECT_EQ(board().stoppedAt, m_clock.now());
}

TEST_F(StartUp, TheCardAnswersTheQuestionOfTheOldestAndPrintsNothing) {
    crashWithTwo();
    signOn();
    const StationReply reply = scan(QStringLiteral("PBC-NONE"));
    EXPECT_EQ(reply.outcome, QStringLiteral("label-not-there"));
    EXPECT_EQ(reply.order->number, QStringLiteral("2609210012"));
    EXPECT_TRUE(m_jobs.isEmpty());
    EXPECT_EQ(board().uncertain.size(), 1);
    EXPECT_EQ(copyOf(socks()).id, 0) << "no copy is valid";
    EXPECT_EQ(outcome(QStringLiteral("PBC-NONE")), QStringLiteral("label-not-there"));
    EXPECT_EQ(outcome(QStringLiteral("PBC-NONE")), QStringLiteral("nothing-to-do"));
    EXPECT_TRUE(board().uncertain.isEmpty());
    EXPECT_EQ(board().toFinish.size(), 2);
}

TEST_F(StartUp, AfterNotThereTheOrderPrintsItsNextCopyOnceItIsOpened) {
    crashWithTwo();
    signOn();
    scan(QStringLiteral("PBC-NONE"));
    EXPECT_EQ(outcome(QStringLiteral("2609210012")), QStringLiteral("opened"));
    ASSERT_EQ(m_jobs.size(), 1);
    EXPECT_TRUE(m_jobs.first().flushes);
    EXPECT_EQ(copyOf(socks()).copyNo, 2);
    EXPECT_EQ(copyOf(socks()).reason, QStringLiteral("nothing-came"));
    printerTakes();
    EXPECT_EQ(outcome(mark()), QStringLiteral("dispatched"));
}

TEST_F(StartUp, AScannedLabelIsBoundToItsOwnOrderWhicheverIsAskedAbout) {
    crashWithTwo();
    signOn();
    const LabelCopy second = copyOf(order("tmall-women", "2609210003"));
    const StationReply reply = scan(second.mark);
    EXPECT_EQ(reply.outcome, QStringLiteral("dispatched"));
    EXPECT_EQ(reply.order->number, QStringLiteral("2609210003"));
    EXPECT_EQ(board().uncertain.size(), 1);
    EXPECT_EQ(board().uncertain.first().key.number, QStringLiteral("2609210012"));
}

TEST_F(StartUp, NobodyAnswersWithoutABadge) {
    crashWithTwo();
    EXPECT_EQ(m_station->notThere(copyOf(socks()).id).first().outcome,
              QStringLiteral("not-signed-on"));
    EXPECT_EQ(board().uncertain.size(), 2);
}

TEST_F(StartUp, ALedgerNobodyWorksWithTellsWhatAStartWouldFind) {
    signOn();
    packSocks();
    EXPECT_TRUE(board().uncertain.isEmpty()) << "it is on its way";
    EXPECT_EQ(unfinishedLabels(*m_ledger, 10).uncertain.size(), 1);
}

TEST_F(StartUp, TheBenchTellsTheScreensAtItsStartAndAfterEveryAnswer) {
    crashWithTwo();
    m_station.reset();
    m_ledger.reset();
    BenchThread::Setup setup;
    setup.ledger.path = m_folder.filePath(QStringLiteral("ledger.db"));
    setup.labelFolder = m_folder.filePath(QStringLiteral("labels"));
    setup.withUsb = false;
    BenchThread bench(setup);
    QSignalSpy told(&bench, &BenchPort::startUpMade);
    ASSERT_EQ(bench.start(), QString());
    bench.announce();
    ASSERT_TRUE(told.wait(20'000));
    const auto first = told.takeFirst().first().value<StartUpBoard>();
    EXPECT_EQ(first.uncertain.size(), 2);
    bench.scan(QStringLiteral("PBU-0417"), QStringLiteral("wedge"), 1);
    bench.labelNotThere(first.uncertain.first().copyId);
    while (told.isEmpty() || told.last().first().value<StartUpBoard>().uncertain.size() != 1)
        ASSERT_TRUE(told.wait(20'000));
    EXPECT_EQ(told.last().first().value<StartUpBoard>().toFinish.size(), 1);
}

} // namespace packbench
