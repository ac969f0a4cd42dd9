#include "usbbustest.h"

#include <cerrno>
#include <thread>

namespace packbench {
namespace {

using test::EmulatedPrinter;
using test::label;
using test::UsbBusTest;
using End = SendReport::End;

TEST_F(UsbBusTest, AnEmptyBusIsAnEmptyList) {
    EXPECT_EQ(bus().present().size(), 0);
    EXPECT_THROW((void)open(), DeviceError);
}

TEST_F(UsbBusTest, APrinterIsListedWithWhatItSaysOfItself) {
    plug();
    const QList<PrinterDescription> found = bus().present();
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found.first().id, QStringLiteral("usb:1d5a:0401:NB0001"));
    EXPECT_EQ(found.first().model, QStringLiteral("Northbeam NB-4 203dpi"));
    EXPECT_EQ(found.first().transport, QStringLiteral("usb"));
    EXPECT_EQ(found.first().language, PrinterLanguage::Zpl);
    EXPECT_TRUE(found.first().languageKnown);
    EXPECT_EQ(found.first().dotsPerMm, 8);
    EXPECT_EQ(found.first().state, PrinterState::Unknown);
    EXPECT_EQ(found.first().problem, QString());
}

TEST_F(UsbBusTest, ListingTakesThePrinterFromNobody) {
    plug();
    m_device->bindKernelDriver("usblp");
    EXPECT_EQ(bus().present().size(), 1);
    EXPECT_EQ(m_device->log(), QStringList());
    EXPECT_EQ(m_device->kernelDriver(), "usblp");
}

TEST_F(UsbBusTest, ALabelArrivesByteForByte) {
    plug();
    m_printer->reply = test::readyAnswer();
    const SendReport report = open()->send(label(), m_cancel);
    EXPECT_EQ(report.end, End::Accepted);
    EXPECT_EQ(report.bytesTaken, 60000);
    EXPECT_EQ(report.state, PrinterState::Ready);
    EXPECT_TRUE(received() == label() + "~HS~HQES");
}

TEST_F(UsbBusTest, ASilentPrinterIsUnknownNotReady) {
    plug();
    EXPECT_EQ(open()->state(), PrinterState::Unknown);
}

TEST_F(UsbBusTest, AWriteOnlyPrinterIsNotAsked) {
    m_printer->protocol = 1;
    plug();
    const SendReport report = open()->send(label(100), m_cancel);
    EXPECT_EQ(report.end, End::Accepted);
    EXPECT_EQ(report.state, PrinterState::Unknown);
    EXPECT_TRUE(received() == label(100));
}

TEST_F(UsbBusTest, APaperlessWriteOnlyPrinterSaysSoByItsPortStatus) {
    m_printer->protocol = 1;
    m_printer->portStatus = 0x38;
    plug();
    EXPECT_EQ(open()->state(), PrinterState::PaperOut);
}

TEST_F(UsbBusTest, TheKernelsDriverIsDetachedBeforeAndAttachedAgainAfter) {
    plug();
    m_device->bindKernelDriver("usblp");
    { const auto printer = open(); }
    EXPECT_EQ(m_device->log(), (QStringList{QStringLiteral("detach"), QStringLiteral("claim"),
                                            QStringLiteral("release"), QStringLiteral("attach")}));
    EXPECT_EQ(m_device->kernelDriver(), "usblp");
}

TEST_F(UsbBusTest, AnotherConfigurationIsSetOnlyWhenItDiffersAndAfterTheDetach) {
    m_printer->configuration = 2;
    plug();
    m_device->bindKernelDriver("usblp");
    const auto printer = open();
    EXPECT_EQ(m_device->log(),
              (QStringList{QStringLiteral("detach"), QStringLiteral("set configuration 2"),
                           QStringLiteral("claim")}));
}

TEST_F(UsbBusTest, APrinterThatIsHeldIsRefusedInWords) {
    plug();
    const auto first = open();
    try {
        (void)open();
        FAIL() << "a second opening must be refused";
    } catch (const DeviceError& error) {
        EXPECT_EQ(error.code(), DeviceError::Code::Busy);
        EXPECT_TRUE(error.sentence().contains(QStringLiteral("Another program holds Northbeam")));
    }
    EXPECT_EQ(first->send(label(10), m_cancel).end, End::Accepted);
}

TEST_F(UsbBusTest, UnplugInMidLabelIsUncertainWithTheExactCount) {
    for (const int status : {-ESHUTDOWN, -EPROTO}) {
        m_printer = std::make_shared<EmulatedPrinter>();
        m_printer->room = 20001;
        plug();
        m_bus.reset();
        const auto printer = open();
        std::jthread cable([&] {
            while (received().size() < 20001)
                std::this_thread::yield();
            m_device->unplug(status);
        });
        const SendReport report = printer->send(label(), m_cancel);
        EXPECT_EQ(report.end, End::Uncertain);
        EXPECT_EQ(report.bytesTaken, 20001);
        EXPECT_EQ(report.state, PrinterState::Unplugged);
        cable.join();
        EXPECT_EQ(printer->send(label(), m_cancel).end, End::NothingSent);
        EXPECT_EQ(printer->state(), PrinterState::Unplugged);
        m_device.reset();
    }
}

TEST_F(UsbBusTest, UnpluggedBeforeTheFirstByteNothingIsSent) {
    plug();
    const auto printer = open();
    m_device->unplug(-ESHUTDOWN);
    const SendReport report = printer->send(label(), m_cancel);
    EXPECT_EQ(report.end, End::NothingSent);
    EXPECT_EQ(report.bytesTaken, 0);
}

TEST_F(UsbBusTest, AFullPrinterThatGoesOnGetsEveryByteOnce) {
    m_printer->room = 1000;
    m_printer->protocol = 1;
    plug();
    const auto printer = open();
    std::jthread paper([&] {
        for (qint64 room = 1000; room <= 60000; room += 11801) {
            while (received().size() < room)
                std::this_thread::yield();
            m_device->change([&] { m_printer->room = room + 11801; });
        }
    });
    EXPECT_EQ(printer->send(label(), m_cancel).end, End::Accepted);
    paper.join();
    EXPECT_TRUE(received() == label());
}

TEST_F(UsbBusTest, CancelEndsTheWaitForAFullPrinterWithTheExactCount) {
    m_printer->room = 12345;
    plug();
    const auto printer = open();
    std::jthread person([&] {
        while (received().size() < 12345)
            std::this_thread::yield();
        m_cancel = true;
    });
    const SendReport report = printer->send(label(), m_cancel);
    EXPECT_EQ(report.end, End::Uncertain);
    EXPECT_EQ(report.bytesTaken, 12345);
}

TEST_F(UsbBusTest, AHaltedPipeIsClearedAndTheLabelGoesOn) {
    m_printer->stallAt = 10000;
    m_printer->protocol = 1;
    plug();
    EXPECT_EQ(open()->send(label(), m_cancel).end, End::Accepted);
    EXPECT_TRUE(received() == label());
    EXPECT_TRUE(m_device->log().contains(QStringLiteral("clear halt")));
}

TEST_F(UsbBusTest, TwoPrintersWithOneSerialAreKeptApartByTheirSockets) {
    plug();
    const auto secondModel = std::make_shared<EmulatedPrinter>();
    const auto second = m_emulated->plug(secondModel);
    QStringList ids;
    for (const PrinterDescription& found : bus().present())
        ids.append(found.id);
    ids.sort();
    ASSERT_EQ(ids, (QStringList{QStringLiteral("usb:1d5a:0401@1-2"),
                                QStringLiteral("usb:1d5a:0401@1-3")}));
    EXPECT_EQ(bus().open(ids.last())->send(label(100), m_cancel).end, End::Accepted);
    EXPECT_EQ(received(), QByteArray());
    EXPECT_EQ(m_device->log(), QStringList()) << "the other printer is left alone";
}

TEST_F(UsbBusTest, APrinterThatAnswersNoRequestIsListedWithItsProblem) {
    m_printer->answersRequests = false;
    plug();
    const QList<PrinterDescription> found = bus().present();
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found.first().id, QStringLiteral("usb:1d5a:0401@1-2"));
    EXPECT_EQ(found.first().model, QStringLiteral("USB printer 1d5a:0401"));
    EXPECT_FALSE(found.first().languageKnown);
    EXPECT_FALSE(found.first().problem.isEmpty());
}

