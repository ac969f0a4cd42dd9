#include "window.h"

#include <QCoreApplication>

#include <gtest/gtest.h>

namespace packbench {
namespace {

struct Case {
    QSize size;
    Language language;
};

class TextFitsTest : public testing::TestWithParam<Case> {
protected:
    TextFitsTest() : shown(options()) {}

    static KioskOptions options() {
        KioskOptions out;
        out.size = GetParam().size;
        out.language = GetParam().language;
        return out;
    }

    void expectFit(const char* scene) {
        (void)shown.picture();
        const QRectF window(QPointF(), QSizeF(GetParam().size));
        for (QQuickItem* text : ShownKiosk::texts(shown.window()->contentItem()))
            expectFit(scene, *text, window);
        EXPECT_EQ(shown.kiosk->warnings().join(QLatin1Char('\n')), QString()) << scene;
    }

    static void expectFit(const char* scene, QQuickItem& text, const QRectF& window) {
        const QString words = text.property("text").toString();
        if (words.isEmpty() || text.height() <= 0 || text.width() <= 0)
            return;
        EXPECT_FALSE(text.property("truncated").toBool()) << scene << ": " << qPrintable(words);
        EXPECT_LE(text.property("contentWidth").toDouble(), text.width() + 1)
            << scene << ": " << qPrintable(words);
        const QRectF place = text.mapRectToScene(text.boundingRect());
        EXPECT_TRUE(window.adjusted(-1, -1, 1, 1).contains(place) || isScrolled(text))
            << scene << ": " << qPrintable(words) << " lies outside";
    }

    /// Rows of a list may reach below its edge: the list scrolls.
    static bool isScrolled(const QQuickItem& item) {
        for (const QQuickItem* up = &item; up; up = up->parentItem()) {
            if (up->inherits("QQuickListView"))
                return true;
        }
        return false;
    }

