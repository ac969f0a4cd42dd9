// A journal of keyed scans, played again twice, shuffled, with repeats and gaps: it ends the same.
#include "stationfixture.h"

#include "ledger/auditreader.h"
#include "ledger/commandkey.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <random>

namespace packbench {
namespace {

struct Keyed {
    QString key;
    QString text;
    QString outcome;    ///< as it was answered first
    int afterMs = 1000; ///< the scan before it
};

class ReplayTest : public StationTest {
protected:
    /// Its labels bear the marks that the written shift scans.
    ReplayTest() {
        m_ledger->settings().set(QStringLiteral("ledger.simulation"), QStringLiteral("yes"));
        m_ledger->settings().set(QStringLiteral("label.mark_key"), QString());
        restart();
    }
    /// The scans of the sample shift, each with its key.
    QList<Keyed> journal() {
        QList<Keyed> scans;
        int afterMs = 1000;
        QFile file(QStringLiteral(SOURCES "/app/cli/sample/shift.txt"));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        for (const QByteArray& bytes : file.readAll().split('\n')) {
            const QString line = QString::fromUtf8(bytes).trimmed();
            if (line.startsWith(QLatin1String("@after ")))
                afterMs = line.mid(7).toInt();
            if (line.isEmpty() || line.startsWith(u'@') || line.startsWith(u"# ") ||
                line == QLatin1String("#"))
                continue;
            m_clock.advanceMs(1500);
            scans.append({newCommandKey(m_clock.now()), line, {}, std::exchange(afterMs, 1000)});
        }
        return scans;
    }
    StationReply play(const Keyed& scan) {
        m_clock.advanceMonotonicMs(scan.afterMs);
        const StationReply reply =
            m_station->scan({scan.text, {}, QStringLiteral("host"), 0, true, scan.key}).first();
        while (!m_jobs.isEmpty()) {
            ++m_printed;
            printerTakes();
        }
        return reply;
    }
    void playShift(QList<Keyed>& scans) {
        for (Keyed& scan : scans)
            scan.outcome = play(scan).outcome;
    }

    /// All that the ledger holds of effects: orders, pieces, numbers, labels, dispatches.
    QByteArray effects() {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const auto add = [&](const QStringList& parts) {
            hash.addData(parts.join(u'|').toUtf8() + '\n');
        };
        m_ledger->orders().forEach(std::nullopt, [&](const OrderRecord& order) {
            QStringList parts{QString::number(order.id), word(order.order.state), order.tote};
            for (const int done : order.done)
                parts += QString::number(done);
            for (const Hold hold : order.order.holds)
                parts += word(hold);
            for (const Verification& one : m_ledger->orders().verifications(order.id))
                parts += QStringLiteral("%1,%2,%3,%4")
                             .arg(one.id)
                             .arg(one.pieces)
                             .arg(one.serial)
                             .arg(one.undone);
            add(parts);
        });
        for (const LabelCopy& copy : m_ledger->labels().newest(1000)) {
            const auto number = m_ledger->waybills().find(copy.waybill);
            add({QString::number(copy.id), QString::number(copy.copyNo), copy.waybill,
                 word(copy.state), number ? word(number->state) : QString()});
        }
        for (const DispatchRecord& dispatch : m_ledger->dispatches().list())
            add({QString::number(dispatch.parcelId), dispatch.waybill,
                 QString::number(dispatch.dispatchedAt.msUtc)});
        return hash.result().toHex();
    }
    /// The effects, and the journals: scans, keys by way of the audit chain's end.
    QByteArray digest() {
        return effects() + ' ' + QByteArray::number(m_ledger->scans().newest(100'000).size()) +
               ' ' + m_ledger->audit().head().text().toUtf8();
    }
    QList<Keyed> shuffled(const QList<Keyed>& scans, unsigned seed) {
        QList<Keyed> again = scans + scans + scans;
        std::shuffle(again.begin(), again.end(), std::mt19937(seed));
        return again;
    }

    int m_printed = 0;
};

TEST_F(ReplayTest, AShiftPlayedAgainTwiceInOrderEndsTheSame) {
    QList<Keyed> scans = journal();
    ASSERT_GT(scans.size(), 50);
    playShift(scans);
    QStringList told;
    for (const Keyed& scan : std::as_const(scans))
        told += scan.text + QStringLiteral(" → ") + scan.outcome;
    ASSERT_GT(m_ledger->dispatches().list().size(), 1) << told.join(u'\n').toStdString();
    const QByteArray before = digest();
    const int printed = m_printed;
    for (int round = 0; round < 2; ++round) {
        for (const Keyed& scan : std::as_const(scans)) {
            const StationReply again = play(scan);
            ASSERT_TRUE(again.isReplay) << scan.text.toStdString();
            const bool wasHeld = again.wasHeld || scan.outcome == u"scan-held";
            EXPECT_TRUE(wasHeld || again.outcome == scan.outcome) << scan.text.toStdString();
        }
        EXPECT_EQ(digest(), before);
    }
    EXPECT_EQ(m_printed, printed) << "no label comes again";
}

TEST_F(ReplayTest, ShuffledWithRepeatsAndAcrossARestartItEndsTheSame) {
    QList<Keyed> scans = journal();
    playShift(scans);
    const QByteArray before = effects();
    const int printed = m_printed;
    for (unsigned seed = 1; seed <= 5; ++seed) {
        if (seed == 4)
            restart();
        for (const Keyed& scan : shuffled(scans, seed)) {
            const StationReply again = play(scan);
            ASSERT_TRUE(again.isReplay || again.outcome == u"parked") << scan.text.toStdString();
        }
        EXPECT_EQ(effects(), before) << "seed " << seed;
    }
    EXPECT_EQ(m_printed, printed);
    const QByteArray whole = digest();
    for (const Keyed& scan : shuffled(scans, 6))
        EXPECT_TRUE(play(scan).isReplay);
    EXPECT_EQ(digest(), whole) << "whatever was parked is answered from then on";
    EXPECT_TRUE(AuditReader(m_ledger->address()).verify().isSound());
}

TEST_F(ReplayTest, ScansThatWereLostOnTheWayAreParkedAndDoNothing) {
    for (unsigned seed = 1; seed <= 4; ++seed) {
        const QList<Keyed> scans = journal();
        std::mt19937 random(seed);
        QList<Keyed> lost;
        int played = 0;
        for (const Keyed& scan : scans) {
            if (random() % 7 == 0 && played > 0) {
                lost.append(scan);
                continue;
            }
            static_cast<void>(play(scan));
            ++played;
        }
        static_cast<void>(play({newCommandKey(m_clock.now()), QStringLiteral("PBC-OK"), {}}));
        const QByteArray before = effects();
        const int printed = m_printed;
        for (const Keyed& scan : shuffled(scans, seed)) {
            const StationReply again = play(scan);
            ASSERT_TRUE(again.isReplay || again.outcome == u"parked") << scan.text.toStdString();
        }
        EXPECT_EQ(effects(), before) << "seed " << seed;
        EXPECT_EQ(m_printed, printed);
        for (const Keyed& scan : std::as_const(lost))
            EXPECT_EQ(play(scan).outcome, QStringLiteral("parked")) << scan.text.toStdString();
    }
}

} // namespace
} // namespace packbench