TEST_F(UsbBusTest, WithoutAnIdTheUsbTextsNameThePrinter) {
    m_printer->deviceId = "CMD:TSPL;";
    plug();
    const QList<PrinterDescription> found = bus().present();
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found.first().model, QStringLiteral("Northbeam NB-4"));
    EXPECT_EQ(found.first().language, PrinterLanguage::Tspl);
}

TEST_F(UsbBusTest, ALikelyLanguageIsOfferedAndWhatAPersonSaysCounts) {
    m_printer->deviceId = "MFG:Northbeam;CMD:XPP,XL;MDL:NB-4;";
    plug();
    const PrinterDescription likely = bus().present().first();
    EXPECT_TRUE(!likely.languageKnown && likely.languageOffered && likely.asksLanguage);
    EXPECT_EQ(likely.language, PrinterLanguage::Tspl);
    bus().setLanguage(QStringLiteral("usb:1d5a:0401:NB0001"), PrinterLanguage::Epl2);
    const PrinterDescription found = bus().present().first();
    EXPECT_TRUE(found.languageKnown && !found.languageOffered);
    EXPECT_TRUE(found.asksLanguage) << "a wrong word can be mended";
    EXPECT_EQ(found.language, PrinterLanguage::Epl2);
    EXPECT_EQ(found.problem, QString());
}

TEST_F(UsbBusTest, APrinterOfAForeignLanguageIsListedAndNotOpened) {
    m_printer->deviceId = "MFG:Brother;CMD:PT-CBP;MDL:QL-820NWB;";
    plug();
    EXPECT_FALSE(bus().present().first().problem.isEmpty());
    EXPECT_FALSE(bus().present().first().asksLanguage);
    EXPECT_THROW((void)open(), DeviceError);
    EXPECT_EQ(m_device->log(), QStringList());
}