    ShownKiosk shown;
    Language language = GetParam().language;
};

TEST_P(TextFitsTest, OnThePackingPageInEveryState) {
    const struct {
        const char* name;
        StationSnapshot (*make)(Language);
    } states[] = {{"signed off", samples::signedOff},
                  {"idle", samples::idle},
                  {"after a parcel", samples::afterParcel},
                  {"packing", samples::packing},
                  {"wrong item", samples::wrongItem},
                  {"too many", samples::tooMany},
                  {"unknown code", samples::unknownCode},
                  {"stopped", samples::stopped},
                  {"remark", samples::remark},
                  {"remarks", samples::manyRemarks},
                  {"printing", samples::printing},
                  {"paper out", samples::paperOut},
                  {"printer away", samples::printerAway},
                  {"scan label", samples::scanLabel},
                  {"in doubt", samples::inDoubt}};
    for (const auto& state : states) {
        shown.bench.show(state.make(language));
        expectFit(state.name);
    }
}

TEST_P(TextFitsTest, OnTheOtherPages) {
    shown.bench.show(samples::idle(language));
    shown.model().show(KioskModel::DuePage);
    Q_EMIT shown.bench.dueBoardMade(samples::dueBoard(language));
    expectFit("due");
    shown.model().show(KioskModel::LabelsPage);
    Q_EMIT shown.bench.labelsMade(samples::labels());
    expectFit("labels");
    for (const char* verb : {"verb-0", "verb-1", "verb-2"}) {
        shown.tap(QLatin1String(verb));
        expectFit(verb);
    }
    shown.model().labels()->choose(66);
    expectFit("a label that waits");
    shown.model().show(KioskModel::StartUpPage);
    Q_EMIT shown.bench.startUpMade(samples::startUp(3));
    expectFit("labels in doubt after a start");
    for (const int counted : {0, 1, 2}) {
        StartUpBoard board = samples::startUp(50);
        board.uncertain.first().cameOut = counted;
        board.uncertain.first().cartons = board.uncertain.first().carton = 12;
        board.uncertain.first().copyNo = 3;
        Q_EMIT shown.bench.startUpMade(board);
        expectFit("a label in doubt, all that is known");
    }
    shown.model().show(KioskModel::StartUpPage);
    Q_EMIT shown.bench.startUpMade(samples::startUp(0));
    expectFit("labels to be finished");
    shown.model().show(KioskModel::InboxPage);
    Q_EMIT shown.bench.inboxMade(samples::inbox());
    for (const InboxRow& row : samples::inbox()) {
        shown.model().inbox()->choose(row.id);
        expectFit("the label inbox");
    }
    shown.model().show(KioskModel::DevicesPage);
    Q_EMIT shown.bench.devicesMade(samples::devices(true));
    expectFit("devices");
    Q_EMIT shown.bench.devicesMade(samples::devices(false));
    expectFit("devices with a warning");
    Q_EMIT shown.bench.devicesMade(samples::devicesOfUnknownLanguage());
    expectFit("a printer of unknown language");
    for (const char* state : {"ready", "unplugged", "busy", "no-permission", "fault", "unknown"}) {
        Q_EMIT shown.bench.devicesMade({samples::camera(QLatin1String(state))});
        const std::string scene = std::string("camera ") + state;
        expectFit(scene.c_str());
    }
    shown.model().show(KioskModel::EditorPage);
    Q_EMIT shown.bench.templateOpened(samples::openedTemplate());
    for (const int item : {-1, 0, 1, 2}) {
        shown.model().templates()->select(item);
        const std::string scene = "template, item " + std::to_string(item);
        expectFit(scene.c_str());
    }
    shown.bench.show(samples::supervised(language));
    for (const int item : {-1, 0, 1, 2}) {
        shown.model().templates()->select(item);
        const std::string scene = "template, to be changed, item " + std::to_string(item);
        expectFit(scene.c_str());
    }
    shown.model().show(KioskModel::ImportPage);
    expectFit("import");
    shown.model().setMenuOpen(true);
    expectFit("menu");
}

TEST_P(TextFitsTest, AtTheGateAndAtTheDaysEnd) {
    shown.bench.show(samples::idle(language));
    shown.model().show(KioskModel::GatePage);
    Q_EMIT shown.bench.gateMade(samples::gateHalf());
    expectFit("gate, half");
    Q_EMIT shown.bench.gateMade(samples::gatePassed());
    expectFit("gate, passed");
    for (int code = int(NoticeCode::GateUnknownBox); code <= int(NoticeCode::ClockBehind); ++code) {
        Q_EMIT shown.bench.gateMade(samples::gateRefused(NoticeCode(code)));
        const std::string scene = "gate refusal " + std::to_string(code);
        expectFit(scene.c_str());
    }
    Q_EMIT shown.bench.gateMade(samples::gatePassed());
    shown.model().show(KioskModel::DayEndPage);
    Q_EMIT shown.bench.dayBoardMade(samples::dayBoard(false));
    expectFit("day end");
    DayBoard board = samples::dayBoard(true);
    for (const NoticeCode code :
         {NoticeCode::HandoverTaken, NoticeCode::HandoverUnknown, NoticeCode::HandoverNotGone,
          NoticeCode::HandoverOtherCourier, NoticeCode::HandoverOnList, NoticeCode::HandoverOldCopy,
          NoticeCode::HandoverCount}) {
        board.notice.code = code;
        board.verdict = Verdict::Stop;
        Q_EMIT shown.bench.dayBoardMade(board);
        const std::string scene = "hand-over " + std::to_string(int(code));
        expectFit(scene.c_str());
    }
}

TEST_P(TextFitsTest, EveryRefusalTheBenchKnows) {
    const int first = int(NoticeCode::WrongItem);
    for (int code = first; code <= int(NoticeCode::ScanNotUnderstood); ++code) {
        StationSnapshot snapshot = samples::wrongItem(language);
        snapshot.refusal->notice.code = NoticeCode(code);
        snapshot.refusal->differing.clear();
        shown.bench.show(snapshot);
        const std::string scene = "refusal " + std::to_string(code);
        expectFit(scene.c_str());
    }
    StationSnapshot start = samples::idle(language);
    const QString codes = QStringLiteral("6901234500868, 6901234500974 …");
    start.verdict = Verdict::Stop;
    start.refusal = ShownRefusal{
        {NoticeCode::ScansNotCounted, {QStringLiteral("12"), codes}}, codes, {}, {}, {}};
    shown.bench.show(start);
    expectFit("scans not counted, at the start");
}

TEST_P(TextFitsTest, EveryFaultThatStopsTheBench) {
    shown.bench.show(samples::idle(language));
    for (int code = int(NoticeCode::LedgerFull); code <= int(NoticeCode::LedgerFault); ++code) {
        Q_EMIT shown.bench.worldBroke({NoticeCode(code), {}});
        const std::string scene = "fault " + std::to_string(code);
        expectFit(scene.c_str());
    }
}

INSTANTIATE_TEST_SUITE_P(SizesAndLanguages, TextFitsTest,
                         testing::Values(Case{{1920, 1080}, Language::Chinese},
                                         Case{{1920, 1080}, Language::English},
                                         Case{{1280, 800}, Language::Chinese},
                                         Case{{1280, 800}, Language::English}));

} // namespace
} // namespace packbench
