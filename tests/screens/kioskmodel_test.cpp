#include "window.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace packbench {
namespace {

TEST(KioskModelTest, AnOrderOpenedByScanBringsThePackingPageToTheFront) {
    ShownKiosk shown;
    shown.bench.show(samples::idle(Language::Chinese));
    shown.model().show(KioskModel::DuePage);
    ASSERT_EQ(shown.model().page(), KioskModel::DuePage);
    shown.model().scan(QStringLiteral("PBT-12"));
    shown.bench.answer(samples::packing(Language::Chinese));
    EXPECT_EQ(shown.model().page(), KioskModel::PackPage);
}

TEST(KioskModelTest, ADeviceEventLeavesThePageAlone) {
    ShownKiosk shown;
    shown.bench.show(samples::idle(Language::Chinese));
    shown.model().show(KioskModel::DuePage);
    StationSnapshot snapshot = samples::idle(Language::Chinese);
    snapshot.strip.printer = Lamp::Look;
    shown.bench.show(snapshot);
    EXPECT_EQ(shown.model().page(), KioskModel::DuePage);
    EXPECT_EQ(shown.model().strip()->printer(), StripModel::Look);
}

// What the printer does after a scan still names that scan.
TEST(KioskModelTest, AScanThatWasAnsweredBringsNoPageToTheFrontAgain) {
    ShownKiosk shown;
    shown.bench.show(samples::idle(Language::Chinese));
    shown.model().scan(QStringLiteral("PBT-12"));
    shown.bench.answer(samples::packing(Language::Chinese));
    shown.model().show(KioskModel::DevicesPage);
    shown.model().setMenuOpen(true);
    StationSnapshot later = shown.model().snapshot();
    ASSERT_NE(later.scanSerial, 0);
    later.strip.printer = Lamp::Look;
    shown.bench.show(later);
    EXPECT_EQ(shown.model().page(), KioskModel::DevicesPage);
    EXPECT_TRUE(shown.model().isMenuOpen());
}

TEST(KioskModelTest, ABenchThatIsSignedOffShowsItsDevices) {
    ShownKiosk shown;
    shown.bench.show(samples::signedOff(Language::Chinese));
    shown.model().show(KioskModel::DevicesPage);
    shown.bench.show(samples::signedOff(Language::Chinese));
    EXPECT_EQ(shown.model().page(), KioskModel::DevicesPage);
}

TEST(KioskModelTest, NoPageHidesARefusal) {
    ShownKiosk shown;
    shown.bench.show(samples::wrongItem(Language::Chinese));
    shown.model().show(KioskModel::LabelsPage);
    EXPECT_EQ(shown.model().page(), KioskModel::PackPage);
}

TEST(KioskModelTest, ImportAndLabelsAskForAnOperator) {
    ShownKiosk shown;
    shown.bench.show(samples::signedOff(Language::Chinese));
    for (const auto page : {KioskModel::ImportPage, KioskModel::LabelsPage}) {
        shown.model().show(page);
        EXPECT_EQ(shown.model().page(), KioskModel::PackPage);
    }
    shown.model().show(KioskModel::DevicesPage);
    EXPECT_EQ(shown.model().page(), KioskModel::DevicesPage);
}

TEST(KioskModelTest, APageAsksForItsRowsWhenShown) {
    ShownKiosk shown;
    shown.bench.show(samples::idle(Language::Chinese));
    shown.model().show(KioskModel::DuePage);
    shown.model().show(KioskModel::LabelsPage);
    shown.model().show(KioskModel::DevicesPage);
    EXPECT_EQ(shown.bench.asked, QStringList({QStringLiteral("due"), QStringLiteral("labels"),
                                              QStringLiteral("devices")}));
}

TEST(KioskModelTest, LanguageSwitchesAtOnceInTextsAndData) {
    ShownKiosk shown;
    shown.bench.show(samples::wrongItem(Language::Chinese));
    ASSERT_TRUE(shown.says(QStringLiteral("错货")));
    ASSERT_TRUE(shown.says(QStringLiteral("应该是")));
    shown.model().setChinese(false);
    EXPECT_TRUE(shown.says(QStringLiteral("WRONG")));
    EXPECT_TRUE(shown.says(QStringLiteral("Expected")));
    EXPECT_FALSE(shown.says(QStringLiteral("应该是")));
    shown.model().setChinese(true);
    EXPECT_TRUE(shown.says(QStringLiteral("错货")));
}

TEST(KioskModelTest, PluralFormsAreRightInEnglish) {
    KioskOptions options;
    options.language = Language::English;
    ShownKiosk shown(options);
    StationSnapshot snapshot = samples::packing(Language::English);
    shown.bench.show(snapshot);
    EXPECT_TRUE(shown.says(QStringLiteral("3 pieces to go")));
    snapshot.order->done = 6;
    shown.bench.show(snapshot);
    EXPECT_TRUE(shown.says(QStringLiteral("1 piece to go")));
}

TEST(KioskModelTest, ANoticeGoesAfterAWhile) {
    ShownKiosk shown;
    shown.bench.show(samples::idle(Language::English));
    Q_EMIT shown.bench.noticed({NoticeCode::PrinterGone, {QStringLiteral("A")}});
    EXPECT_NE(shown.item(QStringLiteral("noticeBar")), nullptr);
    for (int i = 0; i < 8; ++i)
        shown.model().tick();
    EXPECT_EQ(shown.item(QStringLiteral("noticeBar")), nullptr);
}

TEST(KioskModelTest, ABrokenLedgerStopsEverythingOnScreen) {
    ShownKiosk shown;
    shown.bench.show(samples::packing(Language::Chinese));
    Q_EMIT shown.bench.worldBroke({NoticeCode::LedgerFull, {}});
    EXPECT_NE(shown.item(QStringLiteral("faultPage")), nullptr);
    EXPECT_TRUE(shown.says(QStringLiteral("磁盘满了：刚才这一步没有记下")));
    EXPECT_TRUE(shown.says(QStringLiteral("叫主管：腾出磁盘空间")));
    shown.model().setChinese(false);
    EXPECT_TRUE(shown.says(QStringLiteral("The disk is full: the last step was not recorded")));
    EXPECT_TRUE(shown.says(QStringLiteral("Supervisor: make room on the disk")));
}

TEST(KioskModelTest, VerdictsAreHeardAsSeen) {
    ShownKiosk shown;
    QSignalSpy played(&shown.kiosk->sounds(), &Sounds::played);
    shown.bench.show(samples::packing(Language::Chinese));
    shown.bench.show(samples::wrongItem(Language::Chinese));
    ASSERT_EQ(played.size(), 2);
    EXPECT_EQ(played.at(0).at(0).toString(), QStringLiteral("accepted"));
    EXPECT_EQ(played.at(1).at(0).toString(), QStringLiteral("wrong"));
}

TEST(KioskModelTest, ASnapshotOfADeviceMakesNoSound) {
    ShownKiosk shown;
    shown.bench.show(samples::packing(Language::Chinese));
    QSignalSpy played(&shown.kiosk->sounds(), &Sounds::played);
    StationSnapshot same = samples::packing(Language::Chinese);
    same.strip.scale = Lamp::Absent;
    shown.bench.show(same);
    EXPECT_EQ(played.size(), 0);
}

TEST(KioskModelTest, SelfTestFindsNothingWrong) {
    ShownKiosk shown;
    shown.bench.show(samples::packing(Language::Chinese));
    EXPECT_EQ(shown.kiosk->selfTest().join(QLatin1Char('\n')), QString());
}

} // namespace
} // namespace packbench
