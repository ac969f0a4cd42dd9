// What printers do by themselves, steered by the orders of the virtual one.
#include "rowtest.h"

namespace packbench::faults {
namespace {

/// A printer that does as it is told before the label comes; ready again once the bench said so.
class Printer : public RowTest, public testing::WithParamInterface<const char*> {
protected:
    const World m_world;

    /// Opens the order and scans its piece: the label is on its way.
    QList<Bench::Reply> packUpToTheLabel(Bench& bench, const QString& order) {
        bench.steer(QStringLiteral("@printer ") + order);
        bench.scan(socks().order);
        ran();
        return bench.scan(socks().item);
    }
    void finishAndJudge(Bench& bench, const QStringList& options = {}) {
        EXPECT_TRUE(pack(m_world, bench, socks()) || packWhateverHappened(m_world, socks()));
        bench.end();
        EXPECT_EQ(m_world.judged(options).toStdString(), "");
    }
    [[nodiscard]] static bool says(const QList<Bench::Reply>& replies, const char* outcome) {
        return std::any_of(replies.cbegin(), replies.cend(), [&](const Bench::Reply& reply) {
            return reply.outcome == QLatin1String(outcome);
        });
    }
};

class Blocked : public Printer {};

/// C6: the label waits in the printer's memory, is not sent again, and comes out once.
TEST_P(Blocked, Row19_TheLabelWaitsAndComesOutOnce) {
    Bench bench(m_world);
    EXPECT_TRUE(says(packUpToTheLabel(bench, QLatin1String(GetParam())), "printer-waits"));
    EXPECT_TRUE(labelsIn(m_world.labels()).isEmpty());
    bench.scan(QStringLiteral("PBC-NONE"));
    bench.steer(QStringLiteral("@printer ready"));
    bench.scan(QStringLiteral("PBC-QTY-1"));
    EXPECT_EQ(labelsIn(m_world.labels()).size(), 1);
    finishAndJudge(bench);
    EXPECT_EQ(labelsIn(m_world.labels()).size(), 1);
}

INSTANTIATE_TEST_SUITE_P(Each, Blocked, testing::Values("paper-out", "head-open", "paused"),
                         [](const auto& one) {
                             std::string name = one.param;
                             std::erase(name, '-');
                             return name;
                         });

class Answering : public Printer {};

TEST_P(Answering, Row20_AStrangeAnswerIsNoLabelMore) {
    Bench bench(m_world);
    packUpToTheLabel(bench, QLatin1String(GetParam()));
    finishAndJudge(bench);
    EXPECT_EQ(labelsIn(m_world.labels()).size(), 1);
}

INSTANTIATE_TEST_SUITE_P(Each, Answering, testing::Values("garbage", "split", "late", "mute"),
                         [](const auto& one) { return std::string(one.param); });

/// No byte is taken for 5 s: nothing was sent, and nothing is sent by itself before the printer is
/// well again.
TEST_F(Printer, Row18_AStalledPrinterGetsNoSecondLabel) {
    Bench bench(m_world);
    packUpToTheLabel(bench, QStringLiteral("stall"));
    EXPECT_TRUE(labelsIn(m_world.labels()).isEmpty());
    bench.steer(QStringLiteral("@printer ready"));
    finishAndJudge(bench);
    EXPECT_EQ(labelsIn(m_world.labels()).size(), 1);
}

TEST_F(Printer, Row17_UnpluggedInTheMiddleIsInDoubtUntilAPersonSays) {
    Bench bench(m_world);
    EXPECT_TRUE(says(packUpToTheLabel(bench, QStringLiteral("unplug-at 700")), "label-in-doubt"));
    bench.steer(QStringLiteral("@printer ready"));
    bench.scan(QStringLiteral("PBC-QTY-1"));
    EXPECT_TRUE(labelsIn(m_world.labels()).isEmpty()) << "printed again by itself";
    finishAndJudge(bench);
    EXPECT_EQ(labelsIn(m_world.labels()).size(), 1);
}

/// C10: a printer that counts is found out at once, and the checker sees the twins, too.
TEST_F(Printer, Row21_TwinsAreSeenByTheChecker) {
    Bench bench(m_world);
    EXPECT_TRUE(says(packUpToTheLabel(bench, QStringLiteral("twice")), "two-came-out"));
    EXPECT_TRUE(pack(m_world, bench, socks()));
    bench.end();
    EXPECT_TRUE(m_world.judged().contains(QLatin1String("two identical labels came out")));
    EXPECT_EQ(m_world.judged({QStringLiteral("--printer-repeats")}).toStdString(), "");
}

/// C9: "no label" was said, another was made, and then the first comes out all the same: refused.
TEST_F(Printer, Row22_ALabelThatComesOutAfterAllIsRefused) {
    Bench bench(m_world);
    packUpToTheLabel(bench, QStringLiteral("come-late"));
    ASSERT_TRUE(labelsIn(m_world.labels()).isEmpty());
    bench.scan(QStringLiteral("PBC-NONE"));
    ASSERT_EQ(labelsIn(m_world.labels()).size(), 1);
    bench.steer(QStringLiteral("@printer ready"));
    bench.scan(QStringLiteral("PBC-QTY-1"));
    const auto out = labelsIn(m_world.labels());
    ASSERT_EQ(out.size(), 2);
    EXPECT_EQ(out[0].copy, 2);
    EXPECT_EQ(out[1].copy, 1) << "it came late";
    EXPECT_EQ(out[0].number, out[1].number);
    EXPECT_TRUE(says(bench.scan(out[1].text), "old-copy"));
    bench.scan(QStringLiteral("PBC-OK"));
    finishAndJudge(bench);
    EXPECT_TRUE(says(Bench(m_world).scan(out[1].text), "old-copy")) << "nor once its parcel left";
}

/// It had come before "no label" was said, and nobody had seen it.
TEST_F(Printer, Row22_ALabelThatWasOverlookedIsRefused) {
    Bench bench(m_world);
    packUpToTheLabel(bench, QStringLiteral("ready"));
    bench.scan(QStringLiteral("PBC-NONE"));
    const auto out = labelsIn(m_world.labels());
    ASSERT_EQ(out.size(), 2);
    EXPECT_EQ(out[0].copy, 1);
    EXPECT_EQ(out[1].copy, 2);
    EXPECT_EQ(out[0].number, out[1].number);
    EXPECT_TRUE(says(bench.scan(out[0].text), "old-copy"));
    bench.scan(QStringLiteral("PBC-OK"));
    finishAndJudge(bench);
}

/// The first copy still waited in the printer: it is thrown away there before the second is sent.
TEST_F(Printer, Row22_ALabelInThePrintersMemoryIsFlushed) {
    Bench bench(m_world);
    bench.steer(QStringLiteral("@printer mute"));
    packUpToTheLabel(bench, QStringLiteral("paper-out"));
    ASSERT_TRUE(labelsIn(m_world.labels()).isEmpty());
    EXPECT_TRUE(says(bench.scan(QStringLiteral("PBC-NONE")), "nothing-came"));
    bench.steer(QStringLiteral("@printer ready"));
    bench.scan(QStringLiteral("PBC-QTY-1"));
    const auto out = labelsIn(m_world.labels());
    ASSERT_EQ(out.size(), 1);
    EXPECT_EQ(out[0].copy, 2);
    finishAndJudge(bench);
}

/// C4: the label was in the printer's memory and is gone with it.
TEST_F(Printer, Row42_APowerCycleLosesTheLabelAndNoneComesLate) {
    Bench bench(m_world);
    packUpToTheLabel(bench, QStringLiteral("paper-out"));
    bench.steer(QStringLiteral("@printer unplugged"));
    EXPECT_TRUE(says(bench.scan(QStringLiteral("PBC-QTY-1")), "label-in-doubt") ||
                labelsIn(m_world.labels()).isEmpty());
    bench.steer(QStringLiteral("@printer ready"));
    finishAndJudge(bench);
    EXPECT_EQ(labelsIn(m_world.labels()).size(), 1);
}

TEST_F(Printer, Row42_ALostLabelIsPrintedOnceMoreWhenAPersonSaysSo) {
    Bench bench(m_world);
    packUpToTheLabel(bench, QStringLiteral("lose"));
    EXPECT_TRUE(labelsIn(m_world.labels()).isEmpty());
    finishAndJudge(bench, {QStringLiteral("--printer-loses")});
    EXPECT_EQ(labelsIn(m_world.labels()).size(), 1);
    EXPECT_EQ(labelsIn(m_world.labels()).first().copy, 2);
}

} // namespace
} // namespace packbench::faults
