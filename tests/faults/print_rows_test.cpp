// Faults in the middle of a print: the program dies, the disk fails, the answer of a COMMIT is
// lost.
#include "rowtest.h"

namespace packbench::faults {
namespace {

const QString kAny = QStringLiteral("*");
constexpr int kPoints = 90; ///< fault points that packing the socks comes by, about
constexpr int kWrites = 60; ///< … writes to the ledger

using Print = RowTest;

TEST_F(Print, Row01_KilledAtEveryWriteAndFlush) {
    if (const QString why = whyNoStrace(); !why.isEmpty())
        GTEST_SKIP() << why.toStdString();
    for (const char* call : {"pwrite64", "fdatasync"})
        raise(kWrites, 4, [&](int n) {
            return packAndJudge(
                strace(QLatin1String(call), QStringLiteral("signal=KILL:when=%1").arg(n)));
        });
}

TEST_F(Print, Row02_KilledAtEveryPoint) {
    raise(kPoints, 20,
          [&](int n) { return packAndJudge(faultAt(kAny, n, QStringLiteral("kill"))); });
}

TEST_F(Print, Row02_ThrownAtEveryPoint) {
    raise(kPoints, 8,
          [&](int n) { return packAndJudge(faultAt(kAny, n, QStringLiteral("throw"))); });
}

/// The label is with the printer and the program dies before it hears so.
TEST_F(Print, Row02_KilledBetweenTheLastByteAndTheReport) {
    for (const char* point : {"printer.chunk.after", "queue.sent", "label.reported"})
        raise(4, 4, [&](int n) {
            return packAndJudge(faultAt(QLatin1String(point), n, QStringLiteral("kill")));
        });
}

TEST_F(Print, Row03_KilledInTheRecovery) {
    raise(kPoints, 5, [&](int first) {
        bool isDown = false;
        raise(kPoints, 4, [&](int second) {
            const World world;
            {
                Bench bench(world, faultAt(kAny, first, QStringLiteral("kill")));
                isDown = !pack(world, bench, socks());
            }
            bool isDownAgain = false;
            {
                Bench bench(world, faultAt(kAny, second, QStringLiteral("kill")));
                isDownAgain = !pack(world, bench, socks());
            }
            EXPECT_TRUE(packWhateverHappened(world, socks()));
            EXPECT_EQ(world.judged().toStdString(), "");
            return isDownAgain;
        });
        return isDown;
    });
}

TEST_F(Print, Row04_TheAnswerOfACommitIsLost) {
    raise(20, 10, [&](int n) {
        return packAndJudge(
            faultAt(QStringLiteral("ledger.commit.answer"), n, QStringLiteral("error")));
    });
}

TEST_F(Print, Row04_TheFlushOfACommitFails) {
    if (const QString why = whyNoStrace(); !why.isEmpty())
        GTEST_SKIP() << why.toStdString();
    raise(20, 4, [&](int n) {
        return packAndJudge(
            strace(QStringLiteral("fdatasync"), QStringLiteral("error=EIO:when=%1").arg(n)));
    });
}

TEST_F(Print, Row05_TheDiskIsFullFromTheNthWriteOn) {
    if (const QString why = whyNoStrace(); !why.isEmpty())
        GTEST_SKIP() << why.toStdString();
    raise(kWrites, 6, [&](int n) {
        const World world;
        bool isDown = false;
        {
            Bench bench(world, strace(QStringLiteral("pwrite64"),
                                      QStringLiteral("error=ENOSPC:when=%1+").arg(n)));
            const bool left = pack(world, bench, socks());
            bench.end();
            isDown = !left || bench.exitCode() != 0;
            if (isDown) {
                EXPECT_FALSE(bench.lastWords().isEmpty()) << "it ended without a word";
            }
        }
        EXPECT_TRUE(packWhateverHappened(world, socks()));
        EXPECT_EQ(world.judged().toStdString(), "");
        return isDown;
    });
}

/// Where no COMMIT can succeed any more, a bench looks for half a minute whether the step was
/// stored, and gives up with a sentence: four such runs are two minutes, and none of them hangs.
TEST_F(Print, Row09_EveryNowAndThenAWriteFails) {
    if (const QString why = whyNoStrace(); !why.isEmpty())
        GTEST_SKIP() << why.toStdString();
    std::srand(seed());
    for (int run = 0; run < (isWhole() ? 200 : 4); ++run) {
        const int first = 1 + std::rand() % kWrites;
        const int every = 2 + std::rand() % 30;
        SCOPED_TRACE("from " + std::to_string(first) + " every " + std::to_string(every));
        ran();
        (void)packAndJudge(strace(QStringLiteral("pwrite64"),
                                  QStringLiteral("error=EIO:when=%1+%2").arg(first).arg(every)));
    }
}

/// I9: what the bench shows after a restart is what the ledger holds.
TEST_F(Print, Row02_TheScreenAfterARestartIsTheLedgers) {
    raise(kPoints, 8, [&](int n) {
        const World world;
        bool isDown = false;
        {
            Bench bench(world, faultAt(kAny, n, QStringLiteral("kill")));
            isDown = !pack(world, bench, socks());
        }
        if (!isDown)
            return false;
        QList<Bench::Reply> shown;
        {
            Bench bench(world);
            shown = bench.scan(socks().order);
        }
        const Ended told = world.packctl({QStringLiteral("order"), QStringLiteral("show"),
                                          socks().order, QStringLiteral("--json")});
        EXPECT_EQ(told.exitCode, 0) << told.err.constData();
        const bool isCounted = told.out.contains("\"done\": 1");
        const bool hasLeft = told.out.contains("\"dispatched\"");
        EXPECT_FALSE(shown.isEmpty());
        if (shown.isEmpty())
            return true;
        EXPECT_EQ(hasLeft, shown.first().outcome == u"already-packed") << told.out.constData();
        if (!hasLeft) {
            EXPECT_EQ(isCounted, shown.first().done == 1) << told.out.constData();
        }
        return true;
    });
}

} // namespace
} // namespace packbench::faults
