// What comes for a printer, from anywhere: any stream, in any pieces, gives whole pages or a
// sentence.
#include "labels/carrier/language.h"

#include "../application.h"

#include <cstdint>
#include <cstdlib>

using namespace packbench;

namespace {

void check(const CarrierLabel& label) {
    const Page& page = label.page;
    const bool isWhole = page.bits.size() == qsizetype(page.bytesPerRow()) * page.height;
    if (!isWhole || page.width <= 0 || page.width > 1024 || page.height > 2048 || label.copies < 1)
        std::abort();
    for (const LabelFinding& finding : label.findings) {
        if (finding.kind.isEmpty() || finding.text.size() > 1000)
            std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    if (size < 2)
        return 0;
    haveApplication();
    InterpreterSetup setup;
    setup.pageDots = QSize(400, 300);
    setup.mostDots = QSize(1024, 2048);
    setup.mostBytes = 4 << 20;
    setup.mostDrawings = 500;
    setup.mostLabels = 20;
    const QByteArray bytes(reinterpret_cast<const char*>(data + 2), qsizetype(size - 2));
    (void)recognisedLanguage(bytes);
    const auto language = data[0] % 2 == 0 ? CarrierLanguage::Tspl : CarrierLanguage::Epl2;
    const auto interpreter = carrierInterpreter(language, setup);
    const qsizetype piece = 1 + data[1];
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        interpreter->take(bytes.mid(at, piece));
        for (const CarrierLabel& label : interpreter->takeLabels())
            check(label);
        (void)interpreter->takeQueries();
    }
    interpreter->end();
    for (const CarrierLabel& label : interpreter->takeLabels())
        check(label);
    return 0;
}