TEST_F(UsbBusTest, APrinterPluggedInLaterIsFoundAndOneUnpluggedIsGone) {
    EXPECT_EQ(bus().present().size(), 0);
    plug();
    while (bus().present().isEmpty())
        std::this_thread::yield();
    EXPECT_EQ(open()->send(label(100), m_cancel).end, End::Accepted);
    m_device->unplug(-ESHUTDOWN);
    while (!bus().present().isEmpty())
        std::this_thread::yield();
    EXPECT_THROW((void)open(), DeviceError);
}

TEST_F(UsbBusTest, ComingAndGoingIsTold) {
    std::atomic<int> told = 0;
    bus().whenChanged([&told] { ++told; });
    plug();
    while (told == 0 || bus().present().size() != 1)
        std::this_thread::yield();
    told = 0;
    m_device->unplug(-ESHUTDOWN);
    while (told == 0 || !bus().present().isEmpty())
        std::this_thread::yield();
    bus().whenChanged({});
}

// Two threads wait for libusb's events then: the watching one may end the printing one's transfer.
TEST_F(UsbBusTest, LabelsArePrintedWhileComingAndGoingIsWatched) {
    m_printer->protocol = 1;
    bus().whenChanged([] {});
    plug();
    while (bus().present().isEmpty())
        std::this_thread::yield();
    const auto printer = open();
    QByteArray sent;
    for (int count = 0; count < 50; ++count) {
        ASSERT_EQ(printer->send(label(20000), m_cancel).end, End::Accepted);
        sent += label(20000);
    }
    EXPECT_TRUE(received() == sent);
    bus().whenChanged({});
}

TEST_F(UsbBusTest, ASocketNamesAPrinterWhetherItHasATwinOrNot) {
    plug();
    const QString socket = QStringLiteral("usb:1d5a:0401@1-2");
    EXPECT_EQ(bus().open(socket)->description().id, QStringLiteral("usb:1d5a:0401:NB0001"));
    const auto twin = m_emulated->plug(std::make_shared<EmulatedPrinter>());
    while (bus().present().size() < 2)
        std::this_thread::yield();
    EXPECT_EQ(bus().open(socket)->description().id, socket);
    try {
        (void)open();
        FAIL() << "the serial of twins names none of them";
    } catch (const DeviceError& error) {
        EXPECT_TRUE(error.sentence().contains(QStringLiteral("Two printers")));
    }
}

TEST_F(UsbBusTest, OnePrinterIsNeverOpenedUnderTwoNames) {
    plug();
    const auto first = open();
    EXPECT_THROW((void)bus().open(QStringLiteral("usb:1d5a:0401@1-2")), DeviceError);
}

TEST_F(UsbBusTest, IdsThatAreJunkAreListedAndAskedAbout) {
    for (const QByteArray& id : {QByteArray(), QByteArray(" "), QByteArray("MFG: ;MDL: ;CMD:None;"),
                                 QByteArray(1000, ';'), "MFG:" + QByteArray(65'000, 'x') + ';'}) {
        m_printer = std::make_shared<EmulatedPrinter>();
        m_printer->deviceId = id;
        plug();
        m_bus.reset();
        const auto found = bus().present();
        ASSERT_EQ(found.size(), 1) << id.left(20).constData();
        EXPECT_FALSE(found.first().languageKnown);
        EXPECT_FALSE(found.first().problem.isEmpty());
        m_device.reset();
    }
}

TEST_F(UsbBusTest, HalfALabelIsDroppedWhenThePrinterIsOpenedAgain) {
    sendHalfALabel();
    EXPECT_EQ(open()->send(label(100), m_cancel).end, End::Accepted);
    EXPECT_TRUE(received() == label().left(500) + "~JX" + label(100));
}

TEST_F(UsbBusTest, HalfALabelIsDroppedThoughATwinWasPluggedInMeanwhile) {
    sendHalfALabel();
    const auto twin = m_emulated->plug(std::make_shared<EmulatedPrinter>());
    while (bus().present().size() < 2)
        std::this_thread::yield();
    const auto printer = bus().open(QStringLiteral("usb:1d5a:0401@1-2"));
    EXPECT_EQ(printer->send(label(100), m_cancel).end, End::Accepted);
    EXPECT_TRUE(received() == label().left(500) + "~JX" + label(100));
}

TEST_F(UsbBusTest, ThePrinterKnowsItsNamesAndNoOther) {
    plug();
    EXPECT_TRUE(bus().knows(QStringLiteral("usb:1d5a:0401:NB0001")));
    EXPECT_TRUE(bus().knows(QStringLiteral("usb:1d5a:0401@1-2")));
    EXPECT_FALSE(bus().knows(QStringLiteral("usb:1d5a:0401:NB0002")));
    EXPECT_FALSE(bus().knows(QStringLiteral("virtual")));
}

} // namespace
} // namespace packbench
