// Finding, opening and printing, with the real usbcore, usbfs and usblp below.
#include "kernelusb.h"

namespace packbench::test {
namespace {

TEST_F(KernelUsb, ListingLeavesThePrinterToTheKernelsDriver) {
    EXPECT_EQ(m_bus.present().size(), 0);
    ASSERT_NO_FATAL_FAILURE(plug(m_printer));
    const PrinterDescription found = m_bus.present().first();
    EXPECT_EQ(found.id, QStringLiteral("usb:1d5a:0401:NB0001"));
    EXPECT_EQ(found.model, QStringLiteral("Northbeam NB-4 203dpi"));
    EXPECT_EQ(found.language, PrinterLanguage::Zpl);
    EXPECT_TRUE(found.languageKnown);
    EXPECT_EQ(found.problem, QString());
    EXPECT_EQ(m_printer.driver(), QStringLiteral("usblp"));
}

TEST_F(KernelUsb, OpeningTakesThePrinterFromTheKernelAndClosingGivesItBack) {
    ASSERT_NO_FATAL_FAILURE(plug(m_printer));
    {
        const auto printer = open();
        EXPECT_EQ(m_printer.driver(), QStringLiteral("usbfs"));
    }
    EXPECT_EQ(m_printer.driver(), QStringLiteral("usblp"));
}

TEST_F(KernelUsb, ASecondOpeningIsRefusedAsBusy) {
    ASSERT_NO_FATAL_FAILURE(plug(m_printer));
    const auto first = open();
    try {
        (void)open();
        FAIL() << "a second opening must be refused";
    } catch (const DeviceError& error) {
        EXPECT_EQ(error.code(), DeviceError::Code::Busy);
    }
}

// This kernel's printer function sends two characters less than its id has.
TEST_F(KernelUsb, AnIdCutByItsSenderIsUsedAsFarAsItCame) {
    GadgetPrinter clipped(GadgetPrinter::Which::Clipped, 0);
    ASSERT_NO_FATAL_FAILURE(plug(clipped));
    const PrinterDescription found = m_bus.present().first();
    EXPECT_EQ(found.id, QStringLiteral("usb:1d5a:0402:NB0002"));
    EXPECT_EQ(found.model, QStringLiteral("Northbeam NB-4 203dp"));
    EXPECT_EQ(found.language, PrinterLanguage::Zpl);
    EXPECT_TRUE(found.languageKnown);
}

TEST_F(KernelUsb, AStatusIsAskedAndAnswered) {
    ASSERT_NO_FATAL_FAILURE(plug(m_printer));
    const auto printer = open();
    QByteArray none;
    const std::jthread answering = printing(m_printer, 0, none);
    EXPECT_EQ(printer->state(), PrinterState::Ready);
}

TEST_F(KernelUsb, ALabelArrivesByteForByte) {
    ASSERT_NO_FATAL_FAILURE(plug(m_printer));
    const auto printer = open();
    QByteArray received;
    std::jthread reading = printing(m_printer, label().size(), received);
    const SendReport report = printer->send(label(), m_cancel);
    reading.join();
    EXPECT_EQ(report.end, End::Accepted);
    EXPECT_EQ(report.bytesTaken, label().size());
    EXPECT_EQ(report.state, PrinterState::Ready);
    EXPECT_TRUE(received == label());
}

} // namespace
} // namespace packbench::test
