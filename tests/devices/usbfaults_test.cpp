// A label's way at every place where something happens to it: cable, halt, noise, a full printer;
// with both kinds of host controllers.
#include "usbbustest.h"

#include <cerrno>
#include <random>

namespace packbench {
namespace {

using test::EmulatedBus;
using test::EmulatedPrinter;
using test::label;
using End = SendReport::End;

constexpr qsizetype kSize = 5 * Conversation::kChunk + 1234;
constexpr unsigned kSeed = 20260921;

/// The first and last byte, every border of a chunk and its neighbours, and some places by chance.
QList<qint64> places() {
    QList<qint64> all{1, kSize - 1};
    for (qint64 border = Conversation::kChunk; border < kSize; border += Conversation::kChunk)
        all += {border - 1, border, border + 1};
    std::mt19937 random(kSeed);
    for (int count = 0; count < 12; ++count)
        all.append(qint64(2 + random() % unsigned(kSize - 3)));
    return all;
}

class UsbFaults : public test::UsbBusTest,
                  public testing::WithParamInterface<EmulatedBus::Controller> {
protected:
    /// A printer that only takes, plugged in anew and opened.
    std::unique_ptr<LabelPrinter> fresh(const std::function<void(EmulatedPrinter&)>& fault) {
        m_bus.reset();
        m_device.reset();
        m_printer = std::make_shared<EmulatedPrinter>();
        m_printer->protocol = 1;
        fault(*m_printer);
        plug(GetParam());
        return open();
    }
    void waitForBytes(qint64 count) {
        while (received().size() < count)
            std::this_thread::yield();
    }
};

TEST_P(UsbFaults, UnpluggedAtAnyPlaceItIsUncertainWithTheCountToTheByte) {
    for (const int status : {-ESHUTDOWN, -EPROTO})
        for (const qint64 place : places()) {
            const auto printer = fresh([=](EmulatedPrinter& one) { one.room = place; });
            std::jthread cable([&] {
                waitForBytes(place);
                m_device->unplug(status);
            });
            const SendReport report = printer->send(label(kSize), m_cancel);
            cable.join();
            ASSERT_EQ(report.end, End::Uncertain) << place;
            ASSERT_EQ(report.bytesTaken, place);
            ASSERT_EQ(report.state, PrinterState::Unplugged) << place;
            ASSERT_TRUE(received() == label(kSize).left(place)) << place;
            ASSERT_EQ(printer->send(label(kSize), m_cancel).end, End::NothingSent) << place;
        }
}

TEST_P(UsbFaults, HaltedAtAnyPlaceTheLabelArrivesByteForByte) {
    for (const qint64 place : places()) {
        const auto printer = fresh([=](EmulatedPrinter& one) { one.stallAt = place; });
        ASSERT_EQ(printer->send(label(kSize), m_cancel).end, End::Accepted) << place;
        ASSERT_TRUE(received() == label(kSize)) << place;
        ASSERT_EQ(m_device->log().count(QStringLiteral("clear halt")), 1) << place;
    }
}

// "Error" on the bus while the device is still there, "no device" at the next call.
TEST_P(UsbFaults, NoiseAtAnyPlaceIsUncertainAndAfterTheUnplugNothingIsSent) {
    for (const qint64 place : places()) {
        const auto printer = fresh([=](EmulatedPrinter& one) { one.noiseAt = place; });
        const SendReport report = printer->send(label(kSize), m_cancel);
        ASSERT_EQ(report.end, End::Uncertain) << place;
        ASSERT_EQ(report.bytesTaken, place);
        ASSERT_TRUE(received() == label(kSize).left(place)) << "nothing is sent again";
        m_device->unplug(-ESHUTDOWN);
        ASSERT_EQ(printer->send(label(kSize), m_cancel).end, End::NothingSent) << place;
    }
}

TEST_P(UsbFaults, AfterATimeoutWithAPartTakenItGoesOnAtTheRightByte) {
    constexpr qint64 kBorder = 2 * Conversation::kChunk;
    for (const qint64 place : {kBorder - 1, kBorder, kBorder + 1, kBorder + 4000}) {
        const auto printer = fresh([=](EmulatedPrinter& one) { one.room = place; });
        std::jthread paper([&] {
            waitForBytes(place);
            // Until a transfer was given up for lack of time.
            while (!m_device->log().contains(QStringLiteral("discard")))
                std::this_thread::yield();
            m_device->change([&] { m_printer->room = -1; });
        });
        ASSERT_EQ(printer->send(label(kSize), m_cancel).end, End::Accepted) << place;
        ASSERT_TRUE(received() == label(kSize)) << place;
    }
}

INSTANTIATE_TEST_SUITE_P(Controllers, UsbFaults,
                         testing::Values(EmulatedBus::Controller::ScatterGather,
                                         EmulatedBus::Controller::Plain),
                         [](const auto& one) {
                             return one.param == EmulatedBus::Controller::Plain ? "Plain"
                                                                                : "ScatterGather";
                         });

class UsbIds : public test::UsbBusTest {
protected:
    PrinterDescription listed(const QByteArray& answer) {
        m_bus.reset();
        m_device.reset();
        m_printer = std::make_shared<EmulatedPrinter>();
        m_printer->rawId = answer;
        plug();
        const auto all = bus().present();
        EXPECT_EQ(all.size(), 1);
        return all.value(0);
    }
    static constexpr char kText[] = "MFG:Northbeam;CMD:ZPL;MDL:NB-4 203dpi;CLS:PRINTER;";
};

TEST_F(UsbIds, TheLengthMayCountItselfOrNotInEitherByteOrderOrBeNonsense) {
    const auto size = char(sizeof kText - 1);
    const auto whole = char(sizeof kText + 1);
    for (const QByteArray& length :
         {QByteArray(1, '\0') + whole, QByteArray(1, whole) + '\0', QByteArray(1, '\0') + size,
          QByteArray(2, '\xff'), QByteArray(2, '\0'), QByteArray(1, '\0') + '\1'}) {
        const PrinterDescription found = listed(length + kText);
        EXPECT_EQ(found.model, QStringLiteral("Northbeam NB-4 203dpi")) << length.toHex().data();
        EXPECT_TRUE(found.languageKnown) << length.toHex().data();
    }
}

TEST_F(UsbIds, AnIdOfTheLongestLengthNamesThePrinterByItsBeginning) {
    const PrinterDescription found = listed("\xff\xff" + QByteArray(kText) +
                                            "COMMENT:" + QByteArray(65'535 - 2 - 64, 'x') + ';');
    EXPECT_EQ(found.model, QStringLiteral("Northbeam NB-4 203dpi"));
    EXPECT_EQ(found.language, PrinterLanguage::Zpl);
    EXPECT_TRUE(found.languageKnown);
}

TEST_F(UsbIds, BlanksAroundKeysAndValuesAreNoPartOfThem) {
    const QByteArray text = " MFG : Northbeam ; CMD : ZPL ; MDL : NB-4 203dpi ; ";
    const PrinterDescription found = listed(QByteArray("\0", 1) + char(text.size() + 2) + text);
    EXPECT_EQ(found.model, QStringLiteral("Northbeam NB-4 203dpi"));
    EXPECT_TRUE(found.languageKnown);
}

TEST_F(UsbIds, AnEmptyAnswerLeavesTheUsbTextsAndAQuestion) {
    for (const QByteArray& answer : {QByteArray(), QByteArray("\0\x02", 2)}) {
        const PrinterDescription found = listed(answer);
        EXPECT_EQ(found.model, QStringLiteral("Northbeam NB-4"));
        EXPECT_FALSE(found.languageKnown);
        EXPECT_FALSE(found.problem.isEmpty());
    }
}

} // namespace
} // namespace packbench
