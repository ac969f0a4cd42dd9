#include "drivers/usbinputs.h"
#include "emulatedbus.h"
#include "emulatedinput.h"
#include "preload.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <condition_variable>
#include <mutex>

namespace packbench {
namespace {

using test::EmulatedBus;
using test::EmulatedDevice;
using test::EmulatedInput;

constexpr auto kPatience = std::chrono::seconds(20);

QByteArray report(const QByteArray& data, bool more = false) {
    QByteArray bytes(64, '\0');
    bytes[0] = 2;
    bytes[1] = static_cast<char>(data.size());
    bytes.replace(2, 3, "]C0");
    bytes.replace(5, data.size(), data);
    bytes[63] = more ? 1 : 0;
    return bytes;
}

/// What the devices' thread told.
class Heard {
public:
    explicit Heard(UsbInputs& inputs) {
        QObject::connect(
            &inputs, &UsbInputs::scanned, &inputs,
            [this](const ScannedCode& code) { add([&] { m_codes.append(code); }); },
            Qt::DirectConnection);
        QObject::connect(
            &inputs, &UsbInputs::weighed, &inputs,
            [this](const ScaleReading& reading) { add([&] { m_weights.append(reading); }); },
            Qt::DirectConnection);
        QObject::connect(
            &inputs, &UsbInputs::devicesChanged, &inputs,
            [this](const QList<InputDescription>& devices) { add([&] { m_devices = devices; }); },
            Qt::DirectConnection);
    }
    template <class Condition>
    [[nodiscard]] bool wait(Condition condition) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, kPatience, condition);
    }
    [[nodiscard]] bool hears(qsizetype codes) {
        return wait([&] { return m_codes.size() >= codes; });
    }
    [[nodiscard]] bool sees(const QString& state, qsizetype devices = 1) {
        return wait([&] {
            return m_devices.size() == devices &&
                   std::all_of(m_devices.cbegin(), m_devices.cend(),
                               [&](const auto& one) { return one.state == state; });
        });
    }

    QList<ScannedCode> m_codes;
    QList<ScaleReading> m_weights;
    QList<InputDescription> m_devices;

private:
    template <class Change>
    void add(Change change) {
        {
            const std::scoped_lock lock(m_mutex);
            change();
        }
        m_changed.notify_all();
    }
    std::mutex m_mutex;
    std::condition_variable m_changed;
};

class UsbInputsTest : public testing::Test {
protected:
    void SetUp() override {
        if (!test::isUmockdevPreloaded())
            GTEST_SKIP() << "needs libumockdev-preload.so.0 (package umockdev)";
        m_emulated = std::make_unique<EmulatedBus>();
        m_scanner->reportDescriptor = test::scannerDescriptor();
        m_scanner->serial = QStringLiteral("SC0001");
    }
    void start(const UsbInputs::Setup& setup = {}) {
        m_inputs = std::make_unique<UsbInputs>(setup);
        m_heard = std::make_unique<Heard>(*m_inputs);
        m_inputs->start();
    }

    std::unique_ptr<EmulatedBus> m_emulated;
    std::shared_ptr<EmulatedInput> m_scanner = std::make_shared<EmulatedInput>();
    std::unique_ptr<EmulatedDevice> m_device;
    std::unique_ptr<Heard> m_heard;
    std::unique_ptr<UsbInputs> m_inputs; ///< ends first
};

TEST_F(UsbInputsTest, AScannerIsFoundByItsDescriptorAndHeard) {
    m_scanner->reports = {report("6901234500417\r")};
    m_device = m_emulated->plug(m_scanner);
    start();
    ASSERT_TRUE(m_heard->hears(1));
    EXPECT_EQ(m_heard->m_codes.first().text, QStringLiteral("6901234500417"));
    EXPECT_EQ(m_heard->m_codes.first().aim, QStringLiteral("]C0"));
    EXPECT_EQ(m_heard->m_codes.first().device, QStringLiteral("usb:1d5a:0501:SC0001"));
    ASSERT_TRUE(m_heard->sees(QStringLiteral("ready")));
    EXPECT_EQ(m_heard->m_devices.first().model, QStringLiteral("Northbeam NB-Input"));
}

