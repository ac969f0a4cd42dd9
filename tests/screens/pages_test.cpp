#include "window.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace packbench {
namespace {

class PagesTest : public testing::Test {
protected:
    PagesTest() { shown.bench.show(samples::idle(Language::Chinese)); }
    void choose(const QString& button) {
        shown.tap(QStringLiteral("menuButton"));
        shown.tap(button);
        shown.bench.asked.clear();
    }

    ShownKiosk shown;
};

TEST_F(PagesTest, TheMenuLeadsToEveryPage) {
    const std::pair<KioskModel::Page, const char*> pages[] = {
        {KioskModel::EditorPage, "editorPage"}, {KioskModel::DevicesPage, "devicesPage"},
        {KioskModel::LabelsPage, "labelsPage"}, {KioskModel::ImportPage, "importPage"},
        {KioskModel::DuePage, "duePage"},       {KioskModel::PackPage, "packPage"}};
    for (const auto& [page, name] : pages) {
        choose(QStringLiteral("menuPage%1").arg(int(page)));
        EXPECT_EQ(shown.model().page(), page);
        EXPECT_NE(shown.item(QLatin1String(name)), nullptr) << name;
        EXPECT_EQ(shown.item(QStringLiteral("menuStrip")), nullptr);
    }
}

TEST_F(PagesTest, TheDueBoardPutsThePastFirstThenTheWaves) {
    shown.model().show(KioskModel::DuePage);
    Q_EMIT shown.bench.dueBoardMade(samples::dueBoard(Language::Chinese));
    DueModel* due = shown.model().due();
    QStringList heads;
    for (int i = 0; i < due->rowCount(); ++i) {
        if (due->data(due->index(i), DueModel::IsHead).toBool())
            heads.append(due->data(due->index(i), DueModel::Time).toString() + QLatin1Char('/') +
                         due->data(due->index(i), DueModel::Count).toString());
    }
    EXPECT_EQ(heads, QStringList({QStringLiteral("/3"), QStringLiteral("16:00/3"),
                                  QStringLiteral("10:00/1")}));
    EXPECT_EQ(due->data(due->index(1), DueModel::Limit).toString(), QStringLiteral("0:36"));
    EXPECT_TRUE(due->data(due->index(1), DueModel::LimitOver).toBool());
    EXPECT_EQ(due->data(due->index(1), DueModel::Situation).toString(), QStringLiteral("refund"));
}

TEST_F(PagesTest, TheDueBoardCountsDownByTheMinute) {
    shown.model().show(KioskModel::DuePage);
    Q_EMIT shown.bench.dueBoardMade(samples::dueBoard(Language::Chinese));
    DueModel* due = shown.model().due();
    const QModelIndex first = due->index(5);
    const QString before = due->data(first, DueModel::Goal).toString();
    QSignalSpy changed(due, &DueModel::dataChanged);
    shown.now = samples::now().plusMs(5000);
    shown.model().tick();
    EXPECT_EQ(changed.size(), 0);
    shown.now = samples::now().plusMs(60'000);
    shown.model().tick();
    EXPECT_GT(changed.size(), 0);
    EXPECT_NE(due->data(first, DueModel::Goal).toString(), before);
}

TEST_F(PagesTest, LabelsAreTriedAheadWithProgressAndCancel) {
    shown.model().show(KioskModel::DuePage);
    shown.tap(QStringLiteral("aheadPush"));
    EXPECT_EQ(shown.bench.asked.last(), u"try labels ahead");
    AheadBoard board;
    board.isRunning = true;
    board.total = 2000;
    board.done = 640;
    Q_EMIT shown.bench.labelsAheadMade(board);
    EXPECT_TRUE(shown.says(QStringLiteral("已试 640/2000 张面单")));
    shown.tap(QStringLiteral("aheadPush"));
    EXPECT_EQ(shown.bench.asked.last(), u"cancel labels ahead");
    board.isRunning = false;
    board.done = 2000;
    board.stopped = 1;
    board.rows = {{{QStringLiteral("tb"), QStringLiteral("2609210777")},
                   QStringLiteral("Item 3 (barcode): its bars would be too low to scan."),
                   true}};
    Q_EMIT shown.bench.labelsAheadMade(board);
    EXPECT_TRUE(shown.says(QStringLiteral("订单尾号 10777：第 3 项（条码）：条太矮，扫不出来。")));
}

TEST_F(PagesTest, TheChosenLabelShowsItsGradeAndAnAskedCopyStaysAsked) {
    shown.model().show(KioskModel::LabelsPage);
    Q_EMIT shown.bench.labelsMade(samples::labels());
    LabelsModel& labels = *shown.model().labels();
    labels.choose(69);
    EXPECT_EQ(labels.grade(), QString()) << "not measured yet";
    labels.printAgain(QStringLiteral("damaged"));
    Q_EMIT shown.bench.labelsGraded({{69, QStringLiteral("B")}});
    EXPECT_EQ(labels.grade(), QStringLiteral("B"));
    EXPECT_TRUE(labels.isAsked()) << "a grade that comes late asks for nothing again";
}

TEST_F(PagesTest, ALabelIsPrintedAgainOnceAndWithItsReason) {
    shown.model().show(KioskModel::LabelsPage);
    Q_EMIT shown.bench.labelsMade(samples::labels());
    shown.model().labels()->choose(69);
    shown.bench.asked.clear();
    shown.tap(QStringLiteral("reason-damaged"));
    shown.tap(QStringLiteral("reason-lost"));
    EXPECT_EQ(shown.bench.asked,
              QStringList({QStringLiteral("again 69 damaged"), QStringLiteral("labels")}));
}

TEST_F(PagesTest, AWaitingLabelIsUsedOrDiscardedByATap) {
    shown.model().show(KioskModel::LabelsPage);
    shown.tap(QStringLiteral("openInbox"));
    EXPECT_EQ(shown.model().page(), KioskModel::InboxPage);
    Q_EMIT shown.bench.inboxMade(samples::inbox());
    EXPECT_FALSE(shown.model().inbox()->picture().isEmpty());
    shown.bench.asked.clear();
    shown.tap(QStringLiteral("useIncoming"));
    shown.model().inbox()->choose(8);
    shown.tap(QStringLiteral("discardIncoming"));
    EXPECT_EQ(shown.bench.asked,
              (QStringList{QStringLiteral("use label 9"), QStringLiteral("discard 8 by-person")}));
    EXPECT_EQ(shown.item(QStringLiteral("useIncoming")), nullptr) << "nobody knows its order";
    Q_EMIT shown.bench.inboxMade({});
    EXPECT_TRUE(shown.model().inbox()->why().isEmpty());
}

TEST_F(PagesTest, WhoseALabelIsIsSaidByTheNextScan) {
    shown.model().show(KioskModel::InboxPage);
    Q_EMIT shown.bench.inboxMade(samples::inbox());
    EXPECT_EQ(shown.item(QStringLiteral("nameIncoming")), nullptr) << "it has its order";
    shown.model().inbox()->choose(8);
    shown.bench.asked.clear();
    shown.tap(QStringLiteral("nameIncoming"));
    EXPECT_TRUE(shown.model().inbox()->isNaming());
    Q_EMIT shown.bench.inboxMade(samples::inbox()); // as it is asked for again and again
    EXPECT_TRUE(shown.model().inbox()->isNaming());
    Q_EMIT shown.bench.orderNamed();
    EXPECT_FALSE(shown.model().inbox()->isNaming());
    EXPECT_EQ(shown.bench.asked, QStringList{QStringLiteral("name order of 8")});
}

TEST_F(PagesTest, ScansMeanWhatTheyAlwaysDoOnceThePageIsLeftOrAnotherLabelChosen) {
    shown.model().show(KioskModel::InboxPage);
    Q_EMIT shown.bench.inboxMade(samples::inbox());
    shown.model().inbox()->choose(8);
    shown.bench.asked.clear();
    shown.model().inbox()->name();
    shown.model().inbox()->choose(7);
    shown.model().inbox()->name();
    shown.model().show(KioskModel::PackPage);
    EXPECT_FALSE(shown.model().inbox()->isNaming());
    EXPECT_EQ(shown.bench.asked,
              (QStringList{QStringLiteral("name order of 8"), QStringLiteral("name order of 0"),
                           QStringLiteral("name order of 7"), QStringLiteral("name order of 0")}));
}

TEST_F(PagesTest, ALabelOfWhichNothingHasLeftIsCancelledByATap) {
    shown.model().show(KioskModel::LabelsPage);
    Q_EMIT shown.bench.labelsMade(samples::labels());
    shown.model().labels()->choose(66);
    shown.bench.asked.clear();
    EXPECT_EQ(shown.item(QStringLiteral("reason-damaged")), nullptr) << "nothing can be damaged";
    shown.tap(QStringLiteral("cancelLabel"));
    shown.tap(QStringLiteral("sendLabel"));
    EXPECT_EQ(shown.bench.asked,
              QStringList({QStringLiteral("cancel label 66"), QStringLiteral("labels"),
                           QStringLiteral("again 66 not-sent"), QStringLiteral("labels")}));
    shown.model().labels()->choose(70);
    EXPECT_EQ(shown.item(QStringLiteral("cancelLabel")), nullptr) << "it is printed";
}

TEST_F(PagesTest, AVoidCopyIsNotPrintedAgain) {
    shown.model().show(KioskModel::LabelsPage);
    Q_EMIT shown.bench.labelsMade(samples::labels());
    shown.model().labels()->choose(65);
    shown.bench.asked.clear();
    ASSERT_FALSE(shown.model().labels()->mayPrintAgain());
    shown.tap(QStringLiteral("reason-damaged"));
    EXPECT_EQ(shown.bench.asked, QStringList());
}

TEST_F(PagesTest, DevicesInTroubleComeFirst) {
    shown.model().show(KioskModel::DevicesPage);
    Q_EMIT shown.bench.devicesMade(samples::devices(true));
    DevicesModel* devices = shown.model().devices();
    EXPECT_EQ(devices->seen().state(), QStringLiteral("paper-out"));
    EXPECT_EQ(devices->data(devices->index(0), DevicesModel::State).toString(),
              QStringLiteral("paper-out"));
    EXPECT_TRUE(shown.says(QStringLiteral("缺纸")));
    Q_EMIT shown.bench.devicesMade(samples::devices(false));
    EXPECT_EQ(devices->seen().kind(), QString());
}

TEST_F(PagesTest, AWarningLightsThePrintersLampAndIsNoTrouble) {
    shown.model().show(KioskModel::DevicesPage);
    Q_EMIT shown.bench.devicesMade(samples::devices(false));
    DevicesModel* devices = shown.model().devices();
    EXPECT_EQ(devices->data(devices->index(0), DevicesModel::DeviceId).toString(),
              QStringLiteral("usb:0a5f:0164:1"))
        << "before those that have nothing to say";
    EXPECT_EQ(devices->troubled(), 0);
    EXPECT_EQ(devices->seen().kind(), QString());
    EXPECT_TRUE(shown.says(QStringLiteral("纸卷快用完了")));
    devices->choose(QStringLiteral("usb:0a5f:0164:1"));
    EXPECT_TRUE(shown.says(QStringLiteral("纸卷快用完了 · 还要出 3 张")));
    shown.model().setChinese(false);
    EXPECT_TRUE(shown.says(QStringLiteral("The roll is nearly empty · 3 labels still to come")));
}

TEST_F(PagesTest, APersonSaysThePrintersLanguage) {
    shown.model().show(KioskModel::DevicesPage);
    Q_EMIT shown.bench.devicesMade(samples::devicesOfUnknownLanguage());
    EXPECT_TRUE(shown.says(QStringLiteral("它用哪种打印语言？"))) << "it is looked at by itself";
    shown.bench.asked.clear();
    shown.tap(QStringLiteral("language-tspl"));
    EXPECT_EQ(shown.bench.asked, QStringList{QStringLiteral("language usb:1d5a:0401:NB0001 tspl")});
    QList<DeviceRow> rows = samples::devicesOfUnknownLanguage();
    rows.first().state = QStringLiteral("ready");
    rows.first().lamp = Lamp::Ready;
    rows.first().language = QStringLiteral("tspl");
    Q_EMIT shown.bench.devicesMade(rows);
    shown.model().devices()->choose(rows.first().id);
    EXPECT_TRUE(shown.item(QStringLiteral("language-tspl"))->property("chosen").toBool());
    EXPECT_NE(shown.item(QStringLiteral("language-zpl")), nullptr) << "a wrong word can be mended";
}

TEST_F(PagesTest, APrinterWhoseLanguageIsKnownIsNotAskedAbout) {
    shown.model().show(KioskModel::DevicesPage);
    Q_EMIT shown.bench.devicesMade(samples::devices(false));
    shown.model().devices()->choose(QStringLiteral("usb:0a5f:0164:1"));
    EXPECT_EQ(shown.item(QStringLiteral("language-zpl")), nullptr);
}

TEST_F(PagesTest, ATappedScannerShowsItsLastScanRawAndAsItCounts) {
    shown.model().show(KioskModel::DevicesPage);
    Q_EMIT shown.bench.devicesMade(samples::devices(false));
    shown.bench.asked.clear();
    shown.model().devices()->choose(QStringLiteral("usb:05e0:1300@1-2"));
    EXPECT_EQ(shown.bench.asked, QStringList{QStringLiteral("try scanners")});
    EXPECT_TRUE(shown.says(QStringLiteral("6901234500417")));
    EXPECT_TRUE(shown.says(QStringLiteral("]E06901234500417‹CR›")));
    EXPECT_TRUE(shown.says(QStringLiteral("]E0")));
    shown.tap(QStringLiteral("closeDevice"));
    EXPECT_EQ(shown.model().devices()->seen().kind(), QString());
    EXPECT_EQ(shown.bench.asked.last(), QStringLiteral("scanners tried"));
}

TEST_F(PagesTest, AMissingCameraSaysWhatItMeansAndWhatToDo) {
    shown.model().show(KioskModel::DevicesPage);
    Q_EMIT shown.bench.devicesMade(samples::devices(false) +
                                   QList<DeviceRow>{samples::camera(QStringLiteral("unplugged"))});
    EXPECT_TRUE(shown.says(QStringLiteral("没接上")));
    EXPECT_TRUE(shown.says(QStringLiteral("恢复之前读不了码")));
    EXPECT_TRUE(shown.says(QStringLiteral("插好摄像头")));
    EXPECT_FALSE(shown.says(QStringLiteral("恢复之前出不了面单")));
}

TEST_F(PagesTest, LeavingTheDevicesPageEndsTheTrying) {
    shown.model().show(KioskModel::DevicesPage);
    Q_EMIT shown.bench.devicesMade(samples::devices(false));
    shown.model().devices()->choose(QStringLiteral("wedge"));
    shown.model().show(KioskModel::PackPage);
    EXPECT_EQ(shown.bench.asked.last(), QStringLiteral("scanners tried"));
}

TEST_F(PagesTest, APrinterMeasuresItsPaperWhenAsked) {
    shown.model().show(KioskModel::DevicesPage);
    Q_EMIT shown.bench.devicesMade(samples::devices(false));
    shown.model().devices()->choose(QStringLiteral("usb:0a5f:0164:1"));
    shown.bench.asked.clear();
    shown.tap(QStringLiteral("calibratePrinter"));
    EXPECT_EQ(shown.bench.asked, QStringList{QStringLiteral("calibrate usb:0a5f:0164:1")});
}

TEST_F(PagesTest, AMissingLoudspeakerIsShown) {
    shown.model().show(KioskModel::DevicesPage);
    Q_EMIT shown.bench.devicesMade(samples::devices(false));
    shown.model().devices()->setSound(QStringLiteral("no-sound"));
    EXPECT_TRUE(shown.says(QStringLiteral("没有喇叭")));
}

TEST_F(PagesTest, PrintersAreTestedAndChosen) {
    shown.model().show(KioskModel::DevicesPage);
    Q_EMIT shown.bench.devicesMade(samples::devices(false));
    shown.bench.asked.clear();
    shown.tap(QStringLiteral("usePrinter"));
    shown.tap(QStringLiteral("testPrinter"));
    EXPECT_EQ(shown.bench.asked,
              QStringList({QStringLiteral("use virtual"), QStringLiteral("devices"),
                           QStringLiteral("test usb:0a5f:0164:1")}));
}

TEST_F(PagesTest, AnImportShowsProgressAndCanBeStopped) {
    shown.model().show(KioskModel::ImportPage);
    shown.model().imports()->read({QStringLiteral("/x/a.csv")});
    shown.model().imports()->read({QStringLiteral("/x/b.csv")});
    Q_EMIT shown.bench.importMoved(500, QStringLiteral("/x/a.csv"));
    EXPECT_TRUE(shown.says(QStringLiteral("50%")));
    shown.tap(QStringLiteral("cancelImport"));
    EXPECT_EQ(shown.bench.asked, QStringList({QStringLiteral("import orders /x/a.csv"),
                                              QStringLiteral("cancel import")}));
}

TEST_F(PagesTest, RefusedRowsAreListedWithLineAndReason) {
    shown.model().show(KioskModel::ImportPage);
    for (const ImportReport& report : samples::reports())
        Q_EMIT shown.bench.importDone(report);
    Q_EMIT shown.bench.importsFinished();
    EXPECT_EQ(shown.model().imports()->accepted(), 508);
    EXPECT_EQ(shown.model().imports()->refused(), 2);
    EXPECT_TRUE(shown.says(QStringLiteral("第 44 行 · 缺必填项")));
}

TEST(ImportFolder, ListsTheFilesThatCanBeRead) {
    QTemporaryDir folder;
    for (const char* name : {"a.csv", "b.xlsx", "c.png"}) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("x");
    }
    KioskOptions options;
    options.importFolders = {folder.path()};
    ShownKiosk shown(options);
    shown.bench.show(samples::idle(Language::Chinese));
    shown.model().show(KioskModel::ImportPage);
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return shown.model().imports()->files().size() == 2; }, 5000));
    shown.bench.asked.clear();
    shown.model().imports()->readAll();
    EXPECT_EQ(shown.bench.asked.size(), 1);
}

} // namespace
} // namespace packbench
