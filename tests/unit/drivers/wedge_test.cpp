#include "drivers/wedge.h"
#include "show.h"

#include <Qt>

namespace packbench {
namespace {

using Fate = WedgeAssembler::Fate;

/// Presses keys as a scanner or a person would, and keeps what reaches the focused field.
class Keyboard {
public:
    explicit Keyboard(quint64 gapMs) : m_gapMs(gapMs) {}

    Fate press(const QString& text, int key, bool control = false, bool repeat = false) {
        m_now += m_gapMs;
        const Fate fate = m_wedge.press({text, key, m_now, repeat, control});
        if (fate == Fate::Scanned)
            m_scans.append(m_wedge.takeScan());
        if (fate != Fate::Held)
            takeTyped();
        if (fate == Fate::Passed)
            m_field += text;
        return fate;
    }
    void type(const QString& text) {
        for (const QChar c : text) {
            if (c.isUpper())
                press({}, Qt::Key_Shift);
            press(c, c.toUpper().unicode());
        }
    }
    Fate enter() { return press(QStringLiteral("\r"), Qt::Key_Return); }
    /// The filter's timer ran out.
    void silence() {
        m_now += 1000;
        takeTyped();
    }
    void wait(quint64 milliseconds) { m_now += milliseconds; }
    void setGap(quint64 gapMs) { m_gapMs = gapMs; }

    [[nodiscard]] const QStringList& scans() const { return m_scans; }
    [[nodiscard]] const QString& field() const { return m_field; }
    [[nodiscard]] bool isHolding() const { return m_wedge.isHolding(); }

private:
    void takeTyped() {
        for (const WedgeKey& key : m_wedge.takeTyped())
            m_field += key.text;
    }