TEST_F(UsbInputsTest, UnpluggedBetweenTwoPartsNothingIsToldAndTheNextCodeIsWhole) {
    m_scanner->reports = {report("half", true)};
    m_device = m_emulated->plug(m_scanner);
    start();
    ASSERT_TRUE(m_heard->sees(QStringLiteral("ready")));
    m_device->unplug(-ESHUTDOWN);
    ASSERT_TRUE(m_heard->wait([&] { return m_heard->m_devices.isEmpty(); }));
    m_device.reset();
    m_scanner = std::make_shared<EmulatedInput>();
    m_scanner->reportDescriptor = test::scannerDescriptor();
    m_scanner->reports = {report("whole")};
    m_device = m_emulated->plug(m_scanner);
    ASSERT_TRUE(m_heard->hears(1));
    EXPECT_EQ(m_heard->m_codes.first().text, QStringLiteral("whole"));
}

TEST_F(UsbInputsTest, TwinsOnTwoSocketsStayApart) {
    const auto second = std::make_shared<EmulatedInput>();
    second->reportDescriptor = test::scannerDescriptor();
    second->serial = m_scanner->serial;
    for (int at = 0; at < 20; ++at) {
        m_scanner->reports.append(report("left " + QByteArray::number(at)));
        second->reports.append(report("right " + QByteArray::number(at)));
    }
    m_device = m_emulated->plug(m_scanner);
    const auto twin = m_emulated->plug(second);
    start();
    ASSERT_TRUE(m_heard->hears(40));
    QHash<QString, QString> sides;
    for (const ScannedCode& code : std::as_const(m_heard->m_codes)) {
        const QString side = code.text.section(u' ', 0, 0);
        EXPECT_EQ(sides.value(code.device, side), side);
        sides[code.device] = side;
    }
    EXPECT_EQ(sides.size(), 2);
}

TEST_F(UsbInputsTest, AFloodKeepsItsOrderAndLosesNothing) {
    for (int at = 0; at < 3000; ++at)
        m_scanner->reports.append(report(QByteArray::number(at)));
    m_device = m_emulated->plug(m_scanner);
    start();
    ASSERT_TRUE(m_heard->hears(3000));
    for (int at = 0; at < 3000; ++at)
        ASSERT_EQ(m_heard->m_codes.at(at).text, QString::number(at));
}

TEST_F(UsbInputsTest, ReportsTooShortOrTooLongHarmNothing) {
    m_scanner->reports = {QByteArray(), QByteArray("\x02"), QByteArray(64, '\xff'),
                          QByteArray(200, '\x02'), report("good")};
    m_device = m_emulated->plug(m_scanner);
    start();
    ASSERT_TRUE(m_heard->wait([&] {
        return !m_heard->m_codes.isEmpty() &&
               m_heard->m_codes.last().text == QStringLiteral("good");
    }));
}

TEST_F(UsbInputsTest, AKeyboardIsOnlyListedUnlessSomebodyNamedIt) {
    m_scanner->isKeyboard = true;
    m_scanner->reportDescriptor = QByteArray::fromHex("05010906a101c0");
    m_scanner->reports = {QByteArray::fromHex("0000250000000000"), QByteArray(8, '\0'),
                          QByteArray::fromHex("0000280000000000"), QByteArray(8, '\0')};
    m_device = m_emulated->plug(m_scanner);
    start();
    ASSERT_TRUE(m_heard->wait([&] { return m_heard->m_devices.size() == 1; }));
    EXPECT_EQ(m_heard->m_devices.first().kind, InputDescription::Kind::Keyboard);
    EXPECT_EQ(m_device->log(), QStringList()) << "nobody's keyboard was taken";
    m_inputs.reset();
    start({{{QStringLiteral("usb:1d5a:0501:SC0001"), KeyLayout::Us}}});
    ASSERT_TRUE(m_heard->hears(1));
    EXPECT_EQ(m_heard->m_codes.first().text, QStringLiteral("8"));
}

