// Labels that did not get through: what was called stopped stays where it is, and what nobody was
// given is not in doubt.
#include "show.h"

#include "drivers/addressedprinters.h"
#include "drivers/transports/filetransport.h"
#include "support/smalldisk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pty.h>
#include <sys/socket.h>
#include <unistd.h>

namespace packbench {
namespace {

using End = SendReport::End;

/// A network printer whose owner decides when it reads. What it has not read waits in a little
/// room.
class Printer {
public:
    explicit Printer(int room = 0) : m_port(::socket(AF_INET, SOCK_STREAM, 0)) {
        if (room > 0)
            ::setsockopt(m_port, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof at;
        ::bind(m_port, reinterpret_cast<sockaddr*>(&at), size);
        ::listen(m_port, 1);
        ::getsockname(m_port, reinterpret_cast<sockaddr*>(&at), &size);
        m_address.host = QStringLiteral("127.0.0.1");
        m_address.port = ntohs(at.sin_port);
    }
    ~Printer() {
        ::close(m_client);
        ::close(m_port);
    }
    Printer(const Printer&) = delete;
    Printer& operator=(const Printer&) = delete;

    [[nodiscard]] const PrinterAddress& address() const { return m_address; }
    void answer() { m_client = ::accept(m_port, nullptr, nullptr); }
    void say(const QByteArray& bytes) const {
        EXPECT_EQ(::write(m_client, bytes.constData(), size_t(bytes.size())), bytes.size());
    }
    /// All that comes until the other side hangs up.
    [[nodiscard]] QByteArray readAll() {
        QByteArray all;
        char bytes[4096];
        while ((m_last = ::read(m_client, bytes, sizeof bytes)) > 0)
            all.append(bytes, m_last);
        return all;
    }
    /// The connection ended in good order, and was not reset.
    [[nodiscard]] bool endedWell() const { return m_last == 0; }

private:
    int m_port;
    int m_client = -1;
    ssize_t m_last = 0;
    PrinterAddress m_address;
};

/// A second goes by whenever somebody looks.
Stopwatch hasty() {
    return [now = std::make_shared<qint64>(0)] { return *now += 1000; };
}

/// Is not asked how it is.
PrinterDescription mute(const PrinterAddress& address) {
    PrinterDescription description = describe(address);
    description.languageKnown = false;
    return description;
}

/// The real way to a device, with something that happens once the whole label was handed over.
class Watched : public Transport {
public:
    Watched(std::unique_ptr<Transport> real, std::function<void()> whenHandedOver)
        : m_real(std::move(real)), m_whenHandedOver(std::move(whenHandedOver)) {}
    [[nodiscard]] Transfer write(const QByteArray& chunk, int milliseconds) override {
        return m_real->write(chunk, milliseconds);
    }
    [[nodiscard]] qint64 awaitArrival(int milliseconds) override {
        if (m_whenHandedOver)
            std::exchange(m_whenHandedOver, {})();
        return m_real->awaitArrival(milliseconds);
    }
    [[nodiscard]] QByteArray read(int milliseconds) override { return m_real->read(milliseconds); }
    [[nodiscard]] Hint hint() override { return m_real->hint(); }

private:
    std::unique_ptr<Transport> m_real;
    std::function<void()> m_whenHandedOver;
};

class SizeOfLabel : public testing::TestWithParam<int> {};

TEST_P(SizeOfLabel, StoppedInTheNetworkNoMoreOfItComesOutLater) {
    Printer printer(4096);
    const auto conversation = std::make_unique<Conversation>(
        mute(printer.address()), transportTo(printer.address()), hasty());
    printer.answer();
    const std::atomic<bool> never = false;
    const SendReport report = conversation->send(QByteArray(GetParam(), 'x'), never);
    EXPECT_EQ(report.end, End::Uncertain);
    EXPECT_LT(report.bytesTaken, GetParam());
    EXPECT_EQ(report.state, PrinterState::Unknown);
    EXPECT_EQ(conversation->send(QByteArray(GetParam(), 'y'), never).end, End::NothingSent);
    // The paper is in again.
    const QByteArray got = printer.readAll();
    EXPECT_LT(got.size(), 2 * Conversation::kChunk) << "as much as it has room for";
    EXPECT_FALSE(got.contains('y'));
}

TEST_P(SizeOfLabel, CancelledInTheNetworkNoMoreOfItComesOutLater) {
    Printer printer(4096);
    std::atomic<bool> cancel = false;
    const auto conversation = std::make_unique<Conversation>(
        mute(printer.address()), transportTo(printer.address()), [&cancel, looks = 0]() mutable {
            cancel = ++looks >= 5;
            return qint64(0);
        });
    printer.answer();
    const SendReport report = conversation->send(QByteArray(GetParam(), 'x'), cancel);
    EXPECT_EQ(report.end, End::Uncertain);
    const QByteArray got = printer.readAll();
    EXPECT_LT(got.size(), 2 * Conversation::kChunk) << "so much was handed over";
}

INSTANTIATE_TEST_SUITE_P(BadEnds, SizeOfLabel, testing::Values(300'000, 20'000'000));

TEST(NetworkBadEnds, AnUnreadAnswerDoesNotTakeTheLabelBack) {
    Printer printer;
    const std::atomic<bool> never = false;
    {
        Conversation conversation(mute(printer.address()), transportTo(printer.address()));
        printer.answer();
        ASSERT_EQ(conversation.send(QByteArray(50'000, 'x'), never).end, End::Accepted);
        printer.say("\x02unasked\x03");
    }
    EXPECT_EQ(printer.readAll().size(), 50'000);
    EXPECT_TRUE(printer.endedWell());
}

/// A way that takes nothing more: both ends of it are here.
TEST(FullWay, NothingTakenIsNothingSent) {
    int ends[2] = {-1, -1};
    ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    auto way = std::make_unique<FileTransport>(ends[0], [&ends] { ::close(ends[0]); });
    Transfer last;
    do
        last = way->write(QByteArray(4096, 'x'), 1);
    while (last.end == Transfer::End::Complete);
    last = way->write("y", 1);
    EXPECT_EQ(last.end, Transfer::End::Timeout);
    EXPECT_EQ(last.taken, 0);
    EXPECT_FALSE(last.submitted);
    const std::atomic<bool> never = false;
    Conversation conversation(mute({}), std::move(way), hasty());
    const SendReport report = conversation.send("label", never);
    EXPECT_EQ(report.end, End::NothingSent);
    EXPECT_EQ(report.bytesTaken, 0);
    ::close(ends[1]);
}

TEST(SerialBadEnds, PulledWhileTheLastBytesGoOutIsUncertain) {
    int device = -1;
    int port = -1;
    char name[256] = {};
    ASSERT_EQ(::openpty(&device, &port, name, nullptr, nullptr), 0);
    PrinterAddress address;
    address.way = PrinterAddress::Way::Serial;
    address.path = QString::fromLatin1(name);
    auto way = std::make_unique<Watched>(transportTo(address), [device, port] {
        ::close(port);
        ::close(device);
    });
    const std::atomic<bool> never = false;
    Conversation conversation(mute(address), std::move(way));
    const SendReport report = conversation.send("a label", never);
    EXPECT_EQ(report.end, End::Uncertain);
    EXPECT_EQ(report.state, PrinterState::Unplugged);
    EXPECT_LT(report.bytesTaken, 7);
    EXPECT_EQ(conversation.send("the next", never).end, End::NothingSent);
}

class FullFolder : public testing::TestWithParam<PrinterLanguage> {
protected:
    [[nodiscard]] SendReport send(const QByteArray& label) {
        const std::atomic<bool> never = false;
        return m_printers.open(m_address.id())->send(label, never);
    }
    [[nodiscard]] QStringList files() const {
        return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden);
    }
    [[nodiscard]] static PrinterAddress addressOf(const QString& folder) {
        PrinterAddress address;
        address.way = PrinterAddress::Way::Spool;
        address.path = folder;
        address.language = GetParam();
        return address;
    }

    QTemporaryDir m_folder;
    PrinterAddress m_address = addressOf(m_folder.path());
    AddressedPrinters m_printers{{m_address}};
};

TEST_P(FullFolder, IsSaidAndTheNextLabelIsNothingButItself) {
    {
        const test::SmallDisk disk(1000);
        const SendReport report = send(QByteArray(20'000, 'x'));
        EXPECT_EQ(report.end, End::NothingSent);
        EXPECT_EQ(report.bytesTaken, 0);
        EXPECT_TRUE(report.sentence.contains(QStringLiteral("is full")));
        EXPECT_TRUE(report.sentence.contains(m_folder.path()));
        EXPECT_EQ(files(), QStringList());
    }
    EXPECT_EQ(send("a label").end, End::Accepted);
    ASSERT_EQ(files().size(), 1);
    QFile file(m_folder.filePath(files().first()));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), "a label");
}

TEST_P(FullFolder, IsAskedOncePerLabel) {
    const test::SmallDisk disk(1000);
    int looks = 0;
    const std::atomic<bool> never = false;
    Conversation conversation(describe(m_address), transportTo(m_address),
                              [&looks] { return qint64(++looks); });
    EXPECT_EQ(
        conversation.send("a label that is longer than the disk" + QByteArray(2000, 'x'), never)
            .end,
        End::NothingSent);
    EXPECT_LT(looks, 10);
}

INSTANTIATE_TEST_SUITE_P(BadEnds, FullFolder,
                         testing::Values(PrinterLanguage::Zpl, PrinterLanguage::Epl2));

} // namespace
} // namespace packbench
