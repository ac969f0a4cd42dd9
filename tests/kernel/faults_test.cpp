// What goes wrong with a cable and a printer, as the real kernel tells it.
#include "drivers/conversation.h"
#include "kernelusb.h"

#include <QFile>

namespace packbench::test {
namespace {

constexpr qsizetype kFilled = GadgetPrinter::kPiece / 2;

/// Half of the printer's first piece, sent by usblp: the label's chunks then lie across the
/// printer's pieces, and the last chunk is taken in part.
void fillHalfAPiece() {
    QFile lp(QStringLiteral("/dev/usb/lp0"));
    ASSERT_TRUE(lp.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    ASSERT_EQ(lp.write(label(kFilled)), kFilled);
}

class KernelUsbFaults : public KernelUsb {
protected:
    /// Plugged in, opened, and with room for ten pieces less a half.
    std::unique_ptr<LabelPrinter> openNearlyFull() {
        plug(m_printer);
        m_printer.makeRoom();
        fillHalfAPiece();
        return HasFatalFailure() ? nullptr : open();
    }

    static constexpr qsizetype kTaken = GadgetPrinter::kRoom - kFilled;
};

TEST_F(KernelUsbFaults, APrinterThatTakesNoMoreIsUncertainWithTheCountToTheByte) {
    const auto printer = openNearlyFull();
    ASSERT_NE(printer, nullptr);
    const SendReport report = printer->send(label(400000), m_cancel);
    EXPECT_EQ(report.end, End::Uncertain);
    EXPECT_EQ(report.bytesTaken, kTaken);
    EXPECT_NE(report.bytesTaken % Conversation::kChunk, 0) << "a chunk was to be taken in part";
    EXPECT_EQ(report.state, PrinterState::Unknown);
    EXPECT_TRUE(m_printer.take(GadgetPrinter::kRoom) ==
                label(kFilled) + label(400000).left(kTaken));
}

TEST_F(KernelUsbFaults, APrinterThatGoesOnAfterAPauseGetsEveryByteOnce) {
    const auto printer = openNearlyFull();
    ASSERT_NE(printer, nullptr);
    QByteArray received;
    std::jthread reading([&] {
        for (qsizetype all = kFilled + label().size(); received.size() < all;) {
            // Its motor runs: several chunks run out of their time with a part taken.
            std::this_thread::sleep_for(std::chrono::milliseconds(3 * Conversation::kPatienceMs));
            received += m_printer.take(std::min(all - received.size(), GadgetPrinter::kPiece));
        }
    });
    const SendReport report = printer->send(label(), m_cancel);
    reading.join();
    EXPECT_EQ(report.end, End::Accepted);
    EXPECT_EQ(report.bytesTaken, label().size());
    EXPECT_TRUE(received == label(kFilled) + label());
}

TEST_F(KernelUsbFaults, CancelEndsTheWaitWithTheCountToTheByte) {
    const auto printer = openNearlyFull();
    ASSERT_NE(printer, nullptr);
    m_cancel = false;
    std::jthread person([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(Conversation::kPatienceMs));
        m_cancel = true;
    });
    const SendReport report = printer->send(label(), m_cancel);
    EXPECT_EQ(report.end, End::Uncertain);
    EXPECT_EQ(report.bytesTaken, kTaken);
}

TEST_F(KernelUsbFaults, UnplugOfAFullPrinterIsUncertainWithinASecondWithTheCountToTheByte) {
    const Stopwatch stopwatch = steadyStopwatch();
    const auto printer = openNearlyFull();
    ASSERT_NE(printer, nullptr);
    qint64 pulled = 0;
    std::jthread cable([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(5 * Conversation::kPatienceMs / 2));
        pulled = stopwatch();
        m_printer.unplug();
    });
    const SendReport report = printer->send(label(400000), m_cancel);
    const qint64 reported = stopwatch();
    cable.join();
    EXPECT_EQ(report.end, End::Uncertain);
    EXPECT_EQ(report.bytesTaken, kTaken);
    EXPECT_EQ(report.state, PrinterState::Unplugged);
    EXPECT_LT(reported - pulled, 1000) << "by the guest's clock, which no load can slow down";
}

TEST_F(KernelUsbFaults, UnplugWhileBytesFlowIsUncertainAndHalfALabelIsDroppedAfterwards) {
    QByteArray bytes = label(400000);
    for (const qsizetype pieces : {1, 3, 25}) {
        const qsizetype read = pieces * GadgetPrinter::kPiece;
        ASSERT_NO_FATAL_FAILURE(plug(m_printer));
        const auto printer = open();
        QByteArray received;
        std::jthread cable([&] {
            received = m_printer.take(read);
            m_printer.unplug();
        });
        const SendReport report = printer->send(label(400000), m_cancel);
        cable.join();
        EXPECT_EQ(report.end, End::Uncertain);
        EXPECT_EQ(report.state, PrinterState::Unplugged);
        EXPECT_TRUE(received == bytes.left(read));
        const qsizetype ahead = bytes.size() - 400000;
        EXPECT_GE(report.bytesTaken, read - ahead) << "what the printer read was taken";
        EXPECT_LE(report.bytesTaken, read + GadgetPrinter::kRoom - ahead);
        EXPECT_EQ(printer->send(label(), m_cancel).end, End::NothingSent);
        EXPECT_EQ(printer->state(), PrinterState::Unplugged);
        ASSERT_TRUE(eventually([&] { return m_bus.present().isEmpty(); }));
        bytes = "~JX" + label(400000);
    }
}

TEST_F(KernelUsbFaults, ReplugIsTheSamePrinterAndTakesAWholeLabel) {
    ASSERT_NO_FATAL_FAILURE(plug(m_printer));
    const QList<PrinterDescription> before = m_bus.present();
    auto printer = open();
    ASSERT_NO_FATAL_FAILURE(unplug(m_printer));
    EXPECT_EQ(printer->send(label(), m_cancel).end, End::NothingSent);
    ASSERT_NO_FATAL_FAILURE(plug(m_printer));
    EXPECT_EQ(m_bus.present(), before);
    printer = open();
    QByteArray received;
    std::jthread reading = printing(m_printer, label().size(), received);
    EXPECT_EQ(printer->send(label(), m_cancel).end, End::Accepted);
    reading.join();
    EXPECT_TRUE(received == label());
}

TEST_F(KernelUsbFaults, TwoEqualPrintersOnTwoPortsStayApart) {
    GadgetPrinter twin(GadgetPrinter::Which::Twin, 1);
    ASSERT_NO_FATAL_FAILURE(plug(m_printer));
    ASSERT_NO_FATAL_FAILURE(plug(twin, 2));
    const QList<PrinterDescription> both = m_bus.present();
    ASSERT_NE(both.first().id, both.last().id);
    const auto one = m_bus.open(both.first().id);
    const auto other = m_bus.open(both.last().id);
    QByteArray first, second;
    std::jthread reading = printing(m_printer, 5000, first);
    std::jthread readingToo = printing(twin, 5000, second);
    EXPECT_EQ(one->send(label(10000).left(5000), m_cancel).end, End::Accepted);
    EXPECT_EQ(other->send(label(10000).right(5000), m_cancel).end, End::Accepted);
    reading.join();
    readingToo.join();
    EXPECT_TRUE(first != second && label(10000).contains(first) && label(10000).contains(second));
}

TEST_F(KernelUsbFaults, APrinterWithoutPaperThatTakesNothingSaysSoByItsPortStatus) {
    ASSERT_NO_FATAL_FAILURE(plug(m_printer));
    m_printer.setPortStatus(0x30);
    EXPECT_EQ(open()->state(), PrinterState::PaperOut);
}

TEST_F(KernelUsbFaults, APrinterThatTakesNothingIsUnknownNotReady) {
    ASSERT_NO_FATAL_FAILURE(plug(m_printer));
    EXPECT_EQ(open()->state(), PrinterState::Unknown);
}

} // namespace
} // namespace packbench::test
