#include "screens/sounds.h"

#include <QFile>
#include <QSet>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace packbench {
namespace {

const QList<Verdict> kHeard{Verdict::Accepted, Verdict::Done,    Verdict::YourTurn,
                            Verdict::Wrong,    Verdict::TooMany, Verdict::Unknown,
                            Verdict::Stop,     Verdict::Look,    Verdict::Wait};

TEST(Sounds, EveryVerdictHasItsOwnTone) {
    QSet<QByteArray> contents;
    for (const Verdict verdict : kHeard) {
        QFile tone(QStringLiteral(":/tones/%1.wav").arg(toneOf(verdict)));
        ASSERT_TRUE(tone.open(QIODevice::ReadOnly)) << qPrintable(tone.fileName());
        const QByteArray wav = tone.readAll();
        EXPECT_TRUE(wav.startsWith("RIFF"));
        EXPECT_GT(wav.size(), 1000);
        EXPECT_LT(wav.size(), 64 * 1024);
        contents.insert(wav);
    }
    EXPECT_EQ(contents.size(), kHeard.size());
    EXPECT_TRUE(toneOf(Verdict::None).isEmpty());
}

TEST(Sounds, ARefusalRepeatsSoftlyUntilReleased) {
    Sounds sounds(true);
    QSignalSpy played(&sounds, &Sounds::played);
    sounds.tell(Verdict::Wrong, true);
    ASSERT_EQ(played.size(), 1);
    EXPECT_FALSE(played.at(0).at(1).toBool());
    ASSERT_TRUE(played.wait(5000));
    EXPECT_EQ(played.at(1).at(0).toString(), QStringLiteral("wrong"));
    EXPECT_TRUE(played.at(1).at(1).toBool());
    sounds.tell(Verdict::None, false);
    EXPECT_FALSE(played.wait(3500));
}

TEST(Sounds, WithoutALoudspeakerTheBenchWorksOnAndSaysSo) {
    Sounds sounds(false);
    QSignalSpy told(&sounds, &Sounds::stateChanged);
    sounds.tell(Verdict::Accepted, false);
    ASSERT_TRUE(told.wait(20'000));
    EXPECT_TRUE(sounds.state() == QStringLiteral("ready") ||
                sounds.state() == QStringLiteral("no-sound"))
        << qPrintable(sounds.state());
    sounds.tell(Verdict::Wrong, true);
}

TEST(Sounds, SilenceIsAState) {
    Sounds sounds(true);
    EXPECT_EQ(sounds.state(), QStringLiteral("silent"));
}

} // namespace
} // namespace packbench
