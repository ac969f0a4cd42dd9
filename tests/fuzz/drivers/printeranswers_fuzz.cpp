// What a printer says of itself: any bytes end in a status, and noise never in Ready by chance
// alone.
#include "drivers/languages.h"
#include "drivers/printermodels/printermodels.h"
#include "drivers/usbidentity.h"

#include <cstdint>
#include <cstdlib>

using namespace packbench;

namespace {

constexpr PrinterLanguage kLanguages[] = {PrinterLanguage::Zpl, PrinterLanguage::Tspl,
                                          PrinterLanguage::Epl2, PrinterLanguage::Cpcl,
                                          PrinterLanguage::EscPos};

void readAnswer(const QByteArray& answer) {
    for (const PrinterLanguage language : kLanguages) {
        for (const StatusQuery& query : driverOf(language).queries) {
            (void)query.isWhole(answer);
            const PrinterStatus status = query.read(answer);
            if (answer.isEmpty() && status.state != PrinterState::Unknown)
                std::abort(); // silence is never Ready
        }
    }
}

void readId(const QByteArray& answer) {
    const DeviceId id = deviceIdFrom(deviceIdText(answer));
    const ModelMatch match = matchPrinter({0x1234, 0x5678}, id);
    if (!match.isSure && match.problem.isEmpty())
        std::abort(); // whoever is not sure has to ask
    (void)serialFromDescriptor(answer);
    (void)textFromDescriptor(answer);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    readAnswer(bytes);
    readId(bytes);
    return 0;
}
