// What the ledger costs, beside the same statements through SQLite's own interface.

#include "ledger/ledger.h"
#include "ledger/statementtext.h"
#include "someorder.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <stdexcept>
#include <vector>

#include <sys/resource.h>

namespace packbench {
namespace {

constexpr int kManyOrders = 200'000;
constexpr int kBlocks = 40;
constexpr int kScansPerBlock = 50;
constexpr int kLinesToImport = 100'000;

qint64 rssPeakKb() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

double cpuSeconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

double microsecondsOf(const std::function<void()>& act) {
    QElapsedTimer timer;
    timer.start();
    act();
    return static_cast<double>(timer.nsecsElapsed()) / 1000.0;
}

struct Times {
    std::vector<double> all;

    [[nodiscard]] double quantile(double part) {
        std::sort(all.begin(), all.end());
        return all.at(static_cast<std::size_t>(part * static_cast<double>(all.size() - 1)));
    }
    [[nodiscard]] double median() { return quantile(0.5); }
};

ShopOrder numbered(int i) {
    ShopOrder order = someOrderOf({someLine(QStringLiteral("SKU-%1").arg(i % 5000), 1'000'000)});
    order.paidAt = kPaidAt.plusMs(i);
    return order;
}

RawScan someScan(qint64 at) {
    RawScan scan;
    scan.at = {at};
    scan.bench = QStringLiteral("bench-1");
    scan.badge = QStringLiteral("0417");
    scan.device = QStringLiteral("wedge:1");
    scan.text = QStringLiteral("6901234567892");
    scan.aim = QStringLiteral("]E0");
    return scan;
}

void fill(Ledger& ledger, int orders) {
    Transaction transaction(ledger);
    for (int i = 0; i < orders; ++i)
        (void)ledger.orders().add(numbered(i), someWindow(i), kImportedAt);
    transaction.commit();
}

/// One scan's work, as the bench does it.
void scanByBooks(Ledger& ledger, qint64 order, qint64 at) {
    Verification verification;
    verification.scanId = ledger.scans().record(someScan(at));
    verification.orderId = order;
    verification.how = QStringLiteral("scan");
    verification.badge = QStringLiteral("0417");
    verification.at = {at};
    Transaction transaction(ledger);
    (void)ledger.orders().verify(verification);
    ledger.scans().judged(verification.scanId, QStringLiteral("item"), QStringLiteral("accepted"),
                          order);
    transaction.commit();
}

/// The same statements, prepared once, without any of our code between.
class RawLedger {
public:
    explicit RawLedger(const QString& path) {
        check(sqlite3_open(QFile::encodeName(path).constData(), &m_sqlite), SQLITE_OK);
        for (const char* pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
                                   "PRAGMA foreign_keys = ON", "PRAGMA cache_size = -8000",
                                   "PRAGMA cell_size_check = ON", "PRAGMA temp_store = MEMORY"})
            check(sqlite3_exec(m_sqlite, pragma, nullptr, nullptr, nullptr), SQLITE_OK);
        m_record = prepare(textOf("scan/record"));
        m_count = prepare(textOf("order/count-pieces"));
        m_verify = prepare(textOf("order/verify").section(QStringLiteral("RETURNING"), 0, 0));
        m_judged = prepare(textOf("scan/judged"));
        m_begin = prepare(QStringLiteral("BEGIN IMMEDIATE"));
        m_commit = prepare(QStringLiteral("COMMIT"));
    }
    ~RawLedger() {
        for (sqlite3_stmt* statement : {m_record, m_count, m_verify, m_judged, m_begin, m_commit})
            sqlite3_finalize(statement);
        sqlite3_close(m_sqlite);
    }
    RawLedger(const RawLedger&) = delete;
    RawLedger& operator=(const RawLedger&) = delete;

