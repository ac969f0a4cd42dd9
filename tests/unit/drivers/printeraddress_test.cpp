#include "show.h"

#include "drivers/addressedprinters.h"

namespace packbench {
namespace {

std::optional<PrinterAddress> read(const char* text) {
    return printerAddressFrom(QString::fromUtf8(text)).address;
}

TEST(PrinterAddress, ANetworkPrinterIsReadWithItsSetUp) {
    const auto address =
        read("tcp://192.0.2.7:9101?language=tspl&dots=12&tracking=mark&gap=3&left=-1.5"
             "&darkness=60&speed=100&finish=cut&z64=no&head=104");
    ASSERT_TRUE(address);
    EXPECT_EQ(address->host, QStringLiteral("192.0.2.7"));
    EXPECT_EQ(address->port, 9101);
    EXPECT_EQ(address->language, PrinterLanguage::Tspl);
    EXPECT_EQ(address->dotsPerMm, 12);
    EXPECT_EQ(address->setup.tracking, Tracking::Mark);
    EXPECT_EQ(address->setup.gapMm, 3);
    EXPECT_EQ(address->setup.leftMm, -1.5);
    EXPECT_EQ(address->setup.darkness, 60);
    EXPECT_EQ(address->setup.speedMmPerSecond, 100);
    EXPECT_EQ(address->setup.finish, Finish::Cut);
    EXPECT_FALSE(address->setup.compressed);
    EXPECT_EQ(address->setup.headDots, 1248);
    EXPECT_EQ(address->id(), QStringLiteral("tcp://192.0.2.7:9101"));
}

TEST(PrinterAddress, PortAndSettingsHaveDefaults) {
    const auto address = read("tcp://label-printer");
    ASSERT_TRUE(address);
    EXPECT_EQ(address->port, 9100);
    EXPECT_EQ(address->language, PrinterLanguage::Zpl);
    EXPECT_EQ(address->dotsPerMm, 8);
}

TEST(PrinterAddress, ABareSlashAfterThePortIsHarmless) {
    EXPECT_EQ(read("tcp://192.0.2.7:9100/?dots=12")->id(), QStringLiteral("tcp://192.0.2.7:9100"));
}

TEST(PrinterAddress, SerialPortsAndFoldersAreReadByTheirPath) {
    EXPECT_EQ(read("serial:///dev/ttyS0?baud=115200")->baud, 115200);
    EXPECT_EQ(read("serial:///dev/ttyS0")->id(), QStringLiteral("serial:///dev/ttyS0"));
    EXPECT_EQ(read("spool:///srv/labels/?language=escpos")->id(),
              QStringLiteral("spool:///srv/labels"));
}

TEST(PrinterAddress, WhatIsWrongIsSaid) {
    for (const char* bad : {"",
                            "tcp://",
                            "lpt1",
                            "usb:1234:5678",
                            "tcp://h/path",
                            "tcp://h:99999",
                            "tcp://h:0",
                            "tcp://h?gap=nan",
                            "tcp://h?left=nan",
                            "tcp://h?top=inf",
                            "tcp://h?top=-inf",
                            "tcp://h?darkness=nan",
                            "tcp://h?head=nan",
                            "tcp://h?dots=9",
                            "tcp://h?language=dpl",
                            "tcp://h?gap=wide",
                            "tcp://h?darkness=200",
                            "tcp://h?colour=red",
                            "serial://ttyS0",
                            "spool://relative/path",
                            "serial:///dev/ttyS0?baud=1"}) {
        const PrinterAddressReading reading = printerAddressFrom(QString::fromUtf8(bad));
        EXPECT_FALSE(reading.address) << bad;
        EXPECT_TRUE(reading.problem.contains(QString::fromUtf8(bad))) << bad;
        EXPECT_TRUE(reading.problem.endsWith(u'.')) << bad;
    }
}

TEST(AddressedPrinters, OneWrittenDownTwiceIsOnePrinter) {
    AddressedPrinters printers({*read("tcp://192.0.2.7"), *read("tcp://192.0.2.7:9100?dots=12"),
                                *read("tcp://192.0.2.8")});
    const auto present = printers.present();
    ASSERT_EQ(present.size(), 2);
    EXPECT_EQ(present.first().dotsPerMm, 8);
    EXPECT_EQ(present.first().transport, QStringLiteral("tcp"));
    EXPECT_TRUE(present.first().letGoWhenIdle);
}

} // namespace
} // namespace packbench
