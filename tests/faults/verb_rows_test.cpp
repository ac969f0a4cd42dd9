// Redo, extra parcel, gate and dock, killed at every point, and what people do then.
#include "invariants.h"
#include "rowtest.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace packbench::faults {
namespace {

const QString kAny = QStringLiteral("*");
const QString kKill = QStringLiteral("kill");
const QString kTote = QStringLiteral("PBT-12");
constexpr int kPoints = 60; ///< fault points that such a command comes by, about

/// What one act leaves behind on a real ledger: these commands go by the wall's clock.
class Verb : public RowTest {
protected:
    /// The socks are packed into a tote; their label lies on it and nobody has scanned it.
    static QString labelled(const World& world) {
        Bench bench(world);
        for (const QString& code : {socks().order, kTote, socks().item})
            bench.scan(code);
        const auto out = labelsIn(world.labels());
        EXPECT_EQ(out.size(), 1) << bench.lastWords().constData();
        return out.isEmpty() ? QString() : out.first().text;
    }
    static QString boundForTheGate(const World& world) {
        const QStringList settings{QStringLiteral("settings"), QStringLiteral("dispatch.at"),
                                   QStringLiteral("gate")};
        EXPECT_EQ(world.packctl(settings).exitCode, 0);
        const QString label = labelled(world);
        Bench bench(world);
        bench.scan(socks().order);
        const auto said = bench.scan(label);
        EXPECT_FALSE(said.isEmpty());
        if (!said.isEmpty()) {
            EXPECT_EQ(said.first().outcome.toStdString(), "label-bound");
        }
        return label;
    }
    static Ended verb(const World& world, const char* name, int n) {
        return world.packctl({QStringLiteral("label"), QLatin1String(name), socks().order,
                              QStringLiteral("--reason"), QStringLiteral("torn"),
                              QStringLiteral("--badge"), QStringLiteral("0001"),
                              QStringLiteral("--labels"), world.labels()},
                             faultAt(kAny, n, kKill));
    }
    /// Lines to `packctl gate` or `handover scan`: sent, and answered as far as it got.
    static Ended scanned(const World& world, const QStringList& words, const QStringList& codes,
                         const Around& around = {}) {
        for (const QString& code : codes)
            world.noteSent(code);
        const Ended ended = world.packctl(words, around, (codes.join(u'\n') + u'\n').toUtf8());
        for (const QByteArray& line : ended.out.split('\n')) {
            const QJsonObject reply = QJsonDocument::fromJson(line).object();
            const QString scan = reply.value(QStringLiteral("scan")).toString();
            if (!scan.isEmpty() && !reply.contains(QStringLiteral("held")))
                world.noteAnswer(scan, reply.value(QStringLiteral("outcome")).toString());
        }
        return ended;
    }
    static int count(const World& world, const char* what) {
        LedgerFile ledger(world.ledger());
        const auto rows = ledger.rows((QByteArray("SELECT COUNT(*) FROM ") + what).constData());
        return rows.first().first().toInt();
    }
};

/// Whether it was done or not: one number of the parcel is live, the label that left shows it.
TEST_F(Verb, Row02_ARedoKilledAtEveryPoint) {
    raise(kPoints, 8, [&](int n) {
        const World world(World::Time::Real);
        labelled(world);
        const Ended redo = verb(world, "redo", n);
        EXPECT_TRUE(redo.exitCode == -1 || redo.exitCode == 0) << redo.out.constData();
        EXPECT_LE(count(world, "waybill WHERE state = 'void'"), 1);
        EXPECT_TRUE(packWhateverHappened(world, socks()));
        EXPECT_EQ(world.judged().toStdString(), "");
        EXPECT_EQ(count(world, "dispatch"), 1);
        if (redo.exitCode == 0) {
            EXPECT_EQ(count(world, "waybill WHERE state = 'void'"), 1);
        }
        return redo.exitCode == -1;
    });
}

/// The order has one carton more or has not; each leaves with a label of its own.
TEST_F(Verb, Row02_AnExtraParcelKilledAtEveryPoint) {
    raise(kPoints, 6, [&](int n) {
        const World world(World::Time::Real);
        labelled(world);
        const Ended extra = verb(world, "extra", n);
        EXPECT_TRUE(extra.exitCode == -1 || extra.exitCode == 0) << extra.out.constData();
        const int cartons = count(world, "parcel");
        EXPECT_TRUE(cartons == 1 || cartons == 2) << cartons;
        if (extra.exitCode == 0) {
            EXPECT_EQ(cartons, 2);
        }
        EXPECT_TRUE(packWhateverHappened(world, socks()));
        EXPECT_EQ(world.judged().toStdString(), "");
        EXPECT_EQ(count(world, "parcel"), cartons);
        EXPECT_EQ(count(world, "dispatch"), cartons);
        return extra.exitCode == -1;
    });
}

/// The order has its extra carton still or has not, and leaves either way.
TEST_F(Verb, Row02_TakingACartonBackKilledAtEveryPoint) {
    raise(kPoints, 6, [&](int n) {
        const World world(World::Time::Real);
        labelled(world);
        const QStringList extra{
            QStringLiteral("label"),    QStringLiteral("extra"),    socks().order,
            QStringLiteral("--reason"), QStringLiteral("mistake"),  QStringLiteral("--badge"),
            QStringLiteral("0001"),     QStringLiteral("--labels"), world.labels()};
        EXPECT_EQ(world.packctl(extra).exitCode, 0);
        const Ended back =
            world.packctl(extra + QStringList{QStringLiteral("--back")}, faultAt(kAny, n, kKill));
        EXPECT_TRUE(back.exitCode == -1 || back.exitCode == 0) << back.out.constData();
        const int cartons = count(world, "parcel");
        EXPECT_TRUE(cartons == 1 || cartons == 2) << cartons;
        if (back.exitCode == 0) {
            EXPECT_EQ(cartons, 1);
        }
        EXPECT_TRUE(packWhateverHappened(world, socks()));
        EXPECT_EQ(world.judged().toStdString(), "");
        EXPECT_EQ(count(world, "dispatch"), cartons);
        return back.exitCode == -1;
    });
}

/// A parcel has passed and left, or neither; scanned once more it leaves once.
TEST_F(Verb, Row01_TheGateKilledAtEveryPoint) {
    raise(kPoints, 8, [&](int n) {
        const World world(World::Time::Real);
        const QStringList codes{QStringLiteral("PBU-0417"), kTote, boundForTheGate(world)};
        const QStringList gate{QStringLiteral("gate")};
        const Ended killed = scanned(world, gate, codes, faultAt(kAny, n, kKill));
        EXPECT_EQ(count(world, "dispatch"), count(world, "gate_pass"));
        const Ended again = scanned(world, gate, codes);
        EXPECT_EQ(again.exitCode, 0) << again.err.constData();
        EXPECT_EQ(count(world, "dispatch"), 1);
        EXPECT_EQ(count(world, "gate_pass"), 1);
        EXPECT_EQ(world.judged().toStdString(), "");
        return killed.exitCode == -1;
    });
}

/// On the list once, signed once, whichever of the two programs died.
TEST_F(Verb, Row01_AHandOverKilledAtEveryPoint) {
    raise(kPoints, 6, [&](int n) {
        const World world(World::Time::Real);
        EXPECT_TRUE(packWhateverHappened(world, socks()));
        const QString label = labelsIn(world.labels()).first().text;
        const QStringList open{QStringLiteral("handover"), QStringLiteral("open"),
                               QStringLiteral("--courier"), QStringLiteral("zto")};
        EXPECT_EQ(world.packctl(open).exitCode, 0);
        const QStringList scan{QStringLiteral("handover"), QStringLiteral("scan"),
                               QStringLiteral("1")};
        const Ended killed = scanned(world, scan, {label}, faultAt(kAny, n, kKill));
        EXPECT_EQ(scanned(world, scan, {label}).exitCode, 0);
        EXPECT_EQ(count(world, "handover_parcel"), 1);
        const QStringList close{QStringLiteral("handover"), QStringLiteral("close"),
                                QStringLiteral("1"), QStringLiteral("--counted"),
                                QStringLiteral("1")};
        const Ended cut = world.packctl(close, faultAt(kAny, n, kKill));
        const bool isSigned = count(world, "handover WHERE closed_at IS NOT NULL") == 1;
        EXPECT_EQ(world.packctl(close).exitCode, isSigned ? 2 : 0);
        EXPECT_EQ(count(world, "handover WHERE closed_at IS NOT NULL AND counted = 1"), 1);
        EXPECT_EQ(world.judged().toStdString(), "");
        return killed.exitCode == -1 || cut.exitCode == -1;
    });
}

} // namespace
} // namespace packbench::faults
