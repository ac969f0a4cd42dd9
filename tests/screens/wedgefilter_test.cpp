#include "window.h"

#include <QKeyEvent>
#include <QTest>
#include <QThread>

#include <gtest/gtest.h>

namespace packbench {
namespace {

/// Types on the kiosk's window with times of its own.
class Keys {
public:
    explicit Keys(QWindow* window) : m_window(window) {}

    void key(int code, const QString& text, quint64 gapMs,
             Qt::KeyboardModifiers modifiers = Qt::NoModifier, bool repeat = false) {
        m_time += gapMs;
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, code, modifiers, text, repeat);
            event.setTimestamp(m_time);
            QCoreApplication::sendEvent(m_window, &event);
        }
    }
    void type(const QString& text, quint64 gapMs) {
        for (const QChar c : text)
            key(c.toUpper().unicode(), QString(c), gapMs);
    }
    void enter(quint64 gapMs) { key(Qt::Key_Return, QStringLiteral("\r"), gapMs); }
    void pause() { m_time += 1000; }

private:
    QWindow* m_window;
    quint64 m_time = 100'000;
};

class WedgeFilterTest : public testing::Test {
protected:
    WedgeFilterTest() { shown.bench.show(samples::packing(Language::English)); }

    [[nodiscard]] QStringList scans() const {
        QStringList out;
        for (const auto& scan : shown.bench.scans)
            out.append(scan.text);
        return out;
    }
    [[nodiscard]] QString typed() {
        const QQuickItem* field = shown.item(QStringLiteral("codeField"));
        return field ? field->property("text").toString() : QString();
    }

    ShownKiosk shown;
    Keys keys{shown.window()};
    const QString code = QStringLiteral("6901234510004");
};

class WedgeSpeedTest : public WedgeFilterTest, public testing::WithParamInterface<int> {};

TEST_P(WedgeSpeedTest, ABurstUpToTheGapIsOneScan) {
    keys.type(code, quint64(GetParam()));
    keys.enter(quint64(GetParam()));
    EXPECT_EQ(scans(), QStringList(code));
}
INSTANTIATE_TEST_SUITE_P(Speeds, WedgeSpeedTest, testing::Values(0, 1, 5, 15, 35));

TEST_F(WedgeFilterTest, TypingSlowerThanTheGapIsNoScan) {
    keys.type(code, 36);
    keys.enter(36);
    EXPECT_EQ(scans(), QStringList());
}

TEST_F(WedgeFilterTest, EqualDigitsFlaggedAsRepeatsStayInTheScan) {
    for (const QChar c : code)
        keys.key(c.unicode(), QString(c), 0, Qt::NoModifier, c == u'0');
    keys.enter(0);
    EXPECT_EQ(scans(), QStringList(code));
}

TEST_F(WedgeFilterTest, AGroupSeparatorTypedWithControlStaysInTheScan) {
    const QString gs(QChar(0x1d));
    keys.type(QStringLiteral("0106901234510004"), 2);
    keys.key(Qt::Key_Control, QString(), 1, Qt::ControlModifier);
    keys.key(Qt::Key_BracketRight, gs, 1, Qt::ControlModifier);
    keys.type(QStringLiteral("21A7"), 2);
    keys.enter(2);
    EXPECT_EQ(scans(),
              QStringList(QStringLiteral("0106901234510004") + gs + QStringLiteral("21A7")));
}

TEST_F(WedgeFilterTest, ScansAreNumberedAndNameTheirDevice) {
    for (int i = 0; i < 2; ++i) {
        keys.type(code, 1);
        keys.enter(1);
        keys.pause();
    }
    ASSERT_EQ(shown.bench.scans.size(), 2);
    EXPECT_EQ(shown.bench.scans.at(0), (ScriptedBench::Scan{code, QStringLiteral("wedge"), 1}));
    EXPECT_EQ(shown.bench.scans.at(1).serial, 2);
}

TEST_F(WedgeFilterTest, NothingOfAScanLeaksIntoAFieldWithFocus) {
    shown.model().setTyping(true);
    ASSERT_TRUE(QTest::qWaitFor([this] {
        const QQuickItem* field = shown.item(QStringLiteral("codeField"));
        return field && field->hasActiveFocus();
    }));
    keys.type(code, 2);
    EXPECT_EQ(typed(), QString());
    keys.enter(2);
    EXPECT_EQ(scans(), QStringList(code));
    EXPECT_EQ(shown.bench.scans.first().device, QStringLiteral("wedge"));
}

TEST_F(WedgeFilterTest, TypingReachesTheFieldInOrder) {
    shown.model().setTyping(true);
    ASSERT_TRUE(QTest::qWaitFor([this] { return shown.item(QStringLiteral("codeField")); }));
    keys.type(QStringLiteral("ab12"), 90);
    EXPECT_TRUE(QTest::qWaitFor([this] { return typed() == QStringLiteral("ab12"); }))
        << qPrintable(typed());
    keys.enter(300);
    ASSERT_EQ(shown.bench.scans.size(), 1);
    EXPECT_EQ(shown.bench.scans.first().text, QStringLiteral("ab12"));
    EXPECT_EQ(shown.bench.scans.first().device, QStringLiteral("keyboard"));
}

TEST_F(WedgeFilterTest, FastTypingIsFlushedAfterSilence) {
    shown.model().setTyping(true);
    ASSERT_TRUE(QTest::qWaitFor([this] { return shown.item(QStringLiteral("codeField")); }));
    keys.type(QStringLiteral("xyz"), 10);
    EXPECT_EQ(typed(), QString());
    EXPECT_TRUE(QTest::qWaitFor([this] { return typed() == QStringLiteral("xyz"); }));
}

TEST_F(WedgeFilterTest, ABusyWindowDoesNotCutAScan) {
    keys.type(code.left(6), 2);
    // The silence timer is due by now, and the rest of the scan is still in the queue.
    QThread::msleep(80);
    QMetaObject::invokeMethod(
        &shown.bench,
        [this] {
            keys.type(code.mid(6), 2);
            keys.enter(2);
        },
        Qt::QueuedConnection);
    ASSERT_TRUE(QTest::qWaitFor([this] { return !shown.bench.scans.isEmpty(); }));
    EXPECT_EQ(scans(), QStringList(code));
}

TEST_F(WedgeFilterTest, TheScannersReturnClosesNoRefusal) {
    shown.bench.show(samples::wrongItem(Language::English));
    keys.type(code, 1);
    keys.enter(1);
    keys.pause();
    keys.enter(0);
    EXPECT_EQ(shown.bench.asked, QStringList());
    EXPECT_NE(shown.item(QStringLiteral("refusal")), nullptr);
    EXPECT_EQ(scans(), QStringList(code));
}

TEST_F(WedgeFilterTest, FunctionKeysStillChangeThePage) {
    keys.key(Qt::Key_F2, QString(), 500);
    QTest::keyClick(shown.window(), Qt::Key_F2);
    EXPECT_EQ(shown.model().page(), KioskModel::DuePage);
}

} // namespace
} // namespace packbench