    void scan(qint64 order, qint64 at) {
        const RawScan raw = someScan(at);
        bindAll(m_record, {at, raw.bench, raw.badge, raw.device, raw.text, raw.aim});
        run(m_record);
        const qint64 scanId = sqlite3_last_insert_rowid(m_sqlite);
        run(m_begin);
        bindAll(m_count, {1LL, order, 0LL});
        run(m_count);
        bindAll(m_verify, {scanId, 1LL, QString(), QStringLiteral("scan"), QStringLiteral("0417"),
                           at, order, 0LL});
        run(m_verify);
        bindAll(m_judged, {QStringLiteral("item"), QStringLiteral("accepted"), order, scanId});
        run(m_judged);
        run(m_commit);
    }

private:
    struct Value {
        Value(qint64 n) : number(n) {}
        Value(const QString& t) : text(t), isText(true) {}
        qint64 number = 0;
        QString text;
        bool isText = false;
    };
    static void check(int result, int wanted) {
        if (result != wanted)
            throw std::runtime_error("SQLite says " + std::to_string(result));
    }
    static QString textOf(const char* name) {
        return statementText(ledgerText(QStringLiteral("sql/") + QString::fromUtf8(name), false))
            .sql;
    }
    sqlite3_stmt* prepare(const QString& sql) {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v3(m_sqlite, sql.toUtf8().constData(), -1, SQLITE_PREPARE_PERSISTENT,
                                 &statement, nullptr),
              SQLITE_OK);
        return statement;
    }
    static void bindAll(sqlite3_stmt* statement, std::initializer_list<Value> values) {
        int place = 0;
        for (const Value& value : values) {
            ++place;
            if (value.isText)
                sqlite3_bind_text16(statement, place, value.text.utf16(),
                                    static_cast<int>(value.text.size() * 2), SQLITE_TRANSIENT);
            else
                sqlite3_bind_int64(statement, place, value.number);
        }
    }
    static void run(sqlite3_stmt* statement) {
        check(sqlite3_step(statement), SQLITE_DONE);
        sqlite3_reset(statement);
    }

    sqlite3* m_sqlite = nullptr;
    sqlite3_stmt* m_record = nullptr;
    sqlite3_stmt* m_count = nullptr;
    sqlite3_stmt* m_verify = nullptr;
    sqlite3_stmt* m_judged = nullptr;
    sqlite3_stmt* m_begin = nullptr;
    sqlite3_stmt* m_commit = nullptr;
};

void print(const char* what, double value, const char* unit, double most) {
    std::printf("%-66s %10.2f %-3s  (at most %g)%s\n", what, value, unit, most,
                value <= most ? "" : " over");
}

/// In turns, block by block, so that whatever else the machine does hits both.
std::pair<Times, Times> inTurns(const std::function<void(int)>& first,
                                const std::function<void(int)>& second) {
    std::pair<Times, Times> times;
    for (int block = 0; block < kBlocks; ++block) {
        for (int i = 0; i < kScansPerBlock; ++i)
            times.first.all.push_back(microsecondsOf([&] { first(block * kScansPerBlock + i); }));
        for (int i = 0; i < kScansPerBlock; ++i)
            times.second.all.push_back(microsecondsOf([&] { second(block * kScansPerBlock + i); }));
    }
    return times;
}

void compareWithRaw(Ledger& small, const QString& rawPath, int orders) {
    RawLedger raw(rawPath);
    auto [books, bare] =
        inTurns([&](int i) { scanByBooks(small, 1 + i / 20 % orders, kImportedAt.msUtc + i); },
                [&](int i) { raw.scan(1 + i / 20 % orders, kImportedAt.msUtc + i); });
    std::printf("one scan: median %.0f us, p99 %.0f us; raw sqlite3: median %.0f us, p99 %.0f us\n",
                books.median(), books.quantile(0.99), bare.median(), bare.quantile(0.99));
    print("one scan / the same statements in raw sqlite3", books.median() / bare.median(), "x",
          1.5);
}

