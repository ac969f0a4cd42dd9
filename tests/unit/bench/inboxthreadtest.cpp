// The label inbox of a running bench: its socket, its list, its printer.
#include "bench/benchthread.h"
#include "bench/clock.h"
#include "bench/sampleshop.h"
#include "ledger/ledger.h"
#include "support/qtprint.h"

#include <QDir>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace packbench {
namespace {

constexpr int kTooLateMs = 60'000;
const QByteArray kWaybill = "JDVA00000000004";

QByteArray zplLabel(const QByteArray& code) {
    return "^XA^PW800^LL1200^FO40,100^BY2^BCN,150,Y,N,N^FD" + code + "^FS^XZ";
}

class InboxThreadTest : public testing::Test {
protected:
    /// Leaves it to the bench: one program at a time.
    void fillLedger(const LedgerAddress& address, const char* listen) {
        const auto ledger = Ledger::create(address);
        fillSampleShop(*ledger, m_clock.now());
        ledger->settings().set(QStringLiteral("inbox.listen"), QLatin1String(listen));
    }
    /// A bench at the sample shop, with this as its inbox.listen.
    void start(const char* listen) {
        LedgerAddress address;
        address.path = m_folder.filePath(QStringLiteral("shop.db"));
        fillLedger(address, listen);
        m_bench =
            std::make_unique<BenchThread>(BenchThread::Setup{address, labels(), false, &m_clock});
        QObject::connect(m_bench.get(), &BenchThread::inboxMade, &m_here,
                         [this](const QList<InboxRow>& rows) { m_rows = rows; });
        QObject::connect(m_bench.get(), &BenchThread::noticed, &m_here,
                         [this](const Notice& notice) { m_notice = notice; });
        QObject::connect(m_bench.get(), &BenchThread::snapshotMade, &m_here,
                         [this](const StationSnapshot& snapshot) { m_snapshot = snapshot; });
        ASSERT_EQ(m_bench->start().toStdString(), "");
    }
    [[nodiscard]] QString labels() const { return m_folder.filePath(QStringLiteral("labels")); }
    [[nodiscard]] QStringList printed() const {
        return QDir(labels()).entryList({QStringLiteral("*.zpl")}, QDir::Files);
    }
    void scan(const char* text) {
        m_bench->scan(QLatin1String(text), QStringLiteral("wedge"), ++m_scan);
        EXPECT_TRUE(
            QTest::qWaitFor([this] { return m_snapshot.scanSerial == m_scan; }, kTooLateMs));
    }
    void send(const QByteArray& bytes) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_bench->inboxPort());
        ASSERT_TRUE(socket.waitForConnected(kTooLateMs));
        socket.write(bytes);
        socket.disconnectFromHost();
        EXPECT_TRUE(socket.state() == QAbstractSocket::UnconnectedState ||
                    socket.waitForDisconnected(kTooLateMs));
    }
    [[nodiscard]] bool waits(qsizetype rows) {
        return QTest::qWaitFor(
            [this, rows] {
                m_bench->askInbox();
                QTest::qWait(10);
                return m_rows.size() == rows;
            },
            kTooLateMs);
    }

    [[nodiscard]] bool noticed(NoticeCode code) {
        return QTest::qWaitFor([this, code] { return m_notice.code == code; }, kTooLateMs);
    }

    SteeredClock m_clock{sampleShiftStart()};
    const QTemporaryDir m_folder;
    QObject m_here;
    qint64 m_scan = 0;
    StationSnapshot m_snapshot;
    QList<InboxRow> m_rows;
    Notice m_notice;
    std::unique_ptr<BenchThread> m_bench; ///< ends first
};

TEST_F(InboxThreadTest, ABenchListensOnlyWhereItsSettingsSaySo) {
    start("");
    EXPECT_EQ(m_bench->inboxPort(), 0);
}

TEST_F(InboxThreadTest, TheBenchAnswersOnItsSocketAsALabelPrinterDoes) {
    start("127.0.0.1:0");
    ASSERT_NE(m_bench->inboxPort(), 0);
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_bench->inboxPort());
    ASSERT_TRUE(socket.waitForConnected(kTooLateMs));
    socket.write("~HS");
    QByteArray answer;
    while (answer.count('\x03') < 3 && socket.waitForReadyRead(kTooLateMs))
        answer += socket.readAll();
    EXPECT_EQ(answer.count('\x03'), 3) << answer.constData();
}