TEST_F(UsbInputsTest, EachKeyboardHasTheLayoutItsNameSays) {
    const auto other = std::make_shared<EmulatedInput>();
    other->serial = QStringLiteral("SC 0002");
    for (EmulatedInput* keyboard : {m_scanner.get(), other.get()}) {
        keyboard->isKeyboard = true;
        keyboard->reportDescriptor = QByteArray::fromHex("05010906a101c0");
        // The key right of the T.
        keyboard->reports = {QByteArray::fromHex("00001c0000000000"), QByteArray(8, '\0'),
                             QByteArray::fromHex("0000280000000000"), QByteArray(8, '\0')};
    }
    m_device = m_emulated->plug(m_scanner);
    const auto second = m_emulated->plug(other);
    start({{{QStringLiteral("usb:1d5a:0501:SC0001"), KeyLayout::German},
            {QStringLiteral("usb:1d5a:0501:SC 0002"), KeyLayout::Us}}});
    ASSERT_TRUE(m_heard->hears(2));
    QHash<QString, QString> codes;
    for (const ScannedCode& code : std::as_const(m_heard->m_codes))
        codes.insert(code.device, code.text);
    EXPECT_EQ(codes.value(QStringLiteral("usb:1d5a:0501:SC0001")), QStringLiteral("z"));
    EXPECT_EQ(codes.value(QStringLiteral("usb:1d5a:0501:SC 0002")), QStringLiteral("y"));
}

TEST_F(UsbInputsTest, AHoneywellScannerIsSwitchedOn) {
    m_scanner->vendor = 0x0c2e;
    m_device = m_emulated->plug(m_scanner);
    start();
    ASSERT_TRUE(m_heard->sees(QStringLiteral("ready")));
    QList<QByteArray> features;
    m_device->change([&] { features = m_scanner->features; });
    EXPECT_EQ(features, QList<QByteArray>{"3fe"});
}

TEST_F(UsbInputsTest, AScaleTellsItsStateAndComesBackAfterItsSleep) {
    const auto scale = std::make_shared<EmulatedInput>();
    scale->reportDescriptor = test::scaleDescriptor();
    scale->reports = {QByteArray::fromHex("030302001400"), QByteArray::fromHex("030402008002")};
    m_device = m_emulated->plug(scale);
    start();
    ASSERT_TRUE(m_heard->wait([&] { return m_heard->m_weights.size() >= 2; }));
    EXPECT_EQ(m_heard->m_weights.at(0).state, ScaleReading::State::Moving);
    EXPECT_EQ(m_heard->m_weights.at(1).state, ScaleReading::State::Stable);
    EXPECT_EQ(m_heard->m_weights.at(1).milligrams, 640'000);
    m_device->unplug(-ESHUTDOWN);
    ASSERT_TRUE(m_heard->wait([&] { return m_heard->m_devices.isEmpty(); }));
    m_device.reset();
    const auto awake = std::make_shared<EmulatedInput>();
    awake->reportDescriptor = test::scaleDescriptor();
    awake->reports = {QByteArray::fromHex("030402000a00")};
    m_device = m_emulated->plug(awake);
    ASSERT_TRUE(m_heard->wait([&] { return m_heard->m_weights.size() >= 3; }));
    EXPECT_EQ(m_heard->m_weights.at(2).milligrams, 10'000);
}

TEST_F(UsbInputsTest, AHeldDeviceIsSaidToBeHeldAndTakenOnceItIsFree) {
    m_device = m_emulated->plug(m_scanner);
    auto first = std::make_unique<UsbInputs>(UsbInputs::Setup{});
    auto firstHeard = std::make_unique<Heard>(*first);
    first->start();
    ASSERT_TRUE(firstHeard->sees(QStringLiteral("ready")));
    start();
    ASSERT_TRUE(m_heard->sees(QStringLiteral("busy")));
    EXPECT_FALSE(m_heard->m_devices.first().problem.isEmpty());
    first.reset();
    ASSERT_TRUE(m_heard->sees(QStringLiteral("ready")));
}

} // namespace
} // namespace packbench
