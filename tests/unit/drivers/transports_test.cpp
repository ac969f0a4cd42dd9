#include "pages.h"
#include "show.h"

#include "drivers/addressedprinters.h"
#include "faketransport.h"
#include "somelabel.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <arpa/inet.h>
#include <csignal>
#include <fcntl.h>
#include <netinet/in.h>
#include <pty.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <termios.h>
#include <thread>
#include <unistd.h>

namespace packbench {
namespace {

using End = SendReport::End;
using test::label;

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

TEST(SpoolPrinter, EachLabelIsOneWholeFile) {
    const QTemporaryDir folder;
    PrinterAddress address;
    address.way = PrinterAddress::Way::Spool;
    address.path = folder.path();
    const std::atomic<bool> never = false;
    Conversation conversation(describe(address), transportTo(address));
    EXPECT_EQ(conversation.send(label(20'000), never).end, End::Accepted);
    EXPECT_EQ(conversation.send(label(9'000), never).end, End::Accepted);
    EXPECT_EQ(
        QDir(folder.path()).entryList(QDir::Files),
        (QStringList{QStringLiteral("label-000001.zpl"), QStringLiteral("label-000002.zpl")}));
    QFile first(folder.filePath(QStringLiteral("label-000001.zpl")));
    ASSERT_TRUE(first.open(QIODevice::ReadOnly));
    EXPECT_TRUE(first.readAll() == label(20'000));
}

TEST(SpoolPrinter, TwoBenchesWithOneFolderLoseNoLabel) {
    const QTemporaryDir folder;
    PrinterAddress address;
    address.way = PrinterAddress::Way::Spool;
    address.path = folder.path();
    constexpr int kLabels = 100;
    const auto bench = [&address](qsizetype size) {
        const std::atomic<bool> never = false;
        Conversation conversation(describe(address), transportTo(address));
        for (int sent = 0; sent < kLabels; ++sent)
            EXPECT_EQ(conversation.send(label(size), never).end, End::Accepted);
    };
    {
        std::jthread one(bench, 1000);
        std::jthread other(bench, 2000);
    }
    int small = 0;
    const QDir files(folder.path());
    const QStringList names = files.entryList(QDir::Files | QDir::Hidden);
    for (const QString& name : names)
        small += QFileInfo(files.filePath(name)).size() == 1000 ? 1 : 0;
    EXPECT_EQ(names.size(), 2 * kLabels);
    EXPECT_EQ(small, kLabels);
    EXPECT_EQ(names.last(), QStringLiteral("label-000200.zpl"));
}

TEST(SpoolPrinter, ACancelledLabelLeavesNoFile) {
    const QTemporaryDir folder;
    PrinterAddress address;
    address.way = PrinterAddress::Way::Spool;
    address.path = folder.path();
    const std::atomic<bool> cancelled = true;
    Conversation conversation(describe(address), transportTo(address));
    EXPECT_EQ(conversation.send(label(20'000), cancelled).end, End::NothingSent);
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

/// While it lives, no file of this program may grow beyond so many bytes, as on a full disk.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before{};
    void (*m_signal)(int) = nullptr;
};

TEST(SpoolPrinter, OnAFullDiskNothingWasSentAndNothingOfItComesLater) {
    const QTemporaryDir folder;
    PrinterAddress address;
    address.way = PrinterAddress::Way::Spool;
    address.path = folder.path();
    const std::atomic<bool> never = false;
    qint64 time = 0;
    Conversation conversation(describe(address), transportTo(address),
                              [&time] { return time += 1000; });
    {
        const FullDisk full(10'000);
        const SendReport report = conversation.send(label(20'000), never);
        EXPECT_EQ(report.end, End::NothingSent);
        EXPECT_EQ(report.bytesTaken, 0);
        EXPECT_TRUE(report.sentence.contains(folder.path())) << report.sentence.toStdString();
        EXPECT_TRUE(report.sentence.contains(QStringLiteral("No label was sent")));
        EXPECT_TRUE(QDir(folder.path()).isEmpty());
    }
    EXPECT_EQ(conversation.send(label(9'000), never).end, End::Accepted);
    QFile file(folder.filePath(QStringLiteral("label-000001.zpl")));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll() == label(9'000));
}

TEST(SpoolPrinter, AFolderThatVanishesInMidLabelSawNothing) {
    const QTemporaryDir folder;
    PrinterAddress address;
    address.way = PrinterAddress::Way::Spool;
    address.path = folder.filePath(QStringLiteral("spool"));
    int asked = 0;
    Conversation conversation(describe(address), transportTo(address), [&] {
        if (++asked == 2) { // behind the first chunk
            EXPECT_TRUE(QDir(address.path).removeRecursively());
        }
        return qint64(0);
    });
    const std::atomic<bool> never = false;
    const SendReport report = conversation.send(label(20'000), never);
    EXPECT_EQ(report.end, End::NothingSent);
    EXPECT_TRUE(report.sentence.contains(address.path)) << report.sentence.toStdString();
}

// A conversation that is cancelled between two chunks keeps nothing of the first.
TEST(SpoolPrinter, CancelledInMidLabelNothingOfItComesWithTheNext) {
    const QTemporaryDir folder;
    PrinterAddress address;
    address.way = PrinterAddress::Way::Spool;
    address.path = folder.path();
    std::atomic<bool> cancel = false;
    int asked = 0;
    Conversation conversation(describe(address), transportTo(address), [&] {
        if (++asked == 2) // behind the first chunk
            cancel = true;
        return qint64(0);
    });
    const SendReport report = conversation.send(label(20'000), cancel);
    EXPECT_EQ(report.end, End::NothingSent);
    cancel = false;
    EXPECT_EQ(conversation.send(label(9'000), cancel).end, End::Accepted);
    QFile file(folder.filePath(QStringLiteral("label-000001.zpl")));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll() == label(9'000));
}

} // namespace
} // namespace packbench
