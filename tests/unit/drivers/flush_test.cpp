// Dropping what a printer holds, and its counter of labels: at the virtual printer, whose machines
// read the bytes on their own.
#include "drivers/conversation.h"
#include "drivers/virtualprinter.h"
#include "drivers/zpl/zplcounter.h"
#include "faketransport.h"
#include "pages.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace packbench {
namespace {

class FlushTest : public testing::TestWithParam<PrinterLanguage> {
protected:
    [[nodiscard]] static Page page(unsigned seed) { return test::labelLikePage(203, 120, 8, seed); }
    [[nodiscard]] static QByteArray label(unsigned seed) {
        return encode(GetParam(), page(seed), {});
    }
    void order(const char* words) {
        ASSERT_EQ(m_printer.order(QString::fromLatin1(words)), QString());
    }
    /// As after a restart: nothing of what was sent before is remembered.
    std::unique_ptr<LabelPrinter> open() { return m_bus.open(QStringLiteral("virtual")); }
    /// As a printer draws it that was never in trouble; a receipt printer cuts white rows off.
    [[nodiscard]] bool lastIs(unsigned seed) const {
        const QTemporaryDir folder;
        VirtualPrinter other(folder.path(), GetParam(), 8);
        static_cast<void>(other.take(label(seed)));
        const QImage drawn(other.lastPicture());
        return !drawn.isNull() && QImage(m_printer.lastPicture()) == drawn;
    }

    QTemporaryDir m_folder;
    VirtualPrinter m_printer{m_folder.path(), GetParam(), 8};
    VirtualPrinterBus m_bus{m_printer};
    std::atomic<bool> m_cancel = false;
};

/// Every language: half a label is in the printer when the program dies.
TEST_P(FlushTest, AHalfLabelIsDroppedAndTheNextIsWhole) {
    for (const double part : {0.05, 0.5, 0.95}) {
        const QByteArray half = label(1).left(qsizetype(part * double(label(1).size())));
        ASSERT_EQ(m_printer.take(half).taken, half.size());
        const auto printer = open();
        EXPECT_TRUE(printer->flush(label(1).size()));
        EXPECT_EQ(printer->send(label(2), m_cancel).end, SendReport::End::Accepted);
        EXPECT_TRUE(lastIs(2)) << part;
    }
    EXPECT_EQ(m_printer.labelsOut(), 3);
}

INSTANTIATE_TEST_SUITE_P(EachLanguage, FlushTest,
                         testing::Values(PrinterLanguage::Zpl, PrinterLanguage::Tspl,
                                         PrinterLanguage::Epl2, PrinterLanguage::Cpcl,
                                         PrinterLanguage::EscPos));

class FlushWhole : public FlushTest {};

TEST_P(FlushWhole, ALabelThatWaitsForPaperIsDroppedToo) {
    order("paper-out");
    EXPECT_EQ(open()->send(label(1), m_cancel).end, SendReport::End::Accepted);
    ASSERT_EQ(m_printer.labelsWaiting(), 1);
    const auto printer = open();
    EXPECT_TRUE(printer->flush(label(1).size()));
    EXPECT_EQ(m_printer.labelsWaiting(), 0);
    EXPECT_EQ(printer->send(label(2), m_cancel).end, SendReport::End::Accepted);
    m_printer.setReady();
    EXPECT_EQ(m_printer.labelsOut(), 1);
    EXPECT_TRUE(lastIs(2));
}

INSTANTIATE_TEST_SUITE_P(WhereTheLanguageCan, FlushWhole,
                         testing::Values(PrinterLanguage::Zpl, PrinterLanguage::Tspl,
                                         PrinterLanguage::EscPos));

TEST(Flush, OfAPrinterThatIsGoneIsNotTaken) {
    test::FakeDevice device;
    device.goneAt = 0;
    PrinterDescription description;
    Conversation printer(description, std::make_unique<test::FakeTransport>(device),
                         device.stopwatch());
    EXPECT_FALSE(printer.flush(1000));
}

TEST(Flush, IsNotSentToAPrinterOfUnknownLanguage) {
    test::FakeDevice device;
    PrinterDescription description;
    description.languageKnown = false;
    Conversation printer(description, std::make_unique<test::FakeTransport>(device),
                         device.stopwatch());
    EXPECT_FALSE(printer.flush(1000));
    EXPECT_TRUE(device.received.isEmpty());
}

TEST(LabelCount, GoesUpWithEachLabelOfAZplPrinter) {
    const QTemporaryDir folder;
    VirtualPrinter machine(folder.path(), PrinterLanguage::Zpl, 8);
    VirtualPrinterBus bus(machine);
    const auto printer = bus.open(QStringLiteral("virtual"));
    EXPECT_EQ(printer->labelCount(), 0);
    const std::atomic<bool> cancel = false;
    const QByteArray label = encode(PrinterLanguage::Zpl, test::labelLikePage(203, 120, 8, 1), {});
    (void)printer->send(label, cancel);
    EXPECT_EQ(printer->labelCount(), 1);
    ASSERT_EQ(machine.order(QStringLiteral("twice")), QString());
    (void)printer->send(label, cancel);
    EXPECT_EQ(printer->labelCount(), 3);
}

TEST(LabelCount, OfTheOtherLanguagesIsNotTold) {
    for (const PrinterLanguage language : {PrinterLanguage::Tspl, PrinterLanguage::Epl2,
                                           PrinterLanguage::Cpcl, PrinterLanguage::EscPos}) {
        const QTemporaryDir folder;
        VirtualPrinter machine(folder.path(), language, 8);
        VirtualPrinterBus bus(machine);
        EXPECT_FALSE(bus.open(QStringLiteral("virtual"))->labelCount());
    }
}

TEST(LabelCount, APrinterThatNeverAnswersIsAskedLessAndLess) {
    test::FakeDevice device;
    const auto memory = std::make_shared<Conversation::Memory>();
    Conversation printer({}, std::make_unique<test::FakeTransport>(device), device.stopwatch(),
                         memory);
    EXPECT_FALSE(printer.labelCount());
    const int asked = device.writes;
    EXPECT_FALSE(printer.labelCount());
    EXPECT_EQ(device.writes, asked) << "it was mute a moment ago";
    device.now += Conversation::kFirstPauseMs;
    EXPECT_FALSE(printer.labelCount());
    EXPECT_EQ(device.writes, asked + 1);
}

TEST(LabelCount, ReadsANumberBetweenQuotationMarksOnly) {
    EXPECT_EQ(zplCounterFrom("\"1234\""), 1234);
    EXPECT_EQ(zplCounterFrom("\r\n\"0\"\r\n"), 0);
    for (const char* answer : {"", "1234", "\"", "\"\"", "\"?\"", "\"12a\"", "\"1234567890123\"",
                               "\"-1\"", "\"1.5 INCHES\""})
        EXPECT_FALSE(zplCounterFrom(answer)) << answer;
    EXPECT_TRUE(isWholeZplCounter("\"7\""));
    EXPECT_FALSE(isWholeZplCounter("\"7"));
}

} // namespace
} // namespace packbench
