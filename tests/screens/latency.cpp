// Prints how long a snapshot takes to its frame in the real window, median and 99th percentile,
// and the memory in use after it. QT_QPA_PLATFORM chooses where, PACKBENCH_SCANS how often.

#include "window.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace packbench;

namespace {

double frameMs(ShownKiosk& shown, const StationSnapshot& snapshot) {
    bool isSwapped = false;
    double ms = 0;
    QElapsedTimer clock;
    const auto link = QObject::connect(
        shown.window(), &QQuickWindow::frameSwapped, shown.window(),
        [&] {
            if (!isSwapped)
                ms = double(clock.nsecsElapsed()) / 1e6;
            isSwapped = true;
        },
        Qt::DirectConnection);
    clock.start();
    shown.bench.answer(snapshot);
    while (!isSwapped && clock.elapsed() < 1000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    QObject::disconnect(link);
    // No event loop runs here that would delete what was put off.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return ms;
}

/// Memory in use, so that a leak per scan shows.
double residentMb() {
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

void measure(ShownKiosk& shown, const char* name, const QList<StationSnapshot>& turns) {
    static const int kScans = std::max(qEnvironmentVariableIntValue("PACKBENCH_SCANS"), 1000);
    QList<double> all;
    for (int i = 0; i < kScans; ++i)
        all.append(frameMs(shown, turns.at(i % turns.size())));
    std::sort(all.begin(), all.end());
    std::printf("%-32s median %6.2f ms  p99 %6.2f ms  max %6.2f ms  %5.0f MB\n", name,
                all.at(kScans / 2), all.at(kScans * 99 / 100), all.last(), residentMb());
}

} // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    prepareRenderer();
    QGuiApplication app(argc, argv);
    QElapsedTimer start;
    start.start();
    ShownKiosk shown;
    std::printf("window shown after %lld ms\n", static_cast<long long>(start.elapsed()));
    const auto l = Language::Chinese;
    shown.bench.show(samples::packing(l));
    (void)shown.picture();
    measure(shown, "piece counted", {samples::packingBefore(l), samples::packing(l)});
    StationSnapshot many = samples::longOrder(l);
    StationSnapshot more = many;
    ++more.order->lines[3].done;
    ++more.order->done;
    measure(shown, "piece counted, 12 lines", {many, more});
    measure(shown, "refusal and back", {samples::wrongItem(l), samples::packing(l)});
    measure(shown, "order, remark, label",
            {samples::packing(l), samples::remark(l), samples::scanLabel(l), samples::idle(l)});
    return 0;
}
