#include "show.h"

#include "drivers/addressedprinters.h"

#include <QDir>
#include <QTemporaryDir>

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

void expectTwins(const PrinterAddress& one, const PrinterAddress& other) {
    AddressedPrinters printers({one, other});
    const auto present = printers.present();
    ASSERT_EQ(present.size(), 2);
    EXPECT_EQ(present.at(0).problem, QString());
    EXPECT_TRUE(present.at(1).problem.contains(one.id()));
    EXPECT_TRUE(present.at(1).problem.contains(other.id()));
    try {
        (void)printers.open(other.id());
        FAIL() << qPrintable(other.id());
    } catch (const DeviceError& error) {
        EXPECT_EQ(error.sentence(), present.at(1).problem);
    }
}

TEST(AddressedPrinters, TwoNamesForOneNetworkPrinterAreRefused) {
    expectTwins(*read("tcp://localhost:9100"), *read("tcp://127.0.0.1:9100"));
}

TEST(AddressedPrinters, OneHostMayHaveSeveralPrinters) {
    AddressedPrinters printers({*read("tcp://localhost:9100"), *read("tcp://127.0.0.1:9101"),
                                *read("tcp://127.0.0.2:9100")});
    for (const PrinterDescription& printer : printers.present())
        EXPECT_EQ(printer.problem, QString());
}

TEST(AddressedPrinters, TwoNamesForOneFolderOrPortAreRefused) {
    const QTemporaryDir folder;
    const QString real = folder.filePath(QStringLiteral("real"));
    const QString other = folder.filePath(QStringLiteral("other"));
    ASSERT_TRUE(QDir().mkdir(real));
    ASSERT_TRUE(QFile::link(real, other));
    for (const char* way : {"spool://", "serial://"}) {
        const auto address = [way](const QString& path) {
            return *printerAddressFrom(QLatin1String(way) + path).address;
        };
        expectTwins(address(real), address(other));
        AddressedPrinters apart({address(real), address(folder.path())});
        EXPECT_EQ(apart.present().at(1).problem, QString());
    }
}

} // namespace
} // namespace packbench