TEST_F(InboxThreadTest, APortOfAnotherProgramIsToldAndTheBenchWorks) {
    QTcpServer other;
    ASSERT_TRUE(other.listen(QHostAddress::LocalHost, 0));
    start(QByteArray("127.0.0.1:" + QByteArray::number(other.serverPort())).constData());
    EXPECT_EQ(m_bench->inboxPort(), 0);
    m_bench->announce(); // as the kiosk does once its window is there
    ASSERT_TRUE(noticed(NoticeCode::InboxNotListening));
    EXPECT_TRUE(m_notice.arguments.first().contains(QString::number(other.serverPort())));
    scan("PBU-0417");
    EXPECT_EQ(m_snapshot.stage, Stage::Idle);
}

TEST_F(InboxThreadTest, ALabelWithoutItsOrderIsListedUntilItIsDiscarded) {
    start("127.0.0.1:0");
    send(zplLabel("JDVB00000000204"));
    ASSERT_TRUE(waits(1));
    EXPECT_EQ(m_rows[0].notice.code, NoticeCode::InboxNoOrder);
    EXPECT_EQ(m_rows[0].source, QStringLiteral("127.0.0.1"));
    EXPECT_TRUE(m_rows[0].png.startsWith("\x89PNG"));
    m_bench->discardIncoming(m_rows[0].id, QStringLiteral("by-person"));
    EXPECT_TRUE(waits(0));
}

TEST_F(InboxThreadTest, TheNextScanNamesTheOrderAndOnlyThatScan) {
    start("127.0.0.1:0");
    scan("PBU-0417");
    send(zplLabel("JDVB00000000204"));
    ASSERT_TRUE(waits(1));
    const qint64 id = m_rows[0].id;
    ASSERT_TRUE(m_rows[0].mayName);
    m_bench->nameOrderOf(id);
    m_bench->scan(QStringLiteral("no-such-order"), QStringLiteral("wedge"), ++m_scan);
    EXPECT_TRUE(noticed(NoticeCode::OrderNotFound));
    m_bench->nameOrderOf(id);
    m_bench->scan(QStringLiteral("717800000004"), QStringLiteral("wedge"), ++m_scan);
    EXPECT_TRUE(noticed(NoticeCode::InboxNumberDiffers)) << "that order has another waybill";
    m_bench->nameOrderOf(id);
    m_bench->scan(QStringLiteral("2609210012"), QStringLiteral("wedge"), ++m_scan);
    EXPECT_TRUE(noticed(NoticeCode::InboxMatched));
    EXPECT_TRUE(waits(0));
    EXPECT_NE(m_snapshot.scanSerial, m_scan) << "nothing was opened by those scans";
    scan("2609210012");
    EXPECT_EQ(m_snapshot.stage, Stage::Packing);
}

TEST_F(InboxThreadTest, ABadgeIsNoAnswerToWhoseALabelIs) {
    start("127.0.0.1:0");
    send(zplLabel("JDVB00000000204"));
    ASSERT_TRUE(waits(1));
    m_bench->nameOrderOf(m_rows[0].id);
    scan("PBU-0417");
    scan("2609210012");
    EXPECT_TRUE(waits(1));
}

TEST_F(InboxThreadTest, AnOrderThatWaitsForItsLabelPrintsItWhenItComes) {
    start("127.0.0.1:0");
    scan("PBU-0417");
    scan("717800000004");
    scan("6901234500752");
    EXPECT_EQ(m_snapshot.notice.code, NoticeCode::ShopLabelMissing);
    EXPECT_TRUE(printed().isEmpty());
    send(zplLabel(kWaybill));
    EXPECT_TRUE(QTest::qWaitFor([this] { return printed().size() == 1; }, kTooLateMs));
    EXPECT_TRUE(QTest::qWaitFor([this] { return m_snapshot.label.has_value(); }, kTooLateMs));
    EXPECT_EQ(m_snapshot.label->waybill, QString::fromLatin1(kWaybill));
}

} // namespace
} // namespace packbench
