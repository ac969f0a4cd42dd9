#include "pages.h"
#include "show.h"

#include "drivers/addressedprinters.h"
#include "somelabel.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pty.h>
#include <sys/socket.h>
#include <termios.h>
#include <thread>
#include <unistd.h>

namespace packbench {
namespace {

using test::label;
using End = SendReport::End;

/// A port on loopback that somebody listens on.
class Listening {
public:
    Listening() : m_file(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(m_file, reinterpret_cast<sockaddr*>(&address), sizeof address);
        ::listen(m_file, 4);
        socklen_t size = sizeof address;
        ::getsockname(m_file, reinterpret_cast<sockaddr*>(&address), &size);
        m_port = ntohs(address.sin_port);
    }
    ~Listening() { ::close(m_file); }
    Listening(const Listening&) = delete;
    Listening& operator=(const Listening&) = delete;

    [[nodiscard]] PrinterAddress address() const {
        PrinterAddress to;
        to.host = QStringLiteral("127.0.0.1");
        to.port = m_port;
        return to;
    }
    [[nodiscard]] int accept() const { return ::accept(m_file, nullptr, nullptr); }

private:
    int m_file;
    quint16 m_port = 0;
};

QByteArray readUntilClosed(int file) {
    QByteArray all;
    char bytes[4096];
    for (ssize_t count = 0; (count = ::read(file, bytes, sizeof bytes)) > 0;)
        all.append(bytes, count);
    return all;
}

std::unique_ptr<Conversation> conversationWith(const PrinterAddress& address) {
    PrinterDescription description = describe(address);
    description.languageKnown = false; // is not asked how it is
    return std::make_unique<Conversation>(description, transportTo(address));
}

TEST(TcpPrinter, ALabelArrivesByteForByteAndIsCounted) {
    const Listening port;
    QByteArray received;
    std::jthread printer([&] {
        const int client = port.accept();
        received = readUntilClosed(client);
        ::close(client);
    });
    const std::atomic<bool> never = false;
    const SendReport report = conversationWith(port.address())->send(label(300'000), never);
    printer.join();
    EXPECT_EQ(report.end, End::Accepted);
    EXPECT_EQ(report.bytesTaken, 300'000);
    EXPECT_TRUE(received == label(300'000));
}

TEST(TcpPrinter, OneThatHangsUpInMidLabelIsUncertainAndNeverCountsMoreThanItGot) {
    const Listening port;
    qsizetype got = 0;
    std::jthread printer([&] {
        const int client = port.accept();
        char bytes[5000];
        while (got < 50'000)
            got += ::read(client, bytes, sizeof bytes);
        const linger hard{1, 0};
        ::setsockopt(client, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        ::close(client);
    });
    const std::atomic<bool> never = false;
    const SendReport report = conversationWith(port.address())->send(label(20'000'000), never);
    EXPECT_EQ(report.end, End::Uncertain);
    EXPECT_LT(report.bytesTaken, 20'000'000);
    EXPECT_EQ(report.state, PrinterState::Unplugged);
}

TEST(TcpPrinter, OneThatHungUpWhileItWasIdleGotNothingOfTheLabel) {
    const Listening port;
    const auto conversation = conversationWith(port.address());
    const int client = port.accept();
    ::close(client); // on loopback the other end knows it when this returns
    const std::atomic<bool> never = false;
    const SendReport report = conversation->send(label(100), never);
    EXPECT_EQ(report.end, End::NothingSent);
    EXPECT_EQ(report.bytesTaken, 0);
}

TEST(TcpPrinter, OneThatTakesNothingIsGivenUpWhenCancelled) {
    const Listening port;
    const auto conversation = conversationWith(port.address());
    const int client = port.accept();
    std::atomic<bool> cancel = false;
    std::jthread person([&] {
        QByteArray some(4096, Qt::Uninitialized);
        ASSERT_GT(::read(client, some.data(), size_t(some.size())), 0);
        cancel = true;
    });
    const SendReport report = conversation->send(label(50'000'000), cancel);
    EXPECT_EQ(report.end, End::Uncertain);
    EXPECT_LT(report.bytesTaken, 50'000'000);
    person.join();
    ::close(client);
}

TEST(TcpPrinter, NobodyThereIsASentence) {
    PrinterAddress nobody;
    {
        const Listening port;
        nobody = port.address();
    }
    try {
        (void)transportTo(nobody);
        FAIL();
    } catch (const DeviceError& error) {
        EXPECT_TRUE(error.sentence().contains(nobody.id()));
        EXPECT_TRUE(error.sentence().contains(QStringLiteral("No label was sent")));
    }
}

TEST(SerialPrinter, ALabelGoesOutByteForByteAndAnAnswerComesBack) {
    int device = 0;
    int port = 0;
    char name[256] = {};
    ASSERT_EQ(::openpty(&device, &port, name, nullptr, nullptr), 0);
    PrinterAddress address;
    address.way = PrinterAddress::Way::Serial;
    address.path = QString::fromLatin1(name);
    address.language = PrinterLanguage::Tspl;
    QByteArray received;
    const QByteArray sent = label(40'000);
    std::jthread printer([&] {
        char bytes[4096];
        while (!received.endsWith("\x1b!?")) {
            const ssize_t count = ::read(device, bytes, sizeof bytes);
            if (count <= 0)
                return;
            received.append(bytes, count);
        }
        ASSERT_EQ(::write(device, "\x04", 1), 1);
    });
    const std::atomic<bool> never = false;
    Conversation conversation(describe(address), transportTo(address));
    const SendReport report = conversation.send(sent, never);
    printer.join();
    EXPECT_EQ(report.end, End::Accepted);
    EXPECT_EQ(report.state, PrinterState::PaperOut);
    EXPECT_TRUE(received == sent + "\x1b!?");
    ::close(device);
    ::close(port);
}

TEST(SerialPrinter, APortThatIsNotThereIsASentence) {
    PrinterAddress address;
    address.way = PrinterAddress::Way::Serial;
    address.path = QStringLiteral("/dev/no-such-port");
    EXPECT_THROW((void)transportTo(address), DeviceError);
}

} // namespace
} // namespace packbench
