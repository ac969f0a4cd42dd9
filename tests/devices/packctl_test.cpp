// The program itself as a child, printing to the emulated printer through the real libusb.
#include "emulatedbus.h"
#include "emulatedinput.h"
#include "emulatedprinter.h"
#include "preload.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace packbench {
namespace {

using test::EmulatedBus;
using test::EmulatedInput;
using test::EmulatedPrinter;

const QByteArray kReady = "\x02"
                          "030,0,0,1218,000,0,0,0,000,0,0,0\x03\r\n"
                          "\x02"
                          "000,0,0,0,0,2,6,0,00000000,1,000\x03\r\n"
                          "\x02"
                          "1234,0\x03\r\n";

const QByteArray kWarns = "\x02PRINTER STATUS\r\nERRORS: 0 00000000 00000000\r\n"
                          "WARNINGS: 1 00000000 00000008\r\n\x03";

struct Ended {
    int exitCode = -1;
    QJsonArray rows;
    QByteArray errors;
};

Ended run(const QStringList& words) {
    QProcess program;
    program.start(QStringLiteral(PACKCTL), words + QStringList{QStringLiteral("--json")});
    if (!program.waitForFinished(60'000))
        return {};
    return {program.exitCode(), QJsonDocument::fromJson(program.readAllStandardOutput()).array(),
            program.readAllStandardError()};
}

class PackctlOnUsb : public testing::Test {
protected:
    void SetUp() override {
        if (!test::isUmockdevPreloaded())
            GTEST_SKIP() << "needs libumockdev-preload.so.0 (package umockdev)";
        m_bus = std::make_unique<EmulatedBus>();
        m_printer->reply = kReady;
        m_device = m_bus->plug(m_printer);
    }
    QByteArray received() {
        QByteArray bytes;
        m_device->change([&] { bytes = m_printer->received; });
        return bytes;
    }

    std::unique_ptr<EmulatedBus> m_bus;
    std::shared_ptr<EmulatedPrinter> m_printer = std::make_shared<EmulatedPrinter>();
    std::unique_ptr<test::EmulatedDevice> m_device;
};

TEST_F(PackctlOnUsb, ATestLabelIsPrintedWhole) {
    m_device->bindKernelDriver("usblp");
    const Ended ended = run({QStringLiteral("print"), QStringLiteral("test"),
                             QStringLiteral("--printer"), QStringLiteral("usb:1d5a:0401:NB0001")});
    EXPECT_EQ(ended.exitCode, 0) << ended.errors.constData();
    EXPECT_EQ(ended.rows.at(0).toObject().value(QStringLiteral("state")).toString(),
              QStringLiteral("ready"));
    EXPECT_TRUE(received().startsWith("^XA"));
    EXPECT_TRUE(received().contains("^XZ\n~HS"));
    EXPECT_EQ(m_device->kernelDriver(), "usblp") << "given back to the kernel";
}

TEST_F(PackctlOnUsb, WarningsAndWhatIsStillToComeAreTold) {
    m_device->change([&] {
        m_printer->reply = QByteArray(kReady).replace("00000000", "00000012");
        m_printer->errors = kWarns;
    });
    for (const char* command : {"status", "test"}) {
        const Ended ended =
            run({QStringLiteral("print"), QLatin1String(command), QStringLiteral("--printer"),
                 QStringLiteral("usb:1d5a:0401:NB0001")});
        const QJsonObject row = ended.rows.at(0).toObject();
        EXPECT_EQ(row.value(QStringLiteral("labelsRemaining")).toInt(-1), 12) << command;
        EXPECT_EQ(row.value(QStringLiteral("warnings")).toArray(),
                  QJsonArray{QStringLiteral("paper-low")})
            << command;
    }
}

TEST_F(PackctlOnUsb, PrintersScannersAndScalesAreListedAndNoneIsTaken) {
    const auto scanner = std::make_shared<EmulatedInput>();
    scanner->reportDescriptor = test::scannerDescriptor();
    const auto scannerDevice = m_bus->plug(scanner);
    const Ended ended = run({QStringLiteral("devices")});
    EXPECT_EQ(ended.exitCode, 0) << ended.errors.constData();
    QStringList kinds;
    for (const auto& row : ended.rows)
        kinds.append(row.toObject().value(QStringLiteral("kind")).toString());
    EXPECT_EQ(kinds, (QStringList{QStringLiteral("printer"), QStringLiteral("printer"),
                                  QStringLiteral("scanner")}));
    EXPECT_EQ(ended.rows.at(1).toObject().value(QStringLiteral("state")).toString(),
              QStringLiteral("ready"));
    EXPECT_EQ(scannerDevice->log(), QStringList());
}

TEST_F(PackctlOnUsb, ASaidLanguageIsKeptAndCounts) {
    const QTemporaryDir folder;
    const QString ledger = QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("ledger.db"));
    const auto call = [&ledger](const QStringList& words) {
        return run(words + QStringList{QStringLiteral("--ledger"), ledger});
    };
    const QStringList printer{QStringLiteral("--printer"), QStringLiteral("usb:1d5a:0401:NB0001")};
    ASSERT_EQ(call({QStringLiteral("init")}).exitCode, 0);
    const QStringList language{QStringLiteral("devices"), QStringLiteral("language"),
                               QStringLiteral("--language"), QStringLiteral("zpl")};
    EXPECT_EQ(call(language + printer).exitCode, 1) << "it is known";

    m_device.reset();
    m_printer->deviceId = "MFG:Northbeam;CMD:XPP,XL;MDL:NB-4;";
    m_device = m_bus->plug(m_printer);
    const QStringList test{QStringLiteral("print"), QStringLiteral("test")};
    EXPECT_EQ(call(test + printer).exitCode, 1);
    EXPECT_EQ(received(), QByteArray()) << "nothing is sent in a guessed language";
    const Ended said = call(language + printer);
    EXPECT_EQ(said.exitCode, 0) << said.errors.constData();
    EXPECT_EQ(said.rows.at(0).toObject().value(QStringLiteral("language")).toString(),
              QStringLiteral("zpl"));
    EXPECT_EQ(call(test + printer).exitCode, 0);
    EXPECT_TRUE(received().startsWith("^XA")) << "by another call, through the ledger";
    EXPECT_EQ(call({QStringLiteral("devices"), QStringLiteral("language"),
                    QStringLiteral("--language"), QStringLiteral("klingon")})
                  .exitCode,
              2);
}

TEST_F(PackctlOnUsb, APrinterThatIsNotThereIsOneSentence) {
    const Ended ended = run({QStringLiteral("print"), QStringLiteral("status"),
                             QStringLiteral("--printer"), QStringLiteral("usb:0000:0000:X")});
    EXPECT_EQ(ended.exitCode, 3);
    EXPECT_TRUE(ended.errors.contains("packctl devices"));
}

} // namespace
} // namespace packbench
