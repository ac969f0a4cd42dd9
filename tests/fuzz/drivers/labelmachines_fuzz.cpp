// What is sent to the virtual printer: any stream, in any pieces, gives whole pages or none.
#include "drivers/virtual/labelmachine.h"

#include "../application.h"

#include <cstdint>
#include <cstdlib>

using namespace packbench;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    if (size < 2)
        return 0;
    haveApplication();
    const auto language = static_cast<PrinterLanguage>(data[0] % 5);
    const qsizetype piece = 1 + data[1];
    const QByteArray bytes(reinterpret_cast<const char*>(data + 2), qsizetype(size - 2));
    const auto machine = labelMachine(language, 8);
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        machine->take(bytes.mid(at, piece));
        for (const UnderstoodLabel& label : machine->takeLabels()) {
            const Page& page = label.page;
            if (page.bits.size() != qsizetype(page.bytesPerRow()) * page.height)
                std::abort();
        }
        for (const QByteArray& query : machine->takeQueries())
            (void)machine->statusAnswer(query, PrinterState::Ready, 0);
    }
    return 0;
}
