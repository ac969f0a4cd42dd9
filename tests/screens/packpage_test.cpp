#include "window.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace packbench {
namespace {

class PackPageTest : public testing::Test {
protected:
    [[nodiscard]] QColor at(const QImage& image, double x, double y) {
        return image.pixelColor(int(image.width() * x), int(image.height() * y));
    }

    ShownKiosk shown;
};

bool isNear(const QColor& a, const QColor& b) {
    return qAbs(a.red() - b.red()) < 4 && qAbs(a.green() - b.green()) < 4 &&
           qAbs(a.blue() - b.blue()) < 4;
}

struct Panel {
    Verdict verdict;
    const char* light;
    const char* dark;
};

class VerdictColourTest : public PackPageTest, public testing::WithParamInterface<Panel> {};

TEST_P(VerdictColourTest, ThePanelHasTheColourOfTheVerdict) {
    StationSnapshot snapshot = samples::packing(Language::Chinese);
    snapshot.verdict = GetParam().verdict;
    shown.bench.show(snapshot);
    EXPECT_TRUE(isNear(at(shown.picture(), 0.98, 0.5), QColor(GetParam().light)));
    shown.model().setDark(true);
    EXPECT_TRUE(isNear(at(shown.picture(), 0.98, 0.5), QColor(GetParam().dark)));
}
INSTANTIATE_TEST_SUITE_P(Verdicts, VerdictColourTest,
                         testing::Values(Panel{Verdict::None, "#FFFFFF", "#181E25"},
                                         Panel{Verdict::Accepted, "#0C7A56", "#0F7D59"},
                                         Panel{Verdict::Done, "#0C7A56", "#0F7D59"},
                                         Panel{Verdict::YourTurn, "#1B58B8", "#2563C4"},
                                         Panel{Verdict::Look, "#F5B400", "#F5B400"},
                                         Panel{Verdict::Wait, "#5B4B93", "#6655A6"}));

TEST_F(PackPageTest, ARefusalCoversTheWholeWorkArea) {
    shown.bench.show(samples::wrongItem(Language::Chinese));
    const QQuickItem* refusal = shown.item(QStringLiteral("refusal"));
    const QQuickItem* work = shown.item(QStringLiteral("workArea"));
    ASSERT_NE(refusal, nullptr);
    EXPECT_EQ(refusal->mapRectToScene(refusal->boundingRect()),
              work->mapRectToScene(work->boundingRect()));
    const QImage image = shown.picture();
    for (const double x : {0.003, 0.5, 0.66, 0.98})
        EXPECT_TRUE(isNear(at(image, x, 0.105), QColor("#A81C1B"))) << x;
}

TEST_F(PackPageTest, AStopIsInkInARedFrame) {
    shown.bench.show(samples::stopped(Language::Chinese));
    const QImage image = shown.picture();
    EXPECT_TRUE(isNear(image.pixelColor(8, 500), QColor("#A81C1B")));
    EXPECT_TRUE(isNear(image.pixelColor(24, 500), QColor("#14191F")));
    EXPECT_TRUE(isNear(image.pixelColor(1890, 500), QColor("#14191F")));
}

TEST_F(PackPageTest, ReturnAndSpaceReleaseNothing) {
    shown.bench.show(samples::wrongItem(Language::Chinese));
    for (const auto key :
         {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space, Qt::Key_Tab, Qt::Key_Escape}) {
        QTest::keyClick(shown.window(), key);
        QTest::qWait(60);
    }
    EXPECT_EQ(shown.bench.asked, QStringList());
    EXPECT_NE(shown.item(QStringLiteral("refusal")), nullptr);
}

TEST_F(PackPageTest, TheCardOnScreenReleasesByTouch) {
    shown.bench.show(samples::wrongItem(Language::Chinese));
    shown.tap(QStringLiteral("acknowledgeCard"));
    EXPECT_EQ(shown.bench.asked, QStringList(QStringLiteral("acknowledge")));
}

TEST_F(PackPageTest, NothingUnderARefusalCanBeTouched) {
    shown.bench.show(samples::wrongItem(Language::Chinese));
    QTest::mouseClick(shown.window(), Qt::LeftButton, {}, QPoint(400, 500));
    shown.tap(QStringLiteral("undoButton"));
    EXPECT_EQ(shown.bench.asked, QStringList());
}

TEST_F(PackPageTest, HeldScansAreShownByTheirTails) {
    shown.bench.show(samples::wrongItem(Language::Chinese));
    EXPECT_TRUE(shown.says(QStringLiteral("尾号 3326")));
    EXPECT_TRUE(shown.says(QStringLiteral("尾号 0417")));
    EXPECT_TRUE(shown.says(QStringLiteral("2 次，放行后逐个判")));
}

TEST_F(PackPageTest, ThePropertyThatDiffersIsFramed) {
    shown.bench.show(samples::wrongItem(Language::Chinese));
    const QVariantList got = shown.model().pack()->got()->parts();
    ASSERT_EQ(got.size(), 2);
    EXPECT_TRUE(got.at(0).toMap().value(QStringLiteral("differs")).toBool());
    EXPECT_FALSE(got.at(1).toMap().value(QStringLiteral("differs")).toBool());
    EXPECT_TRUE(shown.says(QStringLiteral("颜色不对")));
}

TEST_F(PackPageTest, TheCountedPieceIsNamedOnThePanel) {
    shown.bench.show(samples::packingBefore(Language::Chinese));
    shown.bench.show(samples::packing(Language::Chinese));
    EXPECT_EQ(shown.model().pack()->said(), QStringLiteral("亚麻短袖衬衫"));
    EXPECT_TRUE(shown.says(QStringLiteral("雾灰 · M · 第 1 件")));
    EXPECT_TRUE(shown.says(QStringLiteral("还差 3 件")));
    EXPECT_TRUE(shown.says(QStringLiteral("1/2")));
}

TEST_F(PackPageTest, AScanOfTheSameLineRebuildsNoDelegate) {
    shown.bench.show(samples::packingBefore(Language::Chinese));
    QSignalSpy inserted(shown.model().pack()->waiting(), &LinesModel::rowsInserted);
    QSignalSpy goods(shown.model().pack()->open(), &GoodsModel::changed);
    QSignalSpy order(shown.model().pack(), &PackModel::orderChanged);
    QSignalSpy steps(shown.model().pack(), &PackModel::stepsChanged);
    QSignalSpy folded(shown.model().pack(), &PackModel::foldedChanged);
    shown.bench.show(samples::packing(Language::Chinese));
    EXPECT_EQ(inserted.size() + goods.size() + order.size() + folded.size() + steps.size(), 0);
}

TEST_F(PackPageTest, RemarksAreConfirmedByTouch) {
    shown.bench.show(samples::remark(Language::Chinese));
    shown.tap(QStringLiteral("confirmButton"));
    EXPECT_EQ(shown.bench.asked, QStringList(QStringLiteral("confirm")));
}

TEST_F(PackPageTest, TheRemarkShowsTheCourierItChanges) {
    shown.bench.show(samples::remark(Language::English));
    const QVariantMap remark = shown.model().pack()->remarks().first().toMap();
    EXPECT_NE(remark.value(QStringLiteral("courier")).toString(), QString());
    EXPECT_NE(remark.value(QStringLiteral("notCourier")).toString(),
              remark.value(QStringLiteral("courier")).toString());
}

TEST_F(PackPageTest, NothingCameAndDamagedAskTheBench) {
    shown.bench.show(samples::scanLabel(Language::Chinese));
    shown.tap(QStringLiteral("nothingCameButton"));
    shown.tap(QStringLiteral("damagedButton"));
    EXPECT_EQ(shown.bench.asked,
              QStringList({QStringLiteral("nothing came"), QStringLiteral("again 71 damaged")}));
}

TEST_F(PackPageTest, ALabelOfWhichNothingWasSentIsSentAgainOrCancelled) {
    shown.bench.show(samples::printerAway(Language::Chinese));
    shown.tap(QStringLiteral("tryAgainButton"));
    shown.tap(QStringLiteral("cancelLabelButton"));
    EXPECT_EQ(shown.bench.asked,
              QStringList({QStringLiteral("nothing came"), QStringLiteral("cancel label 71")}));
}

TEST_F(PackPageTest, ALabelOnItsWayMayBeCancelledAndOneThatIsOutMayNot) {
    shown.bench.show(samples::printing(Language::Chinese));
    EXPECT_NE(shown.item(QStringLiteral("cancelLabelButton")), nullptr);
    EXPECT_EQ(shown.item(QStringLiteral("tryAgainButton")), nullptr);
    // One that waits for paper can be dropped in the printer.
    shown.bench.show(samples::paperOut(Language::Chinese));
    EXPECT_NE(shown.item(QStringLiteral("cancelLabelButton")), nullptr);
    for (const auto make : {samples::scanLabel, samples::inDoubt}) {
        shown.bench.show(make(Language::Chinese));
        EXPECT_EQ(shown.item(QStringLiteral("cancelLabelButton")), nullptr);
    }
}

TEST_F(PackPageTest, AnUncertainLabelAsksOneQuestion) {
    shown.bench.show(samples::inDoubt(Language::Chinese));
    EXPECT_TRUE(shown.says(QStringLiteral("这张面单出来了吗？")));
    shown.tap(QStringLiteral("doubtNothing"));
    shown.tap(QStringLiteral("doubtDamaged"));
    EXPECT_EQ(shown.bench.asked,
              QStringList({QStringLiteral("nothing came"), QStringLiteral("again 71 damaged")}));
}

TEST_F(PackPageTest, UndoIsOfferedOnlyWhenThereIsSomethingToTakeBack) {
    shown.bench.show(samples::packing(Language::Chinese));
    shown.tap(QStringLiteral("undoButton"));
    EXPECT_EQ(shown.bench.asked, QStringList(QStringLiteral("undo")));
    StationSnapshot nothing = samples::packing(Language::Chinese);
    nothing.canUndo = false;
    shown.bench.show(nothing);
    shown.tap(QStringLiteral("undoButton"));
    EXPECT_EQ(shown.bench.asked.size(), 1);
}

TEST_F(PackPageTest, TheMenuHidesNothingOfTheWork) {
    shown.bench.show(samples::packing(Language::Chinese));
    shown.tap(QStringLiteral("menuButton"));
    const QQuickItem* menu = shown.item(QStringLiteral("menuStrip"));
    const QQuickItem* work = shown.item(QStringLiteral("workArea"));
    ASSERT_NE(menu, nullptr);
    EXPECT_FALSE(menu->mapRectToScene(menu->boundingRect())
                     .intersects(work->mapRectToScene(work->boundingRect())));
    shown.model().scan(QStringLiteral("6901"));
    EXPECT_EQ(shown.item(QStringLiteral("menuStrip")), nullptr);
}

} // namespace
} // namespace packbench
