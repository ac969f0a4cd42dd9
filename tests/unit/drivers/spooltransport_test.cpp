#include "show.h"

#include "drivers/addressedprinters.h"
#include "somelabel.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>
#include <thread>

namespace packbench {
namespace {

using test::label;
using End = SendReport::End;

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
    constexpr int kLabels = 40;
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
    EXPECT_EQ(names.last(), QStringLiteral("label-000080.zpl"));
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
