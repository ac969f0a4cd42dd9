// Serial scanners and scales at a real port: a pseudo terminal, with a name that stays when it is
// pulled out and plugged in again. The clock stands unless a test moves it.
#include "drivers/serialinputs.h"
#include "eventually.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <atomic>
#include <pty.h>
#include <termios.h>
#include <thread>
#include <unistd.h>

namespace packbench {
namespace {

using test::eventually;
using State = ScaleReading::State;

/// The device's end of a cable.
class Cable {
public:
    explicit Cable(QString name) : m_name(std::move(name)) { plug(); }
    ~Cable() { unplug(); }
    Cable(const Cable&) = delete;
    Cable& operator=(const Cable&) = delete;

    void plug() {
        char port[256] = {};
        termios raw{};
        ::cfmakeraw(&raw);
        ASSERT_EQ(::openpty(&m_device, &m_port, port, &raw, nullptr), 0);
        // In one step, as udev does it.
        ASSERT_EQ(::symlink(port, qPrintable(m_name + QStringLiteral("~"))), 0);
        ASSERT_EQ(::rename(qPrintable(m_name + QStringLiteral("~")), qPrintable(m_name)), 0);
    }
    void unplug() {
        QFile::remove(m_name);
        pull(m_device, m_port);
    }
    /// There again under its name before the old port has hung up.
    void changeSockets() {
        const int device = m_device;
        const int port = m_port;
        plug();
        pull(device, port);
    }
    void say(const QByteArray& bytes) const {
        for (qsizetype at = 0; at < bytes.size();) {
            const ssize_t count =
                ::write(m_device, bytes.constData() + at, size_t(bytes.size() - at));
            ASSERT_GT(count, 0);
            at += count;
        }
    }

private:
    static void pull(int device, int port) {
        ::close(port);
        ::close(device);
    }

    QString m_name;
    int m_device = -1;
    int m_port = -1; ///< held open, so that nothing hangs up before it is pulled
};

class SerialInputsTest : public testing::Test {
protected:
    [[nodiscard]] QString port(const char* name) const {
        return m_folder.filePath(QLatin1String(name));
    }
    void start(const QStringList& addresses) {
        QList<InputAddress> read;
        for (const QString& address : addresses)
            read.append(inputAddressFrom(QStringLiteral("serial://") + address).address.value());
        m_inputs = std::make_unique<SerialInputs>(read, [this] { return m_now.load(); });
        QObject::connect(m_inputs.get(), &SerialInputs::scanned, m_inputs.get(),
                         [this](const ScannedCode& code) { m_codes.append(code); });
        QObject::connect(m_inputs.get(), &SerialInputs::weighed, m_inputs.get(),
                         [this](const ScaleReading& reading) { m_weights.append(reading); });
        QObject::connect(m_inputs.get(), &SerialInputs::devicesChanged, m_inputs.get(),
                         [this](const QList<InputDescription>& devices) { m_devices = devices; });
        m_inputs->start();
    }
    /// @param pace how far the clock goes while it is waited for
    [[nodiscard]] bool sees(const char* state, qint64 pace = 0) {
        return eventually([&] {
            m_now += pace;
            return !m_devices.isEmpty() &&
                   std::all_of(m_devices.cbegin(), m_devices.cend(),
                               [&](const auto& one) { return one.state == QLatin1String(state); });
        });
    }
    [[nodiscard]] bool hears(qsizetype codes, qint64 pace = 0) {
        return eventually([&] {
            m_now += pace;
            return m_codes.size() >= codes;
        });
    }
    [[nodiscard]] bool weighs(qsizetype readings) {
        return eventually([&] { return m_weights.size() >= readings; });
    }
    [[nodiscard]] QStringList texts() const {
        QStringList all;
        for (const ScannedCode& code : m_codes)
            all.append(code.text);
        return all;
    }

