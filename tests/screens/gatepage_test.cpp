#include "window.h"

#include <QCoreApplication>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace packbench {
namespace {

using What = GateRequest::What;

class GatePageTest : public testing::Test {
protected:
    GatePageTest() {
        shown.bench.show(samples::idle(Language::Chinese));
        shown.bench.gateAsked.clear();
    }
    void tell(const GateSnapshot& snapshot) { Q_EMIT shown.bench.gateMade(snapshot); }
    QList<What> asked() const {
        QList<What> what;
        for (const GateRequest& request : shown.bench.gateAsked)
            what.append(request.what);
        return what;
    }
    /// Somewhere in what is visible.
    bool shows(const QString& part) const { return !shown.visibleTexts().filter(part).isEmpty(); }

    ShownKiosk shown;
};

TEST_F(GatePageTest, ItsCardBringsItToTheFrontAndTakesItAwayAgain) {
    tell(samples::gateHalf());
    EXPECT_EQ(shown.model().page(), KioskModel::GatePage);
    EXPECT_TRUE(asked().isEmpty()) << "the card opened it already";
    GateSnapshot closed = samples::gateHalf();
    closed.isOpen = false;
    tell(closed);
    EXPECT_EQ(shown.model().page(), KioskModel::PackPage);
    EXPECT_TRUE(asked().isEmpty());
}

TEST_F(GatePageTest, FromTheMenuItIsOpenWhileItIsInFront) {
    shown.model().show(KioskModel::GatePage);
    EXPECT_EQ(asked(), QList{What::OpenGate});
    tell(samples::gatePassed());
    shown.model().show(KioskModel::DuePage);
    EXPECT_EQ(asked(), (QList{What::OpenGate, What::CloseGate}));
}

TEST_F(GatePageTest, ShowsWhichHalfIsThereTheParcelBeforeAndHowManyPassed) {
    tell(samples::gateHalf());
    EXPECT_TRUE(shows(QStringLiteral("订单 2611210041")));
    EXPECT_TRUE(shows(QStringLiteral("还没扫")));
    EXPECT_TRUE(shows(QStringLiteral("137")));
    EXPECT_TRUE(shows(QStringLiteral("15:16")));
    EXPECT_EQ(shown.item(QStringLiteral("gateRefusal")), nullptr);
}

TEST_F(GatePageTest, ARefusalFillsThePageAndIsDealtWithFirst) {
    QSignalSpy sounds(&shown.model(), &KioskModel::verdictShown);
    tell(samples::gateRefused(NoticeCode::GateWrongBox));
    EXPECT_NE(shown.item(QStringLiteral("gateRefusal")), nullptr);
    EXPECT_TRUE(shows(QStringLiteral("2611210041")));
    EXPECT_TRUE(shows(QStringLiteral("面单撕下来")));
    ASSERT_EQ(sounds.size(), 1);
    EXPECT_TRUE(sounds.first().at(1).toBool()) << "it stands";
    shown.model().show(KioskModel::DuePage);
    EXPECT_EQ(shown.model().page(), KioskModel::GatePage);
    shown.tap(QStringLiteral("gateAcknowledge"));
    EXPECT_EQ(shown.bench.scans.last(),
              (ScriptedBench::Scan{QStringLiteral("PBC-OK"), QStringLiteral("screen"), 0}));
    tell(samples::gatePassed());
    EXPECT_EQ(shown.item(QStringLiteral("gateRefusal")), nullptr);
}

TEST_F(GatePageTest, TheDayEndIsATapAwayAndAsksForItsFigures) {
    tell(samples::gatePassed());
    shown.tap(QStringLiteral("openDayEnd"));
    EXPECT_EQ(shown.model().page(), KioskModel::DayEndPage);
    EXPECT_EQ(asked(), (QList{What::CloseGate, What::OpenDock, What::AskDay}));
    shown.model().show(KioskModel::PackPage);
    EXPECT_EQ(asked().last(), What::CloseDock);
}

TEST_F(GatePageTest, TheDayEndCardOpensItsPage) {
    Q_EMIT shown.bench.dayEndWanted();
    EXPECT_EQ(shown.model().page(), KioskModel::DayEndPage);
}

TEST_F(GatePageTest, TheDayEndSaysWhatDoesNotAddUp) {
    shown.model().show(KioskModel::DayEndPage);
    Q_EMIT shown.bench.dayBoardMade(samples::dayBoard(false));
    EXPECT_EQ(shown.model().dayEnd()->rowCount(), 6);
    for (const char* words :
         {"163", "161", "157", "115", "6 件对不上", "已打印，没贴", "11-20", "面单出来没有？"})
        EXPECT_TRUE(shows(QString::fromUtf8(words))) << words;
    DayBoard clean = samples::dayBoard(false);
    clean.day.reckoning.findings.clear();
    Q_EMIT shown.bench.dayBoardMade(clean);
    EXPECT_TRUE(shows(QStringLiteral("都对得上")));
}

TEST_F(GatePageTest, AListIsOpenedForACourierAndSignedWhenItIsCounted) {
    shown.model().show(KioskModel::DayEndPage);
    Q_EMIT shown.bench.dayBoardMade(samples::dayBoard(false));
    shown.bench.gateAsked.clear();
    shown.tap(QStringLiteral("handOver-yto"));
    ASSERT_EQ(shown.bench.gateAsked.size(), 1);
    EXPECT_EQ(shown.bench.gateAsked.first(), (GateRequest{What::Begin, QStringLiteral("yto")}));
    Q_EMIT shown.bench.dayBoardMade(samples::dayBoard(true));
    EXPECT_EQ(shown.item(QStringLiteral("handOver-yto")), nullptr);
    EXPECT_EQ(shown.model().dayEnd()->left(), 2) << "left with that courier, not on the vehicle";
    shown.item(QStringLiteral("driver-field"))->setProperty("text", QStringLiteral("赵师傅"));
    shown.item(QStringLiteral("driver-field"))->forceActiveFocus();
    shown.tap(QStringLiteral("signHandover"));
    EXPECT_EQ(shown.bench.gateAsked.last(),
              (GateRequest{What::Sign, {}, QStringLiteral("赵师傅"), {}}));
    shown.tap(QStringLiteral("writeDayEnd"));
    EXPECT_EQ(shown.bench.gateAsked.last().what, What::WriteSheet);
}

TEST_F(GatePageTest, NobodySignedOnReachesNeither) {
    shown.bench.show(samples::signedOff(Language::Chinese));
    shown.model().show(KioskModel::GatePage);
    shown.model().show(KioskModel::DayEndPage);
    EXPECT_EQ(shown.model().page(), KioskModel::PackPage);
    EXPECT_TRUE(asked().isEmpty());
}

} // namespace
} // namespace packbench
