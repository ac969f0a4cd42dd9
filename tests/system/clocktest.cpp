#include "program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace packbench {

namespace {

/// Debian's libfaketime; nothing where it is not installed.
QString fakeTime() {
    for (const char* folder : {"/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"}) {
        const QString path = QLatin1String(folder) + QStringLiteral("/faketime/libfaketimeMT.so.1");
        if (QFile::exists(path))
            return path;
    }
    return {};
}

/// The real packctl station, with a wall clock that is set while it runs. Its monotonic clock goes
/// on undisturbed, as in a computer whose time is set.
class SetClock : public testing::Test {
protected:
    void SetUp() override {
        if (fakeTime().isEmpty())
            GTEST_SKIP() << "libfaketime is not installed";
        ASSERT_EQ(packctl({QStringLiteral("init"), QStringLiteral("--sample-shop"),
                           QStringLiteral("--ledger"), ledger()})
                      .exitCode,
                  0);
        setClock(QStringLiteral("+0"));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LD_PRELOAD"), fakeTime());
        environment.insert(QStringLiteral("FAKETIME_TIMESTAMP_FILE"), clockFile());
        environment.insert(QStringLiteral("FAKETIME_NO_CACHE"), QStringLiteral("1"));
        environment.insert(QStringLiteral("FAKETIME_DONT_FAKE_MONOTONIC"), QStringLiteral("1"));
        environment.insert(QStringLiteral("TZ"), QStringLiteral("Australia/Lord_Howe"));
        m_station.setProcessEnvironment(environment);
        m_station.start(QStringLiteral(PACKCTL),
                        {QStringLiteral("station"), QStringLiteral("--ledger"), ledger()});
        ASSERT_TRUE(m_station.waitForStarted());
    }
    void TearDown() override {
        m_station.closeWriteChannel();
        if (m_station.state() != QProcess::NotRunning && !m_station.waitForFinished(60'000))
            m_station.kill();
    }
    /// Sets the wall clock that far from the true one; replaced as a whole, read at the next look.
    void setClock(const QString& offset) {
        QFile file(clockFile() + QStringLiteral(".new"));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(offset.toUtf8() + '\n');
        file.close();
        ASSERT_EQ(std::rename(QFile::encodeName(file.fileName()).constData(),
                              QFile::encodeName(clockFile()).constData()),
                  0);
    }
    /// The answer to one scan; what happened by itself in between is passed over.
    QJsonObject scan(const QByteArray& text) {
        m_station.write(text + '\n');
        for (;;) {
            while (!m_station.canReadLine()) {
                if (!m_station.waitForReadyRead(60'000))
                    return {};
            }
            const auto answer = QJsonDocument::fromJson(m_station.readLine()).object();
            if (answer.value(QStringLiteral("scan")).toString().toUtf8() == text)
                return answer;
        }
    }
    QString outcome(const QByteArray& text) {
        return scan(text).value(QStringLiteral("outcome")).toString();
    }
    /// An order packed up to its label. @returns the waybill.
    QByteArray packed(const QByteArray& order, const QByteArray& goods, int pieces) {
        EXPECT_EQ(outcome(order), QStringLiteral("opened"));
        EXPECT_EQ(outcome("PBC-QTY-" + QByteArray::number(pieces)), QStringLiteral("quantity"));
        EXPECT_EQ(outcome(goods), QStringLiteral("order-complete"));
        m_station.write("PBC-CONFIRM\n"); // one more answer: the label was made before it
        for (;;) {
            while (!m_station.canReadLine()) {
                if (!m_station.waitForReadyRead(60'000))
                    return {};
            }
            const auto answer = QJsonDocument::fromJson(m_station.readLine()).object();
            const QString say = answer.value(QStringLiteral("say")).toString();
            if (answer.value(QStringLiteral("outcome")) == QStringLiteral("label-printed"))
                m_waybill = say.section(u' ', -1).toUtf8();
            if (answer.value(QStringLiteral("scan")) == QStringLiteral("PBC-CONFIRM"))
                return m_waybill;
        }
    }
    QString ledger() const {
        return QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("clock.db"));
    }
    QString clockFile() const { return m_folder.filePath(QStringLiteral("clock")); }

    QTemporaryDir m_folder;
    QProcess m_station;
    QByteArray m_waybill;
};

} // namespace

TEST_F(SetClock, AStepBackStopsTheDispatchUntilTheClockIsRightAndEveryScanIsKept) {
    ASSERT_EQ(outcome("PBU-0417"), QStringLiteral("signed-on"));
    const QByteArray waybill = packed("2609210012", "6901234500868", 1);
    ASSERT_FALSE(waybill.isEmpty());
    int scans = 0;
    for (const char* offset : {"-3600", "-86400", "-2y"}) {
        setClock(QLatin1String(offset));
        const QJsonObject answer = scan(waybill);
        EXPECT_EQ(answer.value(QStringLiteral("outcome")).toString(),
                  QStringLiteral("clock-behind"))
            << offset;
        EXPECT_TRUE(answer.value(QStringLiteral("say"))
                        .toString()
                        .contains(QStringLiteral("the newest record")));
        ++scans;
        setClock(QStringLiteral("+0"));
        EXPECT_EQ(outcome("PBC-OK"), QStringLiteral("released")) << offset;
    }
    EXPECT_EQ(outcome(waybill), QStringLiteral("dispatched"));
    m_station.closeWriteChannel();
    ASSERT_TRUE(m_station.waitForFinished(60'000));
    const auto clock = packctl({QStringLiteral("clock"), QStringLiteral("--json"),
                                QStringLiteral("--ledger"), ledger()})
                           .json()
                           .object();
    EXPECT_TRUE(clock.value(QStringLiteral("ok")).toBool());
    int back = 0;
    int behind = 0;
    for (const auto& one : clock.value(QStringLiteral("events")).toArray()) {
        const QString kind = one.toObject().value(QStringLiteral("kind")).toString();
        back += kind == u"step";
        behind += kind == u"behind";
    }
    EXPECT_EQ(back, 2 * scans) << "back and forth each time";
    EXPECT_EQ(behind, scans);
    const auto order =
        packctl({QStringLiteral("order"), QStringLiteral("show"), QStringLiteral("2609210012"),
                 QStringLiteral("--json"), QStringLiteral("--ledger"), ledger()})
            .json()
            .object();
    int refused = 0;
    for (const auto& one : order.value(QStringLiteral("scans")).toArray())
        refused +=
            one.toObject().value(QStringLiteral("outcome")) == QStringLiteral("clock-behind");
    EXPECT_EQ(refused, scans) << "journalled while nothing was dispatched";
}

TEST_F(SetClock, AStepForwardIsSaidAndTheLabelStillComesAndLeaves) {
    ASSERT_EQ(outcome("PBU-0417"), QStringLiteral("signed-on"));
    for (const char* offset : {"+3600", "+86400"}) {
        setClock(QLatin1String(offset));
        EXPECT_EQ(outcome("PBC-SINGLE").left(11), QStringLiteral("single-item"));
    }
    const QByteArray waybill = packed("2609210012", "6901234500868", 1);
    ASSERT_FALSE(waybill.isEmpty()) << "printing goes by time that passes";
    EXPECT_EQ(outcome(waybill), QStringLiteral("dispatched"));
    m_station.closeWriteChannel();
    ASSERT_TRUE(m_station.waitForFinished(60'000));
    EXPECT_EQ(m_station.readAllStandardError().count("The clock jumped"), 2);
}

TEST_F(SetClock, AStationStartedWithAClockTwoYearsBackSaysSoAndASupervisorMayOverruleIt) {
    ASSERT_EQ(outcome("PBU-0417"), QStringLiteral("signed-on"));
    const QByteArray waybill = packed("2609210012", "6901234500868", 1);
    m_station.closeWriteChannel();
    ASSERT_TRUE(m_station.waitForFinished(60'000));
    setClock(QStringLiteral("-2y"));
    m_station.start(QStringLiteral(PACKCTL),
                    {QStringLiteral("station"), QStringLiteral("--ledger"), ledger()});
    ASSERT_TRUE(m_station.waitForStarted());
    ASSERT_EQ(outcome("PBU-0417"), QStringLiteral("signed-on"));
    EXPECT_EQ(outcome(waybill), QStringLiteral("clock-behind"));
    EXPECT_EQ(outcome("PBC-OK"), QStringLiteral("released"));
    ASSERT_EQ(outcome("PBU-0001"), QStringLiteral("signed-on"));
    EXPECT_EQ(outcome("PBC-CLOCK"), QStringLiteral("clock-confirmed"));
    EXPECT_EQ(outcome(waybill), QStringLiteral("dispatched"));
}

} // namespace packbench
