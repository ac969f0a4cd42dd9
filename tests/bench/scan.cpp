// From the scan to the committed verdict to the pixel, in the real window on the software renderer,
// beside a bare frame and a bare commit of the same run; and how soon and how large the kiosk is.

#include "barecommit.h"
#include "bench/sampleshop.h"
#include "ledger/ledger.h"
#include "scanwindow.h"
#include "support/figures.h"

#include <QGuiApplication>
#include <QProcess>
#include <cstdio>
#include <stdexcept>

#include <sys/resource.h>

using namespace packbench;
using namespace packbench::figures;

namespace {

constexpr int kScans = 1000;
constexpr int kBlock = 50;
constexpr int kWarmUp = 50;
constexpr int kStarts = 5;

struct Scans {
    Sample verdict, pixel, frame, commit;
};

void measureBlock(ScanWindow& window, BareCommit& bare, Scans& to) {
    for (int i = 0; i < kBlock; ++i) {
        const ScanWindow::Times times = window.scanPiece();
        to.verdict.push_back(times.verdict);
        to.pixel.push_back(times.pixel);
        // After every scan, not in a burst: the disk is then as awake or busy as for the scan.
        to.commit.push_back(millisecondsOf([&bare] { bare.commit(); }));
    }
    window.cover(true);
    for (int i = 0; i < kBlock; ++i)
        to.frame.push_back(window.bareFrame());
    window.cover(false);
}

/// In turns, block by block, so that whatever else the machine does hits all of them.
Scans measure(ScanWindow& window) {
    BareCommit bare(window.path("bare.db"));
    for (int i = 0; i < kWarmUp; ++i)
        (void)window.scanPiece();
    Scans scans;
    for (int i = 0; i < kScans / kBlock; ++i)
        measureBlock(window, bare, scans);
    return scans;
}

double medianOf(const Sample& sample, std::ptrdiff_t from, std::ptrdiff_t count) {
    return median(Sample(sample.begin() + from, sample.begin() + from + count));
}

void show(Table& table, const Scans& scans) {
    const double frame = median(scans.frame);
    const double commit = median(scans.commit);
    table.atMost(QStringLiteral("scan to pixel, median of 1,000"), median(scans.pixel), "ms", 3);
    table.atMost(QStringLiteral("scan to pixel, p99"), percentile(scans.pixel, 0.99), "ms", 16);
    table.ratio(QStringLiteral("scan to pixel against bare frame + bare commit"),
                median(scans.pixel), frame + commit, "ms", 1.5);
    table.tell(QStringLiteral("  slowest scan"), percentile(scans.pixel, 1), "ms");
    table.tell(QStringLiteral("  scan to committed verdict"), median(scans.verdict), "ms");
    table.tell(QStringLiteral("  bare frame (a panel changes its colour)"), frame, "ms");
    table.tell(QStringLiteral("  bare frame, p99"), percentile(scans.frame, 0.99), "ms");
    table.tell(QStringLiteral("  bare commit (update, insert, WAL, FULL)"), commit, "ms");
    table.tell(QStringLiteral("  bare commit, p99"), percentile(scans.commit, 0.99), "ms");
    table.tell(QStringLiteral("  the first 100 scans"), medianOf(scans.pixel, 0, 100), "ms");
    table.tell(QStringLiteral("  the last 100 scans"), medianOf(scans.pixel, kScans - 100, 100),
               "ms");
}

void makeSampleLedger(const QString& path) {
    LedgerAddress address;
    address.path = path;
    fillSampleShop(*Ledger::create(address), sampleShiftStart());
}

/// Starts the built kiosk and lets it draw its first frame and end, several times.
void showStart(Table& table) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("start.db"));
    makeSampleLedger(path);
    const auto start = [&path](int) {
        QProcess kiosk;
        kiosk.start(QStringLiteral(PACKBENCH),
                    {QStringLiteral("--self-test"), QStringLiteral("--ledger"),
                     QStringLiteral("sqlite:") + path});
        if (!kiosk.waitForFinished(60'000) || kiosk.exitCode() != 0)
            throw std::runtime_error("packbench --self-test: " +
                                     kiosk.readAllStandardError().toStdString());
    };
    const Sample starts = repeat(kStarts, start, 1);
    rusage usage{};
    ::getrusage(RUSAGE_CHILDREN, &usage);
    table.atMost(QStringLiteral("kiosk: start to first frame to end, median of 5"), median(starts),
                 "ms", 1000);
    table.atMost(QStringLiteral("kiosk: resident at its highest while starting"),
                 double(usage.ru_maxrss) / 1024, "MB", 150);
}

int run() {
    Table table(QStringLiteral("scan, %1 window").arg(QGuiApplication::platformName()));
    showStart(table);
    ScanWindow window(kWarmUp + kScans + 100);
    const QStringList problems = window.problems();
    if (!problems.isEmpty() || window.size() != QSize(1920, 1080))
        throw std::runtime_error("not the kiosk's window: " + problems.join(u' ').toStdString());
    show(table, measure(window));
    table.atMost(QStringLiteral("resident after 1,050 scans"), residentMegabytes(), "MB", 150);
    return table.print();
}

} // namespace

int main(int argc, char** argv) {
    prepareRenderer();
    QGuiApplication application(argc, argv);
    try {
        return run();
    } catch (const std::exception& broken) {
        std::fprintf(stderr, "scan_figures: %s\n", broken.what());
        return 1;
    }
}
