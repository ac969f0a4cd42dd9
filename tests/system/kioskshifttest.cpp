#include "bench/benchthread.h"
#include "bench/desk.h"
#include "bench/sampleshop.h"
#include "bench/simulation.h"
#include "ledger/ledger.h"
#include "screens/kiosk.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace packbench {

namespace {

QStringList linesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n')
                                          : QStringList();
}

/// "code outcome", one per scan, as the golden file of the headless shift tells it.
QStringList goldenScans() {
    QStringList scans;
    QStringList heldOutcomes;
    for (const QString& line : linesOf(QStringLiteral(FIXTURES "/system/shift.ndjson"))) {
        const QJsonObject reply = QJsonDocument::fromJson(line.toUtf8()).object();
        const QString outcome = reply.value(QStringLiteral("outcome")).toString();
        const bool isEvent = reply.value(QStringLiteral("scan")).isNull();
        const QString scan = reply.value(QStringLiteral("scan")).toString();
        if (line.isEmpty() || isEvent)
            continue;
        if (reply.value(QStringLiteral("held")).toBool()) {
            // The journal keeps one row a scan: the verdict after the release.
            for (QString& earlier : scans) {
                if (earlier == scan + QStringLiteral(" scan-held") ||
                    earlier == scan + QStringLiteral(" confirm-remark"))
                    earlier = scan + u' ' + outcome;
            }
            continue;
        }
        scans.append(scan + u' ' + outcome);
    }
    return scans;
}

/// The sample shift, typed into the kiosk's window the way a keyboard-wedge scanner types.
class KioskShift : public testing::Test {
protected:
    KioskShift() : m_clock(sampleShiftStart()) {
        LedgerAddress address;
        address.path = m_folder.filePath(QStringLiteral("shift.db"));
        {
            const auto ledger = Ledger::create(address);
            fillSampleShop(*ledger, m_clock.now());
            // The shift's square codes are a simulation's.
            ledger->settings().set(QStringLiteral("ledger.simulation"), QStringLiteral("yes"));
        }
        m_bench = std::make_unique<BenchThread>(BenchThread::Setup{
            address, m_folder.filePath(QStringLiteral("labels")), false, &m_clock});
        EXPECT_EQ(m_bench->start(), QString());
        KioskOptions options;
        options.silent = true;
        options.zone = m_bench->zone();
        m_kiosk = std::make_unique<Kiosk>(
            *m_bench, [] { return sampleShiftStart(); }, options);
        m_bench->announce();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(m_kiosk->window()));
        m_bench->steer([this](Desk& desk, Ledger&) {
            m_simulation = std::make_unique<Simulation>(m_clock, desk);
        });
    }
    ~KioskShift() override {
        m_bench->steer([this](Desk&, Ledger&) { m_simulation.reset(); });
        m_kiosk.reset();
    }

    void key(QEvent::Type type, int code, const QString& text) {
        QKeyEvent event(type, code, Qt::NoModifier, text);
        event.setTimestamp(m_keyTime);
        QCoreApplication::sendEvent(m_kiosk->window(), &event);
    }
    void type(const QString& code) {
        m_keyTime += 500;
        for (const QChar c : code + u'\r') {
            m_keyTime += 2;
            const int key = c == u'\r' ? int(Qt::Key_Return) : c.toUpper().unicode();
            this->key(QEvent::KeyPress, key, QString(c));
            this->key(QEvent::KeyRelease, key, QString(c));
        }
    }
    /// Until the bench has journalled `count` scans and the printer has answered.
    void settle(int count) {
        bool isDone = false;
        const bool settled = QTest::qWaitFor(
            [&] {
                m_bench->steer([&](Desk& desk, Ledger& ledger) {
                    isDone = ledger.scans().newest(1000).size() == count && !desk.isBusy();
                });
                return isDone;
            },
            20'000);
        EXPECT_TRUE(settled) << "scan " << count << " never reached the journal";
    }
    void steerWorld(const QString& line) {
        m_bench->steer([&](Desk&, Ledger&) { EXPECT_EQ(m_simulation->steer(line), QString()); });
    }
    QStringList journal() {
        QStringList scans;
        m_bench->steer([&](Desk&, Ledger& ledger) {
            for (const ScanRecord& record : ledger.scans().newest(1000))
                scans.prepend(record.scan.text + u' ' + record.outcome);
        });
        return scans;
    }

    QTemporaryDir m_folder;
    SteeredClock m_clock;
    std::unique_ptr<BenchThread> m_bench;
    std::unique_ptr<Kiosk> m_kiosk;
    std::unique_ptr<Simulation> m_simulation;
    quint64 m_keyTime = 10'000;
};

} // namespace

TEST_F(KioskShift, TypedIntoTheWindowComesToTheSameAsHeadless) {
    int count = 0;
    for (const QString& line : linesOf(QStringLiteral(SAMPLE_SHIFT))) {
        if (line.isEmpty() || line.startsWith(QLatin1String("# ")))
            continue;
        if (line.startsWith(u'@')) {
            steerWorld(line);
            settle(count);
            continue;
        }
        m_bench->steer([&](Desk&, Ledger&) { m_simulation->beforeScan(); });
        type(line);
        settle(++count);
    }
    EXPECT_EQ(journal().join(u'\n').toStdString(), goldenScans().join(u'\n').toStdString());
    EXPECT_EQ(m_kiosk->warnings(), QStringList());
    EXPECT_EQ(m_kiosk->selfTest(), QStringList());
}

} // namespace packbench

int main(int argc, char** argv) {
    packbench::prepareRenderer();
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    testing::InitGoogleTest(&argc, argv);
    QGuiApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
