#include "window.h"

#include "labels/template.h"

#include <QDir>
#include <QGuiApplication>

#include <cstdio>
#include <functional>

using namespace packbench;

namespace {

using Play = std::function<void(ShownKiosk&, Language)>;

void showPage(ShownKiosk& shown, KioskModel::Page page, Language language) {
    shown.bench.show(samples::idle(language));
    shown.model().show(page);
}

using Scenes = QList<std::pair<QString, Play>>;

void count(ShownKiosk& shown, Language l) {
    shown.bench.show(samples::packingBefore(l));
    shown.bench.show(samples::packing(l));
}

Scenes packScenes() {
    const auto snapshot = [](StationSnapshot (*make)(Language)) {
        return Play([make](ShownKiosk& shown, Language l) { shown.bench.show(make(l)); });
    };
    return {
        {QStringLiteral("01-sign-on"), snapshot(samples::signedOff)},
        {QStringLiteral("02-idle"), snapshot(samples::idle)},
        {QStringLiteral("03-idle-done"), snapshot(samples::afterParcel)},
        {QStringLiteral("04-pack"), count},
        {QStringLiteral("05-pack-long"), snapshot(samples::longOrder)},
        {QStringLiteral("06-wrong"), snapshot(samples::wrongItem)},
        {QStringLiteral("07-too-many"), snapshot(samples::tooMany)},
        {QStringLiteral("08-unknown"), snapshot(samples::unknownCode)},
        {QStringLiteral("09-stop"), snapshot(samples::stopped)},
        {QStringLiteral("10-remark"), snapshot(samples::remark)},
        {QStringLiteral("11-remarks"), snapshot(samples::manyRemarks)},
        {QStringLiteral("12-printing"), snapshot(samples::printing)},
        {QStringLiteral("13-paper-out"), snapshot(samples::paperOut)},
        {QStringLiteral("27-printer-away"), snapshot(samples::printerAway)},
        {QStringLiteral("14-scan-label"), snapshot(samples::scanLabel)},
        {QStringLiteral("15-in-doubt"), snapshot(samples::inDoubt)},
        {QStringLiteral("22-menu"),
         [](ShownKiosk& shown, Language l) {
             count(shown, l);
             shown.model().setMenuOpen(true);
         }},
        {QStringLiteral("23-typing"),
         [](ShownKiosk& shown, Language l) {
             count(shown, l);
             shown.model().setTyping(true);
         }},
        {QStringLiteral("24-fault"),
         [](ShownKiosk& shown, Language l) {
             shown.bench.show(samples::idle(l));
             Q_EMIT shown.bench.worldBroke({NoticeCode::LedgerFull, {}});
         }},
    };
}

/// The built-in template as its file has it, drawn with sample data.
void showTemplate(ShownKiosk& shown, Language l, const QList<PreviewFinding>& findings) {
    shown.bench.show(samples::supervised(l));
    shown.model().show(KioskModel::EditorPage);
    TemplateOpened opened = samples::openedTemplate();
    opened.json = builtInTemplateJson(opened.name);
    Q_EMIT shown.bench.templateOpened(opened);
    TemplatePreview preview = drawPreview(
        {shown.bench.drawings.last().serial, opened.json, sampleFields(PreviewData::Newest), 8});
    preview.findings += findings;
    Q_EMIT shown.bench.templateDrawn(preview);
}

Scenes pageScenes() {
    return {
        {QStringLiteral("16-due"),
         [](ShownKiosk& shown, Language l) {
             showPage(shown, KioskModel::DuePage, l);
             Q_EMIT shown.bench.dueBoardMade(samples::dueBoard(l));
         }},
        {QStringLiteral("45-labels-ahead"),
         [](ShownKiosk& shown, Language l) {
             showPage(shown, KioskModel::DuePage, l);
             Q_EMIT shown.bench.dueBoardMade(samples::dueBoard(l));
             Q_EMIT shown.bench.labelsAheadMade(samples::labelsAhead());
         }},
        {QStringLiteral("46-labels-ahead-running"),
         [](ShownKiosk& shown, Language l) {
             showPage(shown, KioskModel::DuePage, l);
             Q_EMIT shown.bench.dueBoardMade(samples::dueBoard(l));
             AheadBoard board;
             board.isRunning = true;
             board.total = 1873;
             board.done = 641;
             Q_EMIT shown.bench.labelsAheadMade(board);
         }},
        {QStringLiteral("17-import"),
         [](ShownKiosk& shown, Language l) {
             showPage(shown, KioskModel::ImportPage, l);
             shown.model().imports()->read({QStringLiteral("/orders/a.csv")});
             for (const ImportReport& report : samples::reports())
                 Q_EMIT shown.bench.importDone(report);
             Q_EMIT shown.bench.importsFinished();
         }},
        {QStringLiteral("18-import-running"),
         [](ShownKiosk& shown, Language l) {
             showPage(shown, KioskModel::ImportPage, l);
             shown.model().imports()->read({QStringLiteral("/orders/douyin-20261121.xlsx")});
             Q_EMIT shown.bench.importMoved(430, QStringLiteral("/orders/douyin-20261121.xlsx"));
         }},
        {QStringLiteral("19-labels"),
         [](ShownKiosk& shown, Language l) {
             showPage(shown, KioskModel::LabelsPage, l);
             Q_EMIT shown.bench.labelsMade(samples::labels());
             shown.model().labels()->choose(69);
         }},
        {QStringLiteral("28-label-waits"),
         [](ShownKiosk& shown, Language l) {
             showPage(shown, KioskModel::LabelsPage, l);
             Q_EMIT shown.bench.labelsMade(samples::labels());
             shown.model().labels()->choose(66);
         }},
        {QStringLiteral("40-gate"),
         [](ShownKiosk& shown, Language l) {
             showPage(shown, KioskModel::GatePage, l);
             Q_EMIT shown.bench.gateMade(samples::gateHalf());
         }},
        {QStringLiteral("41-gate-passed"),
         [](ShownKiosk& shown, Language l) {
             showPage(shown, KioskModel::GatePage, l);
             Q_EMIT shown.bench.gateMade(samples::gatePassed());
         }},
        {QStringLiteral("42-gate-refused"),
         [](ShownKiosk& shown, Language l) {
             showPage(shown, KioskModel::GatePage, l);
             Q_EMIT shown.bench.gateMade(samples::gateRefused(NoticeCode::GateWrongBox));
         }},
        {QStringLiteral("43-day-end"),
         [](ShownKiosk& shown, Language l) {
             showPage(shown, KioskModel::DayEndPage, l);
             Q_EMIT shown.bench.dayBoardMade(samples::dayBoard(false));
         }},
        {QStringLiteral("44-hand-over"),
         [](ShownKiosk& shown, Language l) {
             showPage(shown, KioskModel::DayEndPage, l);
             Q_EMIT shown.bench.dayBoardMade(samples::dayBoard(true));
         }},
        {QStringLiteral("37-start-up"),
         [](ShownKiosk& shown, Language l) {
             shown.bench.show(samples::idle(l));
             Q_EMIT shown.bench.startUpMade(samples::startUp(3));
         }},
        {QStringLiteral("38-start-up-counted"),
         [](ShownKiosk& shown, Language l) {
             shown.bench.show(samples::idle(l));
             StartUpBoard board = samples::startUp(1);
             board.uncertain.first().cameOut = 1;
             board.uncertain.first().cartons = 2;
             board.uncertain.first().copyNo = 2;
             Q_EMIT shown.bench.startUpMade(board);
         }},
        {QStringLiteral("39-to-finish"),
         [](ShownKiosk& shown, Language l) {
             showPage(shown, KioskModel::StartUpPage, l);
             Q_EMIT shown.bench.startUpMade(samples::startUp(0));
         }},
        {QStringLiteral("47-label-redo"),
         [](ShownKiosk& shown, Language l) {
             showPage(shown, KioskModel::LabelsPage, l);
             Q_EMIT shown.bench.labelsMade(samples::labels());
             shown.model().labels()->choose(70);
             shown.tap(QStringLiteral("verb-1"));
         }},
        {QStringLiteral("35-inbox"),
         [](ShownKiosk& shown, Language l) {
             showPage(shown, KioskModel::InboxPage, l);
             Q_EMIT shown.bench.inboxMade(samples::inbox());
         }},
        {QStringLiteral("36-inbox-order"),
         [](ShownKiosk& shown, Language l) {
             showPage(shown, KioskModel::InboxPage, l);
             Q_EMIT shown.bench.inboxMade(samples::inbox());
             shown.model().inbox()->choose(8);
             shown.tap(QStringLiteral("nameIncoming"));
         }},
        {QStringLiteral("20-devices"),
         [](ShownKiosk& shown, Language l) {
             showPage(shown, KioskModel::DevicesPage, l);
             Q_EMIT shown.bench.devicesMade(samples::devices(true));
         }},
        {QStringLiteral("29-printer-language"),
         [](ShownKiosk& shown, Language l) {
             showPage(shown, KioskModel::DevicesPage, l);
             Q_EMIT shown.bench.devicesMade(samples::devicesOfUnknownLanguage());
         }},
        {QStringLiteral("21-devices-ready"),
         [](ShownKiosk& shown, Language l) {
             showPage(shown, KioskModel::DevicesPage, l);
             Q_EMIT shown.bench.devicesMade(samples::devices(false));
         }},
        {QStringLiteral("30-layout"),
         [](ShownKiosk& shown, Language l) {
             showTemplate(shown, l, {});
             shown.model().templates()->select(6);
         }},
        {QStringLiteral("31-layout-findings"),
         [](ShownKiosk& shown, Language l) {
             showTemplate(shown, l,
                          {{QStringLiteral("text-cut"), {}, 9, false},
                           {QStringLiteral("quiet-zone"), {}, 6, true}});
             shown.model().templates()->select(6);
             shown.tap(QStringLiteral("editorSave"));
         }},
        {QStringLiteral("32-layout-versions"),
         [](ShownKiosk& shown, Language l) {
             showTemplate(shown, l, {});
             Q_EMIT shown.bench.templatesMade(samples::templates());
             shown.tap(QStringLiteral("editorShelfButton"));
         }},
        {QStringLiteral("33-layout-look-only"),
         [](ShownKiosk& shown, Language l) {
             showTemplate(shown, l, {});
             shown.bench.show(samples::idle(l));
             shown.model().templates()->select(8);
         }},
        {QStringLiteral("34-layout-add"),
         [](ShownKiosk& shown, Language l) { showTemplate(shown, l, {}); }},
        {QStringLiteral("25-scanner"),
         [](ShownKiosk& shown, Language l) {
             showPage(shown, KioskModel::DevicesPage, l);
             Q_EMIT shown.bench.devicesMade(samples::devices(false));
             shown.model().devices()->choose(QStringLiteral("usb:05e0:1300@1-2"));
         }},
        {QStringLiteral("26-printer"),
         [](ShownKiosk& shown, Language l) {
             showPage(shown, KioskModel::DevicesPage, l);
             Q_EMIT shown.bench.devicesMade(samples::devices(false));
             shown.model().devices()->choose(QStringLiteral("usb:0a5f:0164:1"));
         }},
    };
}

bool save(const std::pair<QString, Play>& scene, const KioskOptions& options,
          const QString& folder) {
    ShownKiosk shown(options);
    scene.second(shown, options.language);
    const QString name =
        QStringLiteral("%1-%2-%3%4.png")
            .arg(scene.first, options.language == Language::Chinese ? QStringLiteral("zh")
                                                                    : QStringLiteral("en"))
            .arg(options.size.width())
            .arg(options.dark ? QStringLiteral("-dark") : QString());
    const bool saved = shown.picture().save(folder + QLatin1Char('/') + name);
    for (const QString& warning : shown.kiosk->warnings())
        std::fprintf(stderr, "%s: %s\n", qPrintable(name), qPrintable(warning));
    return saved && shown.kiosk->warnings().isEmpty();
}

} // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    prepareRenderer();
    QGuiApplication app(argc, argv);
    const QString folder = qEnvironmentVariable("PACKBENCH_PICTURES");
    if (folder.isEmpty() || !QDir().mkpath(folder)) {
        std::fprintf(stderr, "Name the folder for the pictures in PACKBENCH_PICTURES.\n");
        return 1;
    }
    const QString only = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    bool fine = true;
    // Every page and state, by the name of its picture.
    for (const auto& scene : packScenes() + pageScenes()) {
        if (!scene.first.contains(only))
            continue;
        for (const QSize size : {QSize(1920, 1080), QSize(1280, 800)}) {
            for (const Language language : {Language::Chinese, Language::English}) {
                KioskOptions options;
                options.size = size;
                options.language = language;
                fine &= save(scene, options, folder);
                options.dark = true;
                if (language == Language::Chinese && size.width() == 1920)
                    fine &= save(scene, options, folder);
            }
        }
    }
    return fine ? 0 : 1;
}
