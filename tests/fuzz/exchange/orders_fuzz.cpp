// Any bytes at all: every reader ends, and what it hands on can be trusted.
#include "exchange/itemfile.h"
#include "exchange/orderfile.h"

#include <QTemporaryFile>

#include <cstdlib>

using namespace packbench;

namespace {

class Judge : public OrderSink {
public:
    void take(const FileOrder& file) override {
        if (file.order.key.number.isEmpty() || file.line < 1) {
            std::abort();
        }
        for (const OrderLine& line : file.order.lines) {
            if (line.quantity < 1 || line.quantity > 99999) {
                std::abort();
            }
        }
    }
    void refuse(const Refusal& refusal) override {
        if (refusal.text.isEmpty()) {
            std::abort();
        }
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static QTemporaryFile file; // one for all inputs: making a file costs more than reading it
    if ((!file.isOpen() && !file.open()) || !file.seek(0) || !file.resize(0)) {
        return 0;
    }
    file.write(reinterpret_cast<const char*>(data), qint64(size));
    file.flush();
    Judge judge;
    static_cast<void>(readOrders(file.fileName(), OrderReading(), judge));
    static_cast<void>(readItems(
        file.fileName(), [](const FileItem&) {}, [](const Refusal&) {}));
    static_cast<void>(readWaybills(
        file.fileName(), [](const FileWaybill&) {}, [](const Refusal&) {}));
    return 0;
}
