#pragma once

#include "drivers/usbbus.h"
#include "gadget.h"

#include <gtest/gtest.h>

#include <thread>

namespace packbench::test {

/// `size` bytes, each place unlike its neighbours; 100000 end with a short packet.
[[nodiscard]] QByteArray label(qsizetype size = 100000);

/// A bench in the guest: the program's own bus, and a printer gadget on the first port.
class KernelUsb : public testing::Test {
protected:
    using End = SendReport::End;

    /// The list follows by libusb's hot-plug thread, the driver by the kernel's.
    void plug(GadgetPrinter& printer, qsizetype expected = 1);
    void unplug(GadgetPrinter& printer);
    [[nodiscard]] std::unique_ptr<LabelPrinter> open();
    /// What a printer does with a label: reads it, is asked for its status and answers "ready".
    [[nodiscard]] static std::jthread printing(GadgetPrinter& printer, qsizetype size,
                                               QByteArray& received);

    GadgetPrinter m_printer{GadgetPrinter::Which::Printer, 0};
    UsbPrinterBus m_bus; ///< libusb has read the bus before anything is plugged in
    std::atomic<bool> m_cancel = false;
};

} // namespace packbench::test
