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

#include <cerrno>
#include <functional>
#include <thread>

namespace packbench {
namespace {

using test::EmulatedBus;
using test::EmulatedInput;
using test::EmulatedPrinter;

const QByteArray kWarns = "\x02PRINTER STATUS\r\nERRORS: 0 00000000 00000000\r\n"
                          "WARNINGS: 1 00000000 00000008\r\n\x03";

struct Ended {
    int exitCode = -1;
    QJsonArray rows;
    QByteArray errors;
};

/// @param meanwhile is called while the program runs.
Ended run(const QStringList& words, const std::function<void()>& meanwhile = {}) {
    QProcess program;
    program.start(QStringLiteral(PACKCTL), words + QStringList{QStringLiteral("--json")});
    if (meanwhile)
        meanwhile();
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
        m_printer->reply = test::readyAnswer();
        m_device = m_bus->plug(m_printer);
    }
    [[nodiscard]] static QStringList print(const char* what) {
        return {QStringLiteral("print"), QString::fromLatin1(what), QStringLiteral("--printer"),
                QStringLiteral("usb:1d5a:0401:NB0001")};
    }
    [[nodiscard]] static QString told(const Ended& ended, const char* field) {
        return ended.rows.at(0).toObject().value(QLatin1String(field)).toString();
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
    const Ended ended = run(print("test"));
    EXPECT_EQ(ended.exitCode, 0) << ended.errors.constData();
    EXPECT_EQ(told(ended, "state"), QStringLiteral("ready"));
    EXPECT_TRUE(received().startsWith("^XA"));
    EXPECT_TRUE(received().contains("^XZ\n~HS"));
    EXPECT_EQ(m_device->kernelDriver(), "usblp") << "given back to the kernel";
}

TEST_F(PackctlOnUsb, WarningsAndWhatIsStillToComeAreTold) {
    m_device->change([&] {
        m_printer->reply = test::readyAnswer().replace("00000000", "00000012");
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

TEST_F(PackctlOnUsb, TheStatusIsToldAndThePrinterGivenBack) {
    m_device->bindKernelDriver("usblp");
    const Ended ended = run(print("status"));
    EXPECT_EQ(ended.exitCode, 0) << ended.errors.constData();
    EXPECT_EQ(told(ended, "state"), QStringLiteral("ready"));
    EXPECT_EQ(received(), "~HS~HQES");
    EXPECT_EQ(m_device->kernelDriver(), "usblp");
}

TEST_F(PackctlOnUsb, OutOfPaperTheStatusIsAFindingAndALabelWaitsInThePrinter) {
    m_device->change([this] { m_printer->reply = test::paperOutAnswer(); });
    const Ended asked = run(print("status"));
    EXPECT_EQ(asked.exitCode, 1);
    EXPECT_EQ(told(asked, "state"), QStringLiteral("paper-out"));
    const Ended printed = run(print("test"));
    EXPECT_EQ(printed.exitCode, 0) << "the printer took every byte";
    EXPECT_EQ(told(printed, "state"), QStringLiteral("paper-out"));
    EXPECT_EQ(received().count("^XZ"), 1);
}

TEST_F(PackctlOnUsb, ASilentPrinterIsUnknown) {
    m_device->change([this] { m_printer->reply.clear(); });
    const Ended ended = run(print("status"));
    EXPECT_EQ(ended.exitCode, 1);
    EXPECT_EQ(told(ended, "state"), QStringLiteral("unknown"));
}

TEST_F(PackctlOnUsb, UnpluggedInMidLabelItIsOneSentenceWithTheCount) {
    for (const qint64 taken : {qint64(1), qint64(700), qint64(1500)}) {
        m_device.reset();
        m_printer = std::make_shared<EmulatedPrinter>();
        m_printer->room = taken;
        m_device = m_bus->plug(m_printer);
        const Ended ended = run(print("test"), [&] {
            while (received().size() < taken)
                std::this_thread::yield();
            m_device->unplug(taken == 700 ? -EPROTO : -ESHUTDOWN);
        });
        EXPECT_EQ(ended.exitCode, 1) << ended.errors.constData();
        EXPECT_EQ(told(ended, "state"), QStringLiteral("unplugged"));
        EXPECT_TRUE(told(ended, "words").contains(QStringLiteral("gone after %1 of").arg(taken)))
            << told(ended, "words").toStdString();
        EXPECT_EQ(received().size(), taken);
    }
}

TEST_F(PackctlOnUsb, AHaltedPipeIsClearedAndTheLabelIsWhole) {
    EXPECT_EQ(run(print("test")).exitCode, 0);
    const QByteArray undisturbed = received();
    m_device->change([&] {
        m_printer->received.clear();
        m_printer->stallAt = undisturbed.size() / 2;
    });
    const Ended ended = run(print("test"));
    EXPECT_EQ(ended.exitCode, 0) << ended.errors.constData();
    EXPECT_TRUE(received() == undisturbed);
    EXPECT_TRUE(m_device->log().contains(QStringLiteral("clear halt")));
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
