#include "ledger/ledger.h"
#include "shipping/fault.h"
#include "someorder.h"

#include "support/postgresserver.h"

#include <QSet>

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace packbench {
namespace {

constexpr int kBenches = 8;
constexpr int kNumbers = 400;

class PostgresBenches : public testing::Test {
protected:
    void SetUp() override {
        QString why;
        m_server = sharedPostgres(why);
        if (!m_server)
            GTEST_SKIP() << why.toStdString();
        m_address = m_server->freshDatabase();
    }
    /// Runs `work` on so many benches at once, each with a ledger of its own.
    void together(const std::function<void(Ledger&, int)>& work) {
        std::vector<std::thread> benches;
        benches.reserve(kBenches);
        std::atomic<int> faults{0};
        for (int bench = 0; bench < kBenches; ++bench)
            benches.emplace_back([&, bench] {
                try {
                    const auto ledger = Ledger::create(m_address);
                    work(*ledger, bench);
                } catch (const StationFault& fault) {
                    ++faults;
                    ADD_FAILURE() << fault.what();
                }
            });
        for (std::thread& bench : benches)
            bench.join();
        EXPECT_EQ(faults, 0);
    }
    QList<qint64> givenParcels(Ledger& ledger, int count) {
        QList<qint64> parcels;
        Transaction transaction(ledger);
        ParcelRecord parcel;
        parcel.orderId = ledger.orders().add(someOrder(), {}, kImportedAt);
        for (int i = 0; i < count; ++i)
            parcels += ledger.labels().addParcel(parcel);
        transaction.commit();
        return parcels;
    }

    PostgresServer* m_server = nullptr;
    LedgerAddress m_address;
};

TEST_F(PostgresBenches, NoNumberIsTakenTwice) {
    const auto ledger = Ledger::create(m_address);
    const auto parcels = givenParcels(*ledger, kNumbers);
    {
        Transaction transaction(*ledger);
        for (int i = 0; i < kNumbers; ++i)
            (void)ledger->waybills().add(QString::number(i), QStringLiteral("sf"));
        transaction.commit();
    }
    std::vector<QStringList> taken(kBenches);
    together([&](Ledger& own, int bench) {
        for (int i = bench; i < kNumbers; i += kBenches) {
            const auto waybill = own.waybills().reserve(QStringLiteral("sf"), parcels.at(i));
            if (waybill)
                taken.at(static_cast<std::size_t>(bench)) += waybill->number;
        }
    });
    QSet<QString> distinct;
    for (const QStringList& numbers : taken)
        distinct.unite(QSet<QString>(numbers.begin(), numbers.end()));
    EXPECT_EQ(distinct.size(), kNumbers);
    EXPECT_EQ(ledger->waybills().countFree(QStringLiteral("sf")), 0);
}

TEST_F(PostgresBenches, OneParcelGetsOneNumberHoweverManyAsk) {
    const auto ledger = Ledger::create(m_address);
    const auto parcels = givenParcels(*ledger, 1);
    for (int i = 0; i < kBenches; ++i)
        (void)ledger->waybills().add(QString::number(i), QStringLiteral("sf"));
    together([&](Ledger& own, int) {
        try {
            (void)own.waybills().reserve(QStringLiteral("sf"), parcels.constFirst());
        } catch (const LedgerError& fault) {
            EXPECT_EQ(fault.code(), LedgerError::Code::Constraint);
        }
    });
    EXPECT_EQ(ledger->waybills().countFree(QStringLiteral("sf")), kBenches - 1);
}

TEST_F(PostgresBenches, PiecesScannedAtOnceAreAllCountedAndNoneTooMany) {
    const auto ledger = Ledger::create(m_address);
    constexpr int kPieces = 100;
    const qint64 order = ledger->orders().add(someOrderOf({someLine(QStringLiteral("A"), kPieces)}),
                                              {}, kImportedAt);
    std::atomic<int> counted{0};
    together([&](Ledger& own, int) {
        Verification verification;
        verification.orderId = order;
        for (int i = 0; i < 20; ++i) {
            try {
                (void)own.orders().verify(verification);
                ++counted;
            } catch (const LedgerError& fault) {
                EXPECT_EQ(fault.code(), LedgerError::Code::Constraint);
            }
        }
    });
    EXPECT_EQ(counted, kPieces);
    EXPECT_EQ(ledger->orders().byId(order)->done, QList{kPieces});
    EXPECT_EQ(ledger->orders().verifications(order).size(), kPieces);
}

TEST_F(PostgresBenches, LedgerIsMadeOnceWhenAllStartTogether) {
    std::atomic<int> made{0};
    together([&](Ledger& own, int) { made += own.created() ? 1 : 0; });
    EXPECT_GE(made, 1);
    EXPECT_EQ(
        m_server->run(m_address.database, QStringLiteral("SELECT COUNT(*) FROM packbench_ledger")),
        QStringLiteral("1"));
}

} // namespace
} // namespace packbench
