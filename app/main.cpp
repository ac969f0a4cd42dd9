#include "bench/benchthread.h"
#include "bench/clock.h"
#include "drivers/picturesource.h"
#include "screens/kiosk.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QScreen>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>

using namespace packbench;

namespace {

constexpr int kWorldBroke = 3;

int fail(const QString& sentence) {
    std::fprintf(stderr, "packbench: %s\n", qUtf8Printable(sentence));
    return kWorldBroke;
}

QString defaultLedger() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                           QStringLiteral("/packbench");
    return QStringLiteral("sqlite:") + folder + QStringLiteral("/ledger.db");
}

void addOptions(QCommandLineParser& parser) {
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions(
        {{QStringLiteral("ledger"), QStringLiteral("sqlite:PATH or postgresql://…"),
          QStringLiteral("address"), defaultLedger()},
         {QStringLiteral("labels"), QStringLiteral("Folder of the virtual printer."),
          QStringLiteral("folder")},
         {QStringLiteral("language"), QStringLiteral("zh or en."), QStringLiteral("language"),
          QStringLiteral("zh")},
         {QStringLiteral("size"),
          QStringLiteral("Window size, e.g. 1280x800; else as the screen allows."),
          QStringLiteral("size")},
         {QStringLiteral("pictures"), QStringLiteral("Folder of the items' pictures."),
          QStringLiteral("folder")},
         {QStringLiteral("import-from"),
          QStringLiteral("Folder the import page shows; may be given again."),
          QStringLiteral("folder")},
         {QStringLiteral("dark"), QStringLiteral("Dark colours.")},
         {QStringLiteral("kiosk"), QStringLiteral("Fill the screen, cannot be closed.")},
         {QStringLiteral("self-test"),
          QStringLiteral("Start offscreen, look oneself over, quit.")}});
}

/// As large as this screen allows; a window manager may be missing, so nobody else fits it in.
QSize sizeThatFits(QSize largest) {
    const QScreen* screen = QGuiApplication::primaryScreen();
    return screen ? largest.boundedTo(screen->availableSize()).expandedTo({1200, 720}) : largest;
}

KioskOptions optionsFrom(const QCommandLineParser& parser) {
    KioskOptions options;
    options.fullscreen = parser.isSet(QStringLiteral("kiosk"));
    options.dark = parser.isSet(QStringLiteral("dark"));
    options.language = parser.value(QStringLiteral("language")) == QLatin1String("en")
                           ? Language::English
                           : Language::Chinese;
    const QStringList size = parser.value(QStringLiteral("size")).split(u'x');
    if (size.size() == 2)
        options.size = {size.first().toInt(), size.last().toInt()};
    else
        options.size = sizeThatFits(options.size);
    options.picturesFolder = parser.value(QStringLiteral("pictures"));
    options.importFolders = parser.values(QStringLiteral("import-from"));
    if (options.importFolders.isEmpty())
        options.importFolders = {QStandardPaths::writableLocation(QStandardPaths::DownloadLocation),
                                 QDir::currentPath()};
    return options;
}

BenchThread::Setup setupFrom(const QCommandLineParser& parser, const LedgerAddress& address) {
    QString labels = parser.value(QStringLiteral("labels"));
    if (labels.isEmpty())
        labels = QFileInfo(address.path).absolutePath() + QStringLiteral("/labels");
    return {address, labels, !parser.isSet(QStringLiteral("self-test"))};
}

/// Waits for the first frame, then reports what the screens found wrong with this computer.
int selfTest(QGuiApplication& application, Kiosk& kiosk) {
    int result = 0;
    QObject::connect(
        kiosk.window(), &QQuickWindow::frameSwapped, &application,
        [&] {
            const QStringList problems = kiosk.selfTest();
            for (const QString& problem : problems)
                result = fail(problem);
            if (problems.isEmpty())
                std::printf("packbench: self-test passed\n");
            QCoreApplication::exit(result); // quit() would ask the window, which never closes
        },
        Qt::SingleShotConnection);
    QTimer::singleShot(10'000, &application, [&] {
        result = fail(QStringLiteral("No frame was drawn within 10 seconds."));
        QCoreApplication::exit(result);
    });
    QGuiApplication::exec();
    return result;
}

} // namespace

int main(int argc, char** argv) {
    prepareRenderer();
    chooseCameraBackend();
    for (int i = 1; i < argc; ++i) {
        if (qstrcmp(argv[i], "--self-test") == 0)
            qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("packbench"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PACKBENCH_VERSION));
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);

    const auto address = ledgerAddressFromText(parser.value(QStringLiteral("ledger")));
    if (!address)
        return fail(QStringLiteral("--ledger takes sqlite:PATH or postgresql://user@host/name."));
    BenchThread bench(setupFrom(parser, *address));
    if (const QString problem = bench.start(); !problem.isEmpty())
        return fail(problem);
    SystemClock clock;
    KioskOptions options = optionsFrom(parser);
    options.zone = bench.zone();
    Kiosk kiosk(
        bench, [&clock] { return clock.now(); }, options);
    if (!kiosk.window())
        return fail(
            QStringLiteral("The screens could not be loaded: %1").arg(kiosk.warnings().join(u' ')));
    bench.announce();
    return parser.isSet(QStringLiteral("self-test")) ? selfTest(application, kiosk)
                                                     : QGuiApplication::exec();
}
