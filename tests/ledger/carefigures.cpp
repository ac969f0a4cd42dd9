// What it costs to open, look over and back up a ledger of 200,000 orders, and what a backup costs
// the scans that go on meanwhile.

#include "ledger/backup.h"
#include "ledger/ledger.h"
#include "someorder.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <functional>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace packbench {
namespace {

constexpr int kOrders = 200'000;
constexpr int kInDoubt = 50;
constexpr int kScans = 3000;
constexpr int kGently = 10;

double msOf(const std::function<void()>& act) {
    QElapsedTimer timer;
    timer.start();
    act();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void fill(Ledger& ledger) {
    Transaction transaction(ledger);
    for (int i = 0; i < kOrders; ++i) {
        const qint64 order = ledger.orders().add(someOrder(), someWindow(i), kImportedAt);
        (void)ledger.waybills().add(QStringLiteral("7612%1").arg(i, 10, 10, QLatin1Char('0')),
                                    QStringLiteral("zto"));
        if (i >= kInDoubt)
            continue;
        ParcelRecord parcel;
        parcel.orderId = order;
        LabelCopy copy;
        copy.parcelId = ledger.labels().addParcel(parcel);
        copy.orderId = order;
        copy.preparedAt = kImportedAt;
        copy.bytes = QByteArray(8000, 'x');
        const qint64 id = ledger.labels().prepare(copy);
        ledger.labels().setState(id, CopyState::Sending, kImportedAt);
    }
    transaction.commit();
}

/// Commit times of scans until `goesOn` says no.
void timeScans(Ledger& ledger, const char* when, const std::function<bool(int)>& goesOn) {
    std::vector<double> times;
    for (int i = 0; goesOn(i); ++i)
        times.push_back(msOf([&] {
            (void)ledger.scans().record({kImportedAt,
                                         QStringLiteral("01"),
                                         {},
                                         QStringLiteral("s"),
                                         QStringLiteral("6901234567892"),
                                         QStringLiteral("]E0")});
        }));
    std::sort(times.begin(), times.end());
    const auto part = [&](double share) {
        return times.at(static_cast<std::size_t>(share * static_cast<double>(times.size() - 1)));
    };
    std::printf("scan %s: %zu, p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, max %.1f ms\n", when,
                times.size(), part(0.5), part(0.99), part(0.999), times.back());
}

void figures() {
    QTemporaryDir folder;
    LedgerAddress address;
    address.path = folder.filePath(QStringLiteral("large.db"));
    {
        const auto ledger = Ledger::create(address);
        fill(*ledger);
    }
    std::printf("ledger of %d orders and numbers: %.0f MB\n", kOrders,
                static_cast<double>(QFile(address.path).size()) / 1e6);
    std::unique_ptr<Ledger> ledger;
    std::printf("open %.0f ms\n", msOf([&] { ledger = Ledger::open(address); }));
    std::printf("%d labels in doubt found %.1f ms\n",
                ledger->labels().sendingBecomesUncertain(kImportedAt),
                msOf([&] { (void)ledger->labels().unfinished(); }));
    std::printf("looked over %.0f ms\n", msOf([&] { (void)ledger->check(); }));
    timeScans(*ledger, "alone", [](int i) { return i < kScans; });
    for (int run = 0; run < 3; ++run) {
        std::atomic<bool> done = false;
        double took = 0;
        std::thread copying([&] {
            (void)::setpriority(PRIO_PROCESS, id_t(::gettid()), kGently);
            took = msOf([&] { (void)backUp(address, folder.filePath(QStringLiteral("b.db"))); });
            done = true;
        });
        timeScans(*ledger, "beside a backup", [&](int) { return !done; });
        copying.join();
        std::printf("… which took %.1f s\n", took / 1000);
    }
}

} // namespace
} // namespace packbench

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    packbench::figures();
    return 0;
}
