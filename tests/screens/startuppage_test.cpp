#include "window.h"

#include <gtest/gtest.h>

namespace packbench {
namespace {

class StartUpPageTest : public testing::Test {
protected:
    StartUpPageTest() { shown.bench.show(samples::idle(Language::Chinese)); }
    void tell(const StartUpBoard& board) { Q_EMIT shown.bench.startUpMade(board); }
    /// One answer later: the first is gone.
    static StartUpBoard answered(StartUpBoard board) {
        board.uncertain.removeFirst();
        --board.uncertainAll;
        return board;
    }

    ShownKiosk shown;
};

TEST_F(StartUpPageTest, ComesUpByItselfWhileALabelIsInDoubtAndGoesWithTheLastAnswer) {
    EXPECT_EQ(shown.model().page(), KioskModel::PackPage);
    StartUpBoard board = samples::startUp(2);
    tell(board);
    EXPECT_EQ(shown.model().page(), KioskModel::StartUpPage);
    EXPECT_NE(shown.item(QStringLiteral("startUpPage")), nullptr);
    board = answered(board);
    tell(board);
    EXPECT_EQ(shown.model().page(), KioskModel::StartUpPage);
    tell(answered(board));
    EXPECT_EQ(shown.model().page(), KioskModel::PackPage);
}

TEST_F(StartUpPageTest, NothingInDoubtShowsNoPage) {
    tell(samples::startUp(0));
    EXPECT_EQ(shown.model().page(), KioskModel::PackPage);
}

TEST_F(StartUpPageTest, WaitsForTheBadgeAndForAnOpenOrder) {
    shown.bench.show(samples::signedOff(Language::Chinese));
    tell(samples::startUp(1));
    EXPECT_EQ(shown.model().page(), KioskModel::PackPage) << "first the badge";
    shown.bench.show(samples::idle(Language::Chinese));
    EXPECT_EQ(shown.model().page(), KioskModel::StartUpPage);
    shown.bench.show(samples::packing(Language::Chinese));
    EXPECT_EQ(shown.model().page(), KioskModel::PackPage) << "an order was opened";
    shown.bench.show(samples::idle(Language::Chinese));
    EXPECT_EQ(shown.model().page(), KioskModel::StartUpPage) << "the question stands";
}

TEST_F(StartUpPageTest, ARefusalIsSeenAndTheQuestionComesBack) {
    tell(samples::startUp(1));
    shown.bench.show(samples::wrongItem(Language::Chinese));
    EXPECT_EQ(shown.model().page(), KioskModel::PackPage);
    shown.bench.show(samples::idle(Language::Chinese));
    EXPECT_EQ(shown.model().page(), KioskModel::StartUpPage);
}

TEST_F(StartUpPageTest, SaysAllThatIsKnownOfTheLabel) {
    StartUpBoard board = samples::startUp(3);
    tell(board);
    const StartUpModel* start = shown.model().startUp();
    EXPECT_EQ(start->order(), QStringLiteral("04885"));
    EXPECT_EQ(start->waybill(), QStringLiteral("4886232"));
    EXPECT_EQ(start->who(), QStringLiteral("Lin 0417"));
    EXPECT_EQ(start->time(), QStringLiteral("15:16:41"));
    EXPECT_EQ(start->stoppedAt(), QStringLiteral("15:16:42"));
    EXPECT_FALSE(start->picture().isEmpty());
    EXPECT_TRUE(shown.says(QStringLiteral("打印机没有确认。")));
    board.uncertain.first().cameOut = 1;
    tell(board);
    EXPECT_TRUE(shown.says(QStringLiteral("打印机之后数到 1 张。")));
    board.uncertain.first().cameOut = -1;
    board.uncertain.first().bytesTaken = 8'900;
    tell(board);
    EXPECT_TRUE(shown.says(QStringLiteral("打印机收到了 50 %，没有确认。")));
}

TEST_F(StartUpPageTest, NotThereByATapIsAskedOnceAndPrintsNothing) {
    tell(samples::startUp(2));
    shown.bench.asked.clear();
    shown.tap(QStringLiteral("startUpNotThere"));
    shown.tap(QStringLiteral("startUpNotThere"));
    EXPECT_EQ(shown.bench.asked, QStringList{QStringLiteral("not there 300")});
    tell(answered(samples::startUp(2)));
    shown.tap(QStringLiteral("startUpNoneCard"));
    EXPECT_EQ(shown.bench.asked.last(), QStringLiteral("not there 301"));
}

TEST_F(StartUpPageTest, ATornOneIsPrintedAgainWithItsNumber) {
    tell(samples::startUp(1));
    shown.bench.asked.clear();
    shown.tap(QStringLiteral("startUpDamaged"));
    EXPECT_EQ(shown.bench.asked, QStringList{QStringLiteral("again 300 damaged")});
}

TEST_F(StartUpPageTest, AScanGoesToTheBench) {
    tell(samples::startUp(1));
    shown.model().scan(QStringLiteral("77302014886232"));
    ASSERT_EQ(shown.bench.scans.size(), 1);
    EXPECT_EQ(shown.bench.scans.first().text, QStringLiteral("77302014886232"));
}

TEST_F(StartUpPageTest, CountsTheAnswersAndListsWhatComesThen) {
    tell(samples::startUp(3));
    EXPECT_EQ(shown.model().startUp()->ofAll(), 3);
    EXPECT_EQ(shown.model().startUp()->count(), 5) << "two in doubt, three to be finished";
    EXPECT_TRUE(shown.says(QStringLiteral("第 1 张，共 3 张不确定")));
    tell(answered(samples::startUp(3)));
    EXPECT_TRUE(shown.says(QStringLiteral("第 2 张，共 3 张不确定")));
    EXPECT_TRUE(shown.says(QStringLiteral("还要答 2 张")));
}

TEST_F(StartUpPageTest, WhatIsUnfinishedIsReachedFromTheLabelsPage) {
    shown.model().show(KioskModel::LabelsPage);
    shown.bench.asked.clear();
    shown.tap(QStringLiteral("openStartUp"));
    EXPECT_EQ(shown.model().page(), KioskModel::StartUpPage);
    EXPECT_EQ(shown.bench.asked, QStringList{QStringLiteral("start-up")});
    tell(samples::startUp(0));
    EXPECT_EQ(shown.model().page(), KioskModel::StartUpPage) << "somebody wants to see it";
    EXPECT_EQ(shown.model().startUp()->count(), 3);
}

TEST_F(StartUpPageTest, ThreeVerbsOnTheLabelsPageAreNeverMixedUp) {
    shown.model().show(KioskModel::LabelsPage);
    Q_EMIT shown.bench.labelsMade(samples::labels());
    shown.model().labels()->choose(70);
    shown.bench.asked.clear();
    shown.tap(QStringLiteral("verb-1"));
    shown.tap(QStringLiteral("reason-courier-asks"));
    EXPECT_EQ(shown.bench.asked.first(), QStringLiteral("redo 70 courier-asks"));
    Q_EMIT shown.bench.labelsMade(samples::labels());
    shown.bench.asked.clear();
    shown.tap(QStringLiteral("verb-2"));
    shown.tap(QStringLiteral("reason-does-not-fit"));
    EXPECT_EQ(shown.bench.asked.first(), QStringLiteral("extra 70 does-not-fit"));
    shown.model().labels()->choose(71);
    EXPECT_EQ(shown.model().labels()->verb(), LabelsModel::Again)
        << "another label: the usual verb";
}

} // namespace
} // namespace packbench