    QTemporaryDir m_folder;
    std::atomic<qint64> m_now = 0;
    QList<ScannedCode> m_codes;
    QList<ScaleReading> m_weights;
    QList<InputDescription> m_devices;
    std::unique_ptr<SerialInputs> m_inputs; ///< ends first
};

TEST_F(SerialInputsTest, ACodeInPiecesIsOneAndTwoInOnePieceAreTwo) {
    const Cable cable(port("a"));
    start({port("a")});
    ASSERT_TRUE(sees("ready"));
    for (const char* piece : {"]C0", "69012", "34500417", "\r"})
        cable.say(piece);
    cable.say("6901234500530\r\n6901234500646\t");
    ASSERT_TRUE(hears(3));
    EXPECT_EQ(texts(),
              (QStringList{QStringLiteral("6901234500417"), QStringLiteral("6901234500530"),
                           QStringLiteral("6901234500646")}));
    EXPECT_EQ(m_codes.first().aim, QStringLiteral("]C0"));
    EXPECT_EQ(m_codes.first().raw, "]C06901234500417\r");
    EXPECT_EQ(m_codes.first().device, QStringLiteral("serial://") + port("a"));
}

TEST_F(SerialInputsTest, WithoutASuffixASilenceEndsTheCode) {
    const Cable cable(port("a"));
    start({port("a")});
    ASSERT_TRUE(sees("ready"));
    cable.say("6901234500417");
    ASSERT_TRUE(hears(1, 10));
    EXPECT_EQ(texts(), QStringList{QStringLiteral("6901234500417")});
}

TEST_F(SerialInputsTest, OneThatIsNotThereIsSaidAndFoundOnceItComes) {
    start({port("a")});
    ASSERT_TRUE(sees("unplugged"));
    EXPECT_TRUE(m_devices.first().problem.contains(port("a")));
    const Cable cable(port("a"));
    ASSERT_TRUE(sees("ready", 100));
    EXPECT_EQ(m_devices.first().problem, QString());
    cable.say("6901234500417\r");
    EXPECT_TRUE(hears(1));
}

TEST_F(SerialInputsTest, PulledInMidCodeNothingIsToldAndTheNextOneIsWhole) {
    Cable cable(port("a"));
    start({port("a")});
    ASSERT_TRUE(sees("ready"));
    cable.say("6901234500530\r69012345");
    ASSERT_TRUE(hears(1));
    cable.unplug();
    ASSERT_TRUE(sees("unplugged"));
    EXPECT_FALSE(m_devices.first().problem.isEmpty());
    cable.plug();
    ASSERT_TRUE(sees("ready", 100));
    cable.say("6901234500417\r");
    ASSERT_TRUE(hears(2));
    EXPECT_EQ(texts().last(), QStringLiteral("6901234500417"));
    EXPECT_EQ(m_codes.size(), 2);
}

TEST_F(SerialInputsTest, BackUnderItsNameBeforeAnybodyLookedItIsHeardAgain) {
    Cable cable(port("a"));
    start({port("a")});
    ASSERT_TRUE(sees("ready"));
    for (int time = 1; time <= 3; ++time) {
        cable.changeSockets();
        const QByteArray code = "socket " + QByteArray::number(time);
        ASSERT_TRUE(eventually([&] {
            m_now += 100;
            cable.say(code + '\r');
            return texts().contains(QString::fromLatin1(code));
        })) << time;
    }
}

TEST_F(SerialInputsTest, GarbageHarmsNothing) {
    const Cable cable(port("a"));
    start({port("a")});
    ASSERT_TRUE(sees("ready"));
    QByteArray noise(30'000, Qt::Uninitialized);
    for (qsizetype at = 0; at < noise.size(); ++at)
        noise[at] = static_cast<char>(at * 131 + at / 977);
    cable.say(noise + '\r' + QByteArray(30'000, '\0') + QByteArray(30'000, '\xff') +
              QByteArray(30'000, 'x') + "\r6901234500417\r");
    ASSERT_TRUE(eventually([&] {
        return !m_codes.isEmpty() && m_codes.last().text == QStringLiteral("6901234500417");
    }));
}

TEST_F(SerialInputsTest, AFloodKeepsItsOrderAndLosesNothing) {
    constexpr int kScans = 5000;
    const Cable cable(port("a"));
    start({port("a")});
    ASSERT_TRUE(sees("ready"));
    // Without a pause: faster than any scanner, and at least 1,000 a second.
    std::jthread scanner([&] {
        for (int scan = 0; scan < kScans; ++scan)
            cable.say(QByteArray::number(6901234500000 + scan) + '\r');
    });
    ASSERT_TRUE(hears(kScans));
    for (int scan = 0; scan < kScans; ++scan)
        ASSERT_EQ(m_codes.at(scan).text, QString::number(6901234500000 + scan));
}

TEST_F(SerialInputsTest, TwoScannersStayApart) {
    const Cable left(port("left"));
    const Cable right(port("right"));
    start({port("left"), port("right")});
    ASSERT_TRUE(sees("ready"));
    for (int scan = 0; scan < 100; ++scan) {
        left.say("left ");
        right.say("right ");
        left.say(QByteArray::number(scan) + '\r');
        right.say(QByteArray::number(scan) + '\r');
    }
    ASSERT_TRUE(hears(200));
    QHash<QString, int> next;
    for (const ScannedCode& code : std::as_const(m_codes)) {
        const QString side = code.device.section(u'/', -1);
        ASSERT_EQ(code.text, QStringLiteral("%1 %2").arg(side).arg(next[side]++));
    }
}

TEST_F(SerialInputsTest, AScaleThatNeverSettlesTellsNoWeightThatStands) {
    const Cable cable(port("s"));
    start({port("s") + QStringLiteral("?scale=comma")});
    ASSERT_TRUE(sees("ready"));
    EXPECT_EQ(m_devices.first().kind, InputDescription::Kind::Scale);
    for (int gram = 0; gram < 1000; ++gram)
        cable.say("US,GS,+  " + QByteArray::number(600 + gram) + "g\r\n");
    ASSERT_TRUE(weighs(1000));
    EXPECT_TRUE(std::all_of(m_weights.cbegin(), m_weights.cend(),
                            [](const auto& one) { return one.state == State::Moving; }));
    cable.say("ST,GS,+  640g\r\n");
    ASSERT_TRUE(weighs(1001));
    EXPECT_EQ(m_weights.last().state, State::Stable);
    EXPECT_EQ(m_weights.last().milligrams, 640'000);
}

TEST_F(SerialInputsTest, AWeightInPiecesIsOneAndGarbageIsNone) {
    const Cable cable(port("s"));
    start({port("s") + QStringLiteral("?scale=kern")});
    ASSERT_TRUE(sees("ready"));
    // Cut anywhere, the end of this line would be 5 g that stand.
    cable.say(QByteArray(64, 'x') + "-    5.00 G S\r\n");
    cable.say(QByteArray(5000, '\xff') + "\r\n\r\nheavy\r\n");
    for (const char* piece : {"+  64", "0.00", " G S\r", "\n"})
        cable.say(piece);
    ASSERT_TRUE(weighs(1));
    EXPECT_EQ(m_weights.first().milligrams, 640'000);
    EXPECT_EQ(m_weights.first().state, State::Stable);
}

TEST_F(SerialInputsTest, AScalePulledInMidLineComesBackWithWholeWeights) {
    Cable cable(port("s"));
    start({port("s") + QStringLiteral("?scale=comma")});
    ASSERT_TRUE(sees("ready"));
    cable.say("ST,GS,+  100g\r\nST,GS,+  2");
    ASSERT_TRUE(weighs(1));
    cable.unplug();
    ASSERT_TRUE(sees("unplugged"));
    cable.plug();
    ASSERT_TRUE(sees("ready", 100));
    cable.say("00g\r\nST,GS,+  300g\r\n");
    ASSERT_TRUE(weighs(2));
    EXPECT_EQ(m_weights.at(1).milligrams, 300'000);
}

} // namespace
} // namespace packbench
