// Prints how long a snapshot takes to its frame in the real window: alternating counted pieces
// and refusals, median and 99th percentile. QT_QPA_PLATFORM chooses where.

#include "window.h"

#include <QElapsedTimer>
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
    return ms;
}

void measure(ShownKiosk& shown, const char* name, const QList<StationSnapshot>& turns) {
    constexpr int kScans = 1000;
    QList<double> all;
    for (int i = 0; i < kScans; ++i)
        all.append(frameMs(shown, turns.at(i % turns.size())));
    std::sort(all.begin(), all.end());
    std::printf("%-32s median %6.2f ms  p99 %6.2f ms  max %6.2f ms\n", name, all.at(kScans / 2),
                all.at(kScans * 99 / 100), all.last());
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
