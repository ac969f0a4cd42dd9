// Carriers' ZPL: any stream, in any pieces, gives whole pages or none, and says why in a sentence.
#include "labels/carrier/interpreter.h"

#include "../application.h"

#include <cstdint>
#include <cstdlib>

using namespace packbench;

namespace {

InterpreterSetup smallSetup() {
    InterpreterSetup setup;
    setup.pageDots = {400, 300};
    setup.mostDots = {1000, 1500};
    setup.mostLabels = 20;
    setup.mostBytes = 8 << 20;
    setup.mostDrawings = 2000;
    return setup;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    haveApplication();
    if (size < 1)
        return 0;
    const InterpreterSetup setup = smallSetup();
    const qsizetype piece = 1 + 8 * qsizetype(data[0]);
    const QByteArray bytes(reinterpret_cast<const char*>(data + 1), qsizetype(size - 1));
    const auto interpreter = zplInterpreter(setup);
    const auto look = [&] {
        for (const CarrierLabel& label : interpreter->takeLabels()) {
            const Page& page = label.page;
            const bool isWhole = page.bits.size() == qsizetype(page.bytesPerRow()) * page.height;
            const bool fits = page.width <= setup.mostDots.width() &&
                              page.height <= setup.mostDots.height() && label.copies >= 1;
            if (!isWhole || !fits)
                std::abort();
        }
        (void)interpreter->takeQueries();
    };
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        interpreter->take(bytes.mid(at, piece));
        look();
    }
    interpreter->end();
    look();
    return 0;
}
