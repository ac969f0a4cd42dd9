// A label through the whole conversation against one bare bulk transfer of the same bytes, both
// through the real libusb to the emulated printer, in turns.

#include "drivers/usbbus.h"
#include "emulatedbus.h"
#include "emulatedprinter.h"
#include "preload.h"
#include "support/figures.h"

#include <cstdio>

using namespace packbench;

namespace {

constexpr int kTimes = 60;
constexpr int kWarmUp = 5;
const QString kPrinter = QStringLiteral("usb:1d5a:0401:NB0001");

struct Times {
    figures::Sample label, bare;
};

Times measure(UsbPrinterBus& bus, const QByteArray& bytes) {
    Times times;
    const std::atomic<bool> never = false;
    for (int at = 0; at < kWarmUp + kTimes; ++at) {
        double label = 0;
        double bare = 0;
        {
            const auto printer = bus.open(kPrinter);
            label = figures::millisecondsOf([&] { (void)printer->send(bytes, never); });
        }
        {
            const auto way = bus.transport(kPrinter);
            bare = figures::millisecondsOf([&] { (void)way->write(bytes, 10'000); });
        }
        if (at < kWarmUp)
            continue;
        times.label.push_back(label);
        times.bare.push_back(bare);
    }
    return times;
}

} // namespace

int main(int, char** argv) {
    test::preloadUmockdev(argv);
    if (!test::isUmockdevPreloaded()) {
        std::printf("usb_figures: libumockdev-preload.so.0 is not there: left out\n");
        return 0;
    }
    test::EmulatedBus emulated;
    const auto model = std::make_shared<test::EmulatedPrinter>();
    model->protocol = 1; // is not asked how it is
    const auto device = emulated.plug(model);
    UsbPrinterBus bus;
    figures::Table table(QStringLiteral("usb, libusb on an emulated bus"));
    for (const int size : {7'500, 17'300, 124'000}) {
        const Times times = measure(bus, QByteArray(size, 'x'));
        table.ratio(QStringLiteral("label of %1 bytes against one bare transfer").arg(size),
                    figures::median(times.label), figures::median(times.bare), "ms", 1.2);
    }
    return table.print();
}
