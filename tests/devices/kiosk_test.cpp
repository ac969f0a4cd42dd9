// The kiosk itself as a child, with an emulated scanner and an emulated printer: from the badge to
// the label on the wire.
#include "emulatedbus.h"
#include "emulatedinput.h"
#include "emulatedprinter.h"
#include "preload.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <cerrno>
#include <chrono>
#include <thread>

namespace packbench {
namespace {

using test::EmulatedBus;
using test::EmulatedDevice;
using test::EmulatedInput;
using test::EmulatedPrinter;

const QString kOrder = QStringLiteral("2609210001");

QByteArray scan(const QByteArray& code) {
    QByteArray bytes(64, '\0');
    bytes[0] = 2;
    bytes[1] = static_cast<char>(code.size());
    bytes.replace(2, 3, "]C0");
    bytes.replace(5, code.size(), code);
    return bytes;
}

class KioskOnUsb : public testing::Test {
protected:
    void SetUp() override {
        if (!test::isUmockdevPreloaded())
            GTEST_SKIP() << "needs libumockdev-preload.so.0 (package umockdev)";
        m_ledger = QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("a.db"));
        packctl({QStringLiteral("init"), QStringLiteral("--sample-shop")});
        packctl({QStringLiteral("settings"), QStringLiteral("printer.id"),
                 QStringLiteral("usb:1d5a:0401:NB0001")});
        m_bus = std::make_unique<EmulatedBus>();
        m_scanner->reportDescriptor = test::scannerDescriptor();
        m_scanner->serial = QStringLiteral("SC0001");
        // A sample order, scanned from the badge to its last serial number.
        for (const char* code : {"PBU-0417", "2609210001", "6901234500417", "6901234500530",
                                 "6901234500417", "6901234500646", "MS45-000731"})
            m_scanner->reports.append(scan(code));
        m_scannerDevice = m_bus->plug(m_scanner);
    }
    void TearDown() override { stop(); }

    void plugPrinter(qint64 room = -1) {
        m_printer = std::make_shared<EmulatedPrinter>();
        m_printer->reply = test::readyAnswer();
        m_printer->room = room;
        m_device.reset();
        m_device = m_bus->plug(m_printer);
    }
    QByteArray packctl(const QStringList& words) const {
        QProcess program;
        program.start(
            QStringLiteral(PACKCTL),
            words + QStringList{QStringLiteral("--ledger"), m_ledger, QStringLiteral("--json")});
        EXPECT_TRUE(program.waitForFinished(60'000));
        EXPECT_EQ(program.exitCode(), 0) << program.readAllStandardError().constData();
        return program.readAllStandardOutput();
    }
    void start() {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        m_kiosk.setProcessEnvironment(environment);
        m_kiosk.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_kiosk.start(QStringLiteral(PACKBENCH), {QStringLiteral("--ledger"), m_ledger});
        ASSERT_TRUE(m_kiosk.waitForStarted());
    }
    void stop() {
        m_kiosk.kill();
        m_kiosk.waitForFinished();
    }
    /// False when it has not come true within a minute, or the kiosk has ended.
    template <class Condition>
    [[nodiscard]] bool wait(Condition condition) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
        while (!condition() && std::chrono::steady_clock::now() < end)
            if (m_kiosk.waitForFinished(10) || m_kiosk.state() == QProcess::NotRunning)
                break;
        return condition();
    }
    QByteArray received() {
        QByteArray bytes;
        m_device->change([&] { bytes = m_printer->received; });
        return bytes;
    }
    /// The copies of the order's label, as the ledger has them once the kiosk is gone.
    QJsonArray copies() {
        stop();
        return QJsonDocument::fromJson(
                   packctl({QStringLiteral("order"), QStringLiteral("show"), kOrder}))
            .object()
            .value(QStringLiteral("labels"))
            .toArray();
    }

    QTemporaryDir m_folder;
    QString m_ledger;
    std::unique_ptr<EmulatedBus> m_bus;
    std::shared_ptr<EmulatedInput> m_scanner = std::make_shared<EmulatedInput>();
    std::shared_ptr<EmulatedPrinter> m_printer;
    std::unique_ptr<EmulatedDevice> m_scannerDevice;
    std::unique_ptr<EmulatedDevice> m_device;
    QProcess m_kiosk;
};

TEST_F(KioskOnUsb, AnOrderScannedToItsEndPrintsOneWholeLabel) {
    plugPrinter();
    start();
    ASSERT_TRUE(wait([this] { return received().contains("^XZ"); }));
    // What is asked behind the label comes when the bench has heard how it ended.
    ASSERT_TRUE(wait([this] { return received().endsWith("~HQES"); }));
    EXPECT_EQ(received().count("^XA"), 1);
    const QJsonArray labels = copies();
    ASSERT_EQ(labels.size(), 1);
    EXPECT_EQ(labels.first().toObject().value(QStringLiteral("waybill")).toString(),
              QStringLiteral("758320014601"));
}

TEST_F(KioskOnUsb, APrinterPulledInMidLabelAndPluggedInAgainGetsItNoSecondTime) {
    plugPrinter(5000);
    start();
    ASSERT_TRUE(wait([this] { return received().count("^XA") == 1 && received().size() == 5000; }));
    m_device->unplug(-ESHUTDOWN);
    plugPrinter();
    // Found, opened and asked how it is.
    ASSERT_TRUE(wait([this] {
        int requests = 0;
        m_device->change([&] { requests = m_printer->requests; });
        return requests > 0 && m_device->log().contains(QStringLiteral("claim"));
    }));
    const QJsonArray labels = copies();
    ASSERT_EQ(labels.size(), 1);
    EXPECT_EQ(labels.first().toObject().value(QStringLiteral("state")).toString(),
              QStringLiteral("uncertain"));
    EXPECT_FALSE(received().contains("^XA"));
}

} // namespace
} // namespace packbench
