#pragma once

#include "drivers/conversation.h"
#include "drivers/usbbus.h"
#include "emulatedbus.h"
#include "emulatedprinter.h"
#include "preload.h"

#include <gtest/gtest.h>

#include <thread>

namespace packbench::test {

/// Bytes that no shift by a few of them leaves the same.
inline QByteArray label(qsizetype size = 60000) {
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype at = 0; at < size; ++at)
        bytes[at] = static_cast<char>(at * 31 + at / 251);
    return bytes;
}

/// The program's own USB bus with an emulated printer to plug in.
class UsbBusTest : public testing::Test {
protected:
    void SetUp() override {
        if (!isUmockdevPreloaded())
            GTEST_SKIP() << "needs libumockdev-preload.so.0 (package umockdev)";
        m_emulated = std::make_unique<EmulatedBus>();
        m_printer = std::make_shared<EmulatedPrinter>();
    }

    void plug(EmulatedBus::Controller controller = EmulatedBus::Controller::ScatterGather) {
        m_device = m_emulated->plug(m_printer, controller);
    }

    /// libusb reads the bus when it starts; what is plugged later comes by uevent.
    UsbPrinterBus& bus() {
        if (!m_bus)
            m_bus = std::make_unique<UsbPrinterBus>();
        return *m_bus;
    }
    std::unique_ptr<LabelPrinter> open() {
        return bus().open(QStringLiteral("usb:1d5a:0401:NB0001"));
    }
    QByteArray received() {
        QByteArray bytes;
        m_device->change([&] { bytes = m_printer->received; });
        return bytes;
    }

    /// Leaves 500 bytes of a label in the printer, and room for more.
    void sendHalfALabel() {
        m_printer->room = 500;
        m_printer->protocol = 1;
        plug();
        const auto printer = open();
        std::jthread person([&] {
            while (received().size() < 500)
                std::this_thread::yield();
            m_cancel = true;
        });
        EXPECT_EQ(printer->send(label(), m_cancel).end, SendReport::End::Uncertain);
        person.join();
        m_cancel = false;
        m_device->change([&] { m_printer->room = -1; });
    }

    std::unique_ptr<EmulatedBus> m_emulated;
    std::shared_ptr<EmulatedPrinter> m_printer;
    std::unique_ptr<EmulatedDevice> m_device;
    std::unique_ptr<UsbPrinterBus> m_bus;
    std::atomic<bool> m_cancel = false;
};

} // namespace packbench::test