void compareWithEmpty(Ledger& small, Ledger& large, int orders) {
    auto [few, many] = inTurns(
        [&](int i) { scanByBooks(small, 1 + i / 20 % orders, kImportedAt.msUtc + 10'000 + i); },
        [&](int i) {
            const qint64 order = 1 + (i / 20 * 1999LL) % kManyOrders;
            scanByBooks(large, order, kImportedAt.msUtc + 10'000 + i);
        });
    std::printf("one scan: median %.0f us with %d orders, %.0f us with %d orders\n", few.median(),
                orders, many.median(), kManyOrders);
    print("one scan with 200,000 orders / with few", many.median() / few.median(), "x", 1.2);
}

void timeQuestions(Ledger& large) {
    OrderBook& orders = large.orders();
    const auto middle = orders.byId(kManyOrders / 2);
    const auto median = [](const std::function<void()>& act) {
        Times times;
        for (int i = 0; i < 51; ++i)
            times.all.push_back(microsecondsOf(act));
        return times.median() / 1000.0;
    };
    print("order by key, of 200,000", median([&] { (void)orders.find(middle->order.key); }), "ms",
          1);
    print("order by number", median([&] { (void)orders.byNumber(middle->order.key.number); }), "ms",
          1);
    print("most urgent single of three items", median([&] {
              (void)orders.mostUrgentSingle(
                  {QStringLiteral("SKU-7"), QStringLiteral("SKU-8"), QStringLiteral("SKU-9")});
          }),
          "ms", 1);
    print("due board, first 200", median([&] { (void)orders.due(200); }), "ms", 5);
    print("open orders counted", median([&] { (void)orders.countOpen(); }), "ms", 20);
    qint64 told = 0;
    const qint64 before = rssPeakKb();
    const double all =
        microsecondsOf([&] { orders.forEach(std::nullopt, [&](const OrderRecord&) { ++told; }); });
    std::printf("%lld orders told one by one\n", static_cast<long long>(told));
    print("every order told", all / 1e6, "s", 10);
    print("… and the memory it took", static_cast<double>(rssPeakKb() - before) / 1024.0, "MB", 8);
}

void timeImport(Ledger& ledger) {
    const double cpuBefore = cpuSeconds();
    const double import = microsecondsOf([&] {
        Transaction transaction(ledger);
        for (int i = 0; i < kLinesToImport / 2; ++i) {
            const ShopOrder order =
                someOrderOf({someLine(QStringLiteral("A"), 2), someLine(QStringLiteral("B"))});
            if (!ledger.orders().find(order.key))
                (void)ledger.orders().add(order, someWindow(i), kImportedAt);
        }
        transaction.commit();
    });
    print("100,000 order lines looked up and stored in one transaction", import / 1e6, "s", 5);
    std::printf("… processor time %.2f s\n", cpuSeconds() - cpuBefore);
}

void figures(bool importOnly) {
    QTemporaryDir folder;
    const auto path = [&](const char* name) { return folder.filePath(QString::fromUtf8(name)); };
    const auto make = [&](const char* name) {
        LedgerAddress address;
        address.path = path(name);
        return Ledger::create(address);
    };
    if (importOnly)
        return timeImport(*make("import"));
    constexpr int kFewOrders = 100;
    const auto small = make("small");
    fill(*small, kFewOrders);
    fill(*make("raw"), kFewOrders);
    compareWithRaw(*small, path("raw"), kFewOrders);
    const auto large = make("large");
    fill(*large, kManyOrders);
    compareWithEmpty(*small, *large, kFewOrders);
    timeQuestions(*large);
    timeImport(*make("import"));
    std::printf("SQLite %s, ledger of %d orders: %.0f MB\n", sqlite3_libversion(), kManyOrders,
                static_cast<double>(QFile(path("large")).size()) / 1e6);
}

} // namespace
} // namespace packbench

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    packbench::figures(app.arguments().contains(QStringLiteral("import")));
    return 0;
}