    WedgeAssembler m_wedge;
    quint64 m_gapMs;
    quint64 m_now = 1'000'000;
    QStringList m_scans;
    QString m_field;
};

const QString kCode = QStringLiteral("6901234510004");

class WedgeSpeed : public testing::TestWithParam<int> {};

TEST_P(WedgeSpeed, UpTo35MillisecondsAKeyIsAScan) {
    Keyboard keyboard{quint64(GetParam())};
    for (int scan = 0; scan < 20; ++scan) {
        keyboard.type(kCode);
        keyboard.enter();
        keyboard.wait(200);
    }
    EXPECT_EQ(keyboard.scans(), QStringList(20, kCode));
    EXPECT_EQ(keyboard.field(), QString());
}
INSTANTIATE_TEST_SUITE_P(Scanner, WedgeSpeed, testing::Values(0, 1, 2, 5, 15, 30, 35),
                         testing::PrintToStringParamName());

class TypingSpeed : public testing::TestWithParam<int> {};

TEST_P(TypingSpeed, AboveItIsTypingAndAllGivenBack) {
    Keyboard keyboard{quint64(GetParam())};
    for (int scan = 0; scan < 20; ++scan) {
        keyboard.type(kCode);
        keyboard.enter();
    }
    keyboard.silence();
    EXPECT_EQ(keyboard.scans(), QStringList());
    EXPECT_EQ(keyboard.field(), QString(kCode + u'\r').repeated(20));
}
INSTANTIATE_TEST_SUITE_P(Person, TypingSpeed, testing::Values(36, 45, 60, 80, 150),
                         testing::PrintToStringParamName());

TEST(Wedge, EverySuffixEndsAScan) {
    const QList<std::pair<QString, int>> suffixes{
        {QStringLiteral("\r"), Qt::Key_Return},  {QStringLiteral("\r"), Qt::Key_Enter},
        {QStringLiteral("\t"), Qt::Key_Tab},     {QStringLiteral("\n"), Qt::Key_unknown},
        {QStringLiteral("\r"), Qt::Key_unknown}, {QString(), Qt::Key_Return}};
    for (const auto& [text, key] : suffixes) {
        Keyboard keyboard{2};
        keyboard.type(kCode);
        EXPECT_EQ(keyboard.press(text, key), Fate::Scanned);
        EXPECT_EQ(keyboard.scans(), QStringList{kCode});
        EXPECT_EQ(keyboard.field(), QString());
    }
}

TEST(Wedge, CarriageReturnAndLineFeedAreOneSuffix) {
    Keyboard keyboard{2};
    keyboard.type(kCode);
    keyboard.enter();
    EXPECT_EQ(keyboard.press(QStringLiteral("\n"), Qt::Key_unknown), Fate::Held);
    EXPECT_EQ(keyboard.field(), QString());
    EXPECT_FALSE(keyboard.isHolding());
    keyboard.wait(100);
    EXPECT_EQ(keyboard.enter(), Fate::Passed) << "a person's Enter later is a person's";
}

TEST(Wedge, EnterBeforeTheCodeIsPassedAndTheCodeIsStillAScan) {
    Keyboard keyboard{2};
    EXPECT_EQ(keyboard.enter(), Fate::Passed);
    keyboard.type(kCode);
    EXPECT_EQ(keyboard.enter(), Fate::Scanned);
    EXPECT_EQ(keyboard.scans(), QStringList{kCode});
}

TEST(Wedge, EqualDigitsFlaggedAsRepeatsAreKept) {
    Keyboard keyboard{0};
    keyboard.press(QStringLiteral("6"), Qt::Key_6);
    for (int zero = 0; zero < 3; ++zero)
        keyboard.press(QStringLiteral("0"), Qt::Key_0, false, zero > 0);
    keyboard.press(QStringLiteral("4"), Qt::Key_4);
    keyboard.enter();
    EXPECT_EQ(keyboard.scans(), QStringList{QStringLiteral("60004")});
}

TEST(Wedge, AKeyHeldDownIsTypingHoweverFastItRepeats) {
    Keyboard keyboard{500};
    keyboard.press(QStringLiteral("a"), Qt::Key_A);
    keyboard.press(QStringLiteral("a"), Qt::Key_A, false, true);
    keyboard.setGap(20);
    for (int repeat = 0; repeat < 10; ++repeat)
        EXPECT_EQ(keyboard.press(QStringLiteral("a"), Qt::Key_A, false, true), Fate::Passed);
    EXPECT_EQ(keyboard.enter(), Fate::Passed);
    EXPECT_EQ(keyboard.field(), QString(12, u'a') + u'\r');
}

TEST(Wedge, AGroupSeparatorTypedWithCtrlStaysInTheCode) {
    Keyboard keyboard{2};
    keyboard.type(QStringLiteral("0106901234510004"));
    keyboard.press({}, Qt::Key_Control, true);
    keyboard.press(QString(QChar(0x1d)), Qt::Key_BracketRight, true);
    keyboard.type(QStringLiteral("10AB"));
    EXPECT_EQ(keyboard.enter(), Fate::Scanned);
    EXPECT_EQ(keyboard.scans(), QStringList{QStringLiteral("0106901234510004\u001d10AB")});
    EXPECT_EQ(keyboard.field(), QString());
}

TEST(Wedge, AnotherCtrlKeyIsAShortcutAndNoPartOfAScan) {
    Keyboard keyboard{2};
    keyboard.type(QStringLiteral("1234"));
    EXPECT_EQ(keyboard.press(QStringLiteral("\u0003"), Qt::Key_C, true), Fate::Passed);
    keyboard.type(QStringLiteral("56"));
    EXPECT_EQ(keyboard.enter(), Fate::Passed) << "the tail is too short to be a scan";
    EXPECT_EQ(keyboard.scans(), QStringList());
}

TEST(Wedge, MixedCaseComesWithItsShiftKeys) {
    Keyboard keyboard{2};
    keyboard.type(QStringLiteral("AbC-690x"));
    keyboard.enter();
    EXPECT_EQ(keyboard.scans(), QStringList{QStringLiteral("AbC-690x")});
}

TEST(Wedge, FourCharactersAreAScanAndThreeAreTyping) {
    Keyboard keyboard{2};
    keyboard.type(QStringLiteral("123"));
    EXPECT_EQ(keyboard.enter(), Fate::Passed);
    EXPECT_EQ(keyboard.field(), QStringLiteral("123\r"));
    keyboard.wait(100);
    keyboard.type(QStringLiteral("1234"));
    EXPECT_EQ(keyboard.enter(), Fate::Scanned);
}

TEST(Wedge, ModifiersDoNotMakeACodeLonger) {
    Keyboard keyboard{2};
    keyboard.type(QStringLiteral("ABC"));
    EXPECT_EQ(keyboard.enter(), Fate::Passed);
}

TEST(Wedge, TypingStaysInOrderWhenNoTimerRanInBetween) {
    Keyboard keyboard{100};
    keyboard.type(QStringLiteral("hello"));
    keyboard.enter();
    keyboard.type(QStringLiteral("you"));
    keyboard.silence();
    EXPECT_EQ(keyboard.field(), QStringLiteral("hello\ryou"));
}

TEST(Wedge, TypingRightBeforeAScanIsGivenBackAndNotScanned) {
    Keyboard keyboard{100};
    keyboard.type(QStringLiteral("ab"));
    keyboard.wait(50);
    keyboard.setGap(2);
    keyboard.wait(50);
    keyboard.type(kCode);
    keyboard.enter();
    EXPECT_EQ(keyboard.scans(), QStringList{kCode});
    EXPECT_EQ(keyboard.field(), QStringLiteral("ab"));
}

TEST(Wedge, AKeyThatTypesNothingEndsABurst) {
    Keyboard keyboard{2};
    keyboard.type(QStringLiteral("12"));
    EXPECT_EQ(keyboard.press({}, Qt::Key_Left), Fate::Passed);
    EXPECT_EQ(keyboard.field(), QStringLiteral("12"));
    EXPECT_EQ(keyboard.press(QStringLiteral("\b"), Qt::Key_Backspace), Fate::Passed);
}

TEST(Wedge, HeldKeysComeBackWhenTheBurstFallsSilent) {
    Keyboard keyboard{2};
    keyboard.type(QStringLiteral("1234"));
    EXPECT_TRUE(keyboard.isHolding());
    keyboard.silence();
    EXPECT_FALSE(keyboard.isHolding());
    EXPECT_EQ(keyboard.field(), QStringLiteral("1234"));
}

TEST(Wedge, TheTimeOfTheEventCountsNotItsArrival) {
    // All delivered at once after the screen was blocked; the events' own times are a scanner's.
    WedgeAssembler wedge;
    quint64 time = 5000;
    for (const QChar c : kCode)
        EXPECT_EQ(wedge.press({c, c.unicode(), time += 3, false, false}), Fate::Held);
    EXPECT_EQ(wedge.press({QStringLiteral("\r"), Qt::Key_Return, time + 3, false, false}),
              Fate::Scanned);
    EXPECT_EQ(wedge.takeScan(), kCode);
    EXPECT_EQ(wedge.takeScan(), QString());
}

TEST(Wedge, AClockThatJumpedBackEndsTheBurst) {
    WedgeAssembler wedge;
    (void)wedge.press({QStringLiteral("1"), Qt::Key_1, 1000, false, false});
    (void)wedge.press({QStringLiteral("2"), Qt::Key_2, 1001, false, false});
    for (quint64 time = 1; time < 5; ++time)
        (void)wedge.press({QStringLiteral("7"), Qt::Key_7, time, false, false});
    EXPECT_EQ(wedge.press({QStringLiteral("\r"), Qt::Key_Return, 5, false, false}), Fate::Scanned);
    EXPECT_EQ(wedge.takeScan(), QStringLiteral("7777"));
    EXPECT_EQ(wedge.takeTyped().size(), 2);
}

TEST(Wedge, AnEndlessBurstIsNotHeldForEver) {
    Keyboard keyboard{1};
    for (int key = 0; key < 10000; ++key)
        keyboard.press(QStringLiteral("x"), Qt::Key_X);
    EXPECT_FALSE(keyboard.field().isEmpty());
}

} // namespace
} // namespace packbench
