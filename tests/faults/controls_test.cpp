// The judge must be able to fail: benches that are broken on purpose, and ledgers with planted
// breaches.
#include "invariants.h"
#include "rowtest.h"

#include <sqlite3.h>

namespace packbench::faults {
namespace {

Around broken(const char* how, Around around) {
    around.environment += QStringLiteral("PACKBENCH_BROKEN=") + QLatin1String(how);
    return around;
}

class Control : public RowTest {
protected:
    /// Every N until the judge has found the breach. @returns what it said, empty: it never did.
    QString firstBreach(const char* how) {
        for (int n = 1; n < 200; ++n) {
            ran();
            const World world;
            bool left = false;
            {
                Bench bench(world,
                            broken(how, faultAt(QStringLiteral("*"), n, QStringLiteral("kill"))));
                left = pack(world, bench, socks());
            }
            if (!left) {
                Bench bench(world, broken(how, {}));
                (void)pack(world, bench, socks());
            }
            if (const QString said = world.judged(); !said.isEmpty())
                return said;
            if (left)
                return {};
        }
        return {};
    }
};

TEST_F(Control, PrintThenRecordIsCaught) {
    EXPECT_TRUE(firstBreach("print-then-record").contains(QLatin1String("identical labels")));
}

TEST_F(Control, ANewNumberOnAReprintIsCaught) {
    EXPECT_TRUE(firstBreach("new-number-on-reprint").contains(QLatin1String("R2:")));
}

/// A bench that no longer answers is not taken for one that died: the restart does not hide it.
TEST_F(Control, AHangIsABreachOfItsOwn) {
    World world;
    {
        Bench bench(world,
                    faultAt(QStringLiteral("label.drawn"), 1, QStringLiteral("sleep=90000")));
        world.waitAtMost(5'000);
        ran();
        EXPECT_FALSE(pack(world, bench, socks()));
        EXPECT_FALSE(bench.isAlive());
    }
    world.waitAtMost(40'000);
    EXPECT_TRUE(packWhateverHappened(world, socks()));
    EXPECT_EQ(world.judged().toStdString(), "hang: no line came after '" +
                                                socks().item.toStdString() +
                                                "' within 5000 ms, and it was killed");
    EXPECT_EQ(World::takeHangs().size(), 1);
}

/// A statement on a finished world, with the ledger's own triggers away, and the invariant it
/// breaks.
struct Planted {
    const char* name;
    const char* sql;
    const char* invariant;
};

class Checker : public testing::TestWithParam<Planted> {};

void plant(const QString& path, const char* sql) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(path.toUtf8().constData(), &database), SQLITE_OK);
    char* problem = nullptr;
    sqlite3_exec(database, sql, nullptr, nullptr, &problem);
    EXPECT_EQ(problem, nullptr) << problem;
    sqlite3_free(problem);
    sqlite3_close(database);
}

TEST_P(Checker, FindsAPlantedBreach) {
    const World world;
    ASSERT_TRUE(packWhateverHappened(world, socks()));
    ASSERT_EQ(world.judged().toStdString(), "");
    QByteArray drop;
    {
        LedgerFile ledger(world.ledger());
        for (const QStringList& row :
             ledger.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
            drop += "DROP TRIGGER " + row.first().toUtf8() + ";";
    }
    plant(world.ledger(), (drop + GetParam().sql).constData());
    EXPECT_TRUE(world.judged().contains(QLatin1String(GetParam().invariant) + u':'))
        << world.judged().toStdString();
}

INSTANTIATE_TEST_SUITE_P(
    EachInvariant, Checker,
    testing::Values(
        Planted{"TwoNumbers",
                "DROP INDEX waybill_live_of_parcel; UPDATE waybill SET state = 'reserved', "
                "parcel_id = 1 WHERE number = '758320014602'",
                "I1"},
        Planted{"TwoCopies",
                "INSERT INTO label_copy (parcel_id, order_id, copy_no, waybill, courier, state, "
                "cause, printer, language, badge, reason, prepared_at, state_at) SELECT parcel_id, "
                "order_id, 9, waybill, courier, 'sent', cause, printer, language, badge, reason, "
                "prepared_at, state_at FROM label_copy LIMIT 1",
                "I1"},
        Planted{"NotBound", "UPDATE label_copy SET state = 'sent'", "I2"},
        Planted{"NotWrittenDown", "DELETE FROM dispatch", "I2"},
        Planted{"NotOnTheNumber", "UPDATE waybill SET state = 'bound' WHERE state = 'dispatched'",
                "I2"},
        Planted{"OneNumberTwice",
                "INSERT INTO parcel (order_id, carton, cartons, weight_grams, waybill, courier) "
                "SELECT order_id, carton, cartons, weight_grams, waybill, courier FROM parcel "
                "LIMIT 1",
                "I3"},
        Planted{"Revived", "UPDATE waybill SET state = 'void' WHERE state = 'dispatched'", "I4"},
        Planted{"NotTheSum", "UPDATE order_line SET done = 0 WHERE done > 0", "I5"},
        Planted{"ScanLost", "DELETE FROM scan WHERE text = '2609210012'", "I6"},
        Planted{"ScanTwice",
                "INSERT INTO scan (at, bench, badge, device, text, aim, outcome) SELECT at, bench, "
                "badge, device, text, aim, outcome FROM scan WHERE text = '2609210012'; INSERT "
                "INTO scan (at, bench, badge, device, text, aim, outcome) SELECT at, bench, badge, "
                "device, text, aim, outcome FROM scan WHERE text = '2609210012'",
                "I6"},
        Planted{"Dangling", "UPDATE label_copy SET order_id = 4711", "I8"},
        Planted{"NeverSent", "UPDATE label_copy SET state = 'failed-clean'", "paper"},
        Planted{"NotOurs", "UPDATE label_copy SET copy_no = 7", "paper"}),
    [](const auto& one) { return std::string(one.param.name); });

} // namespace
} // namespace packbench::faults
