#include "kernelusb.h"

namespace packbench::test {
namespace {

const QByteArray kReady = "\x02"
                          "030,0,0,1218,000,0,0,0,000,0,0,0\x03\r\n"
                          "\x02"
                          "000,0,0,0,0,2,6,0,00000000,1,000\x03\r\n"
                          "\x02"
                          "1234,0\x03\r\n";

} // namespace

QByteArray label(qsizetype size) {
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype at = 0; at < size; ++at)
        bytes[at] = static_cast<char>(at * 31 + at / 251);
    return bytes;
}

void KernelUsb::plug(GadgetPrinter& printer, qsizetype expected) {
    printer.plug();
    ASSERT_TRUE(eventually([&] { return m_bus.present().size() == expected; }));
    ASSERT_TRUE(eventually([&] { return printer.driver() == QStringLiteral("usblp"); }));
}

void KernelUsb::unplug(GadgetPrinter& printer) {
    printer.unplug();
    ASSERT_TRUE(eventually([&] { return m_bus.present().isEmpty(); }));
}

std::unique_ptr<LabelPrinter> KernelUsb::open() {
    return m_bus.open(QStringLiteral("usb:1d5a:0401:NB0001"));
}

std::jthread KernelUsb::printing(GadgetPrinter& printer, qsizetype size, QByteArray& received) {
    return std::jthread([&printer, &received, size] {
        received = printer.take(size);
        EXPECT_EQ(printer.take(3), "~HS");
        printer.say(kReady);
    });
}

} // namespace packbench::test
