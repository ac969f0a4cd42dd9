// A label file of others as packbench-reader opens it: pictures and PDF, whatever their bytes are.
#include "labels/carrier/carrierfile.h"

#include "../application.h"

#include <cstdint>
#include <cstdlib>

using namespace packbench;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    haveApplication();
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    const CarrierFile file = openCarrierFile(bytes, {8, QSizeF(100, 150), 8});
    if (file.labels.isEmpty() && file.problem.isEmpty())
        std::abort();
    for (const CarrierLabel& label : file.labels) {
        const Page& page = label.page;
        const bool isWhole = page.bits.size() == qsizetype(page.bytesPerRow()) * page.height;
        if (!isWhole || page.width <= 0 || page.height <= 0 || label.copies < 1)
            std::abort();
    }
    return 0;
}
