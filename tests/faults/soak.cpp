// faults_soak [--orders 20000] [--seed N] [--keep DIR]
// Days of shifts on a real bench: orders come in, are packed, and the world breaks at random. The
// seed is printed and plays the same days again. The checker has the last word.
#include "world.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>

#include <cstdio>
#include <map>
#include <random>

namespace packbench::faults {
namespace {

constexpr int kOrdersADay = 200;

class Soak {
public:
    Soak(int orders, unsigned seed) : m_orders(orders), m_random(seed) {}

    /// @returns how many orders left; the checker judges after every day.
    int play() {
        int left = 0;
        for (int from = 0; from < m_orders && m_breach.isEmpty(); from += kOrdersADay) {
            const int count = std::min(kOrdersADay, m_orders - from);
            if (!bringIn(from, count))
                return left;
            left += day(from, count);
            m_breach = m_world.judged({QStringLiteral("--printer-loses")});
        }
        return left;
    }
    [[nodiscard]] QString breach() const { return m_breach; }
    [[nodiscard]] const std::map<QString, int>& faults() const { return m_faults; }

private:
    [[nodiscard]] int dice(int sides) { return int(m_random() % unsigned(sides)); }
    [[nodiscard]] static QString orderNumber(int at) {
        return QStringLiteral("26%1").arg(at + 1, 8, 10, QLatin1Char('0'));
    }
    void count(const QString& fault) { ++m_faults[fault]; }

    /// The morning's files; some days the import dies once, some days the same file comes twice.
    bool bringIn(int from, int many) {
        QByteArray orders = "shop,order,state,paid_at,promised_at,sku,title,spec,quantity,name,"
                            "phone,country,province,city,district,street,postcode,buyer_remark,"
                            "seller_remark,flag,courier,waybill\n";
        QByteArray numbers = "waybill,courier\n";
        for (int at = from; at < from + many; ++at) {
            const bool isCup = at % 3 == 0;
            orders +=
                "soak," + orderNumber(at).toLatin1() + ",open,2026-09-21T08:00:00+08:00,," +
                (isCup ? "CUP-SS-500" : "SOCK-CW-M") + ",goods,," + QByteArray::number(1 + at % 2) +
                ",A Test,14000000012,CN,Zhejiang,Ningbo,Haishu,Fictional St 12,315000,,,,zto,\n";
            numbers += QByteArray::number(7600000000000LL + at) + ",zto\n";
        }
        write(QStringLiteral("orders.csv"), orders);
        write(QStringLiteral("numbers.csv"), numbers);
        if (dice(3) == 0) {
            count(QStringLiteral("import killed"));
            import(QStringLiteral("orders"),
                   faultAt(QStringLiteral("*"), 1 + dice(4 * many), QStringLiteral("kill")));
        }
        bool isGood = import(QStringLiteral("orders"), {});
        if (dice(4) == 0)
            isGood = import(QStringLiteral("orders"), {}) && isGood;
        return import(QStringLiteral("waybills"), {}) && isGood;
    }
    bool import(const QString& what, const Around& around) {
        const QString file =
            what == u"orders" ? QStringLiteral("orders.csv") : QStringLiteral("numbers.csv");
        const Ended ended =
            m_world.packctl({QStringLiteral("import"), what, m_world.path(file)}, around);
        if (ended.exitCode != 0 && around.environment.isEmpty())
            m_breach = QStringLiteral("the import failed: ") + QString::fromUtf8(ended.err);
        return ended.exitCode == 0;
    }
    void write(const QString& name, const QByteArray& bytes) {
        QFile file(m_world.path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
    }

    int day(int from, int many) {
        int left = 0;
        std::unique_ptr<Bench> bench;
        for (int at = from; at < from + many; ++at) {
            const Job job{
                orderNumber(at),
                at % 3 == 0 ? QStringLiteral("6901234500974") : QStringLiteral("6901234500868"), 1};
            for (int attempt = 0; attempt < 6; ++attempt) {
                if (!bench || !bench->isAlive())
                    bench = std::make_unique<Bench>(m_world, attempt < 3 ? bad() : Around());
                if (attempt == 0)
                    mischief(*bench, job);
                if (pack(m_world, *bench, job)) {
                    ++left;
                    break;
                }
            }
        }
        return left;
    }

    /// How long a bench lives: some die at a point of their own, some hear no answer to a COMMIT.
    Around bad() {
        const int hit = 1 + dice(3000);
        switch (dice(8)) {
        case 0:
        case 1:
        case 2:
        case 3:
            count(QStringLiteral("kill"));
            return faultAt(QStringLiteral("*"), hit, QStringLiteral("kill"));
        case 4:
            count(QStringLiteral("throw"));
            return faultAt(QStringLiteral("*"), hit, QStringLiteral("throw"));
        case 5:
            count(QStringLiteral("commit unanswered"));
            return faultAt(QStringLiteral("ledger.commit.answer"), 1 + hit / 8,
                           QStringLiteral("error"));
        case 6:
            count(QStringLiteral("transfer cut"));
            return faultAt(QStringLiteral("printer.chunk"), 1 + hit / 60, QStringLiteral("error"));
        default: return {};
        }
    }

    /// What happens to printers and people.
    void mischief(Bench& bench, const Job& job) {
        switch (dice(40)) {
        case 0: printer(bench, QStringLiteral("unplug-at %1").arg(dice(8000))); break;
        case 1: printer(bench, QStringLiteral("lose")); break;
        case 2: printer(bench, QStringLiteral("garbage")); break;
        case 3: printer(bench, QStringLiteral("split")); break;
        case 4:
            printer(bench, QStringLiteral("paper-out"));
            bench.scan(job.order);
            bench.scan(job.item);
            bench.scan(job.item);
            break;
        case 5:
            count(QStringLiteral("no label, though it came"));
            bench.scan(job.order);
            bench.scan(job.item);
            bench.scan(job.item);
            bench.scan(QStringLiteral("PBC-NONE"));
            break;
        case 6:
            count(QStringLiteral("printed again"));
            bench.scan(job.order);
            bench.scan(job.item);
            bench.scan(job.item);
            bench.scan(QStringLiteral("PBC-AGAIN"));
            bench.scan(QStringLiteral("PBR-torn"));
            break;
        case 7:
            count(QStringLiteral("set aside"));
            bench.scan(job.order);
            bench.scan(QStringLiteral("PBC-ASIDE"));
            break;
        case 8:
            count(QStringLiteral("another's label"));
            bench.scan(QStringLiteral("758320014601-PBM-9999-1"));
            bench.scan(QStringLiteral("PBC-OK"));
            break;
        case 9:
            count(QStringLiteral("cancelled"));
            bench.scan(job.order);
            bench.scan(job.item);
            bench.scan(QStringLiteral("PBC-CANCEL"));
            break;
        default: printer(bench, QStringLiteral("ready")); break;
        }
    }
    void printer(Bench& bench, const QString& order) {
        if (order != u"ready")
            count(QStringLiteral("printer: ") + order.section(u' ', 0, 0));
        bench.steer(QStringLiteral("@printer ") + order);
    }

    int m_orders;
    std::mt19937 m_random;
    World m_world;
    QString m_breach;
    std::map<QString, int> m_faults;
};

int soak(int orders, unsigned seed) {
    std::printf("faults_soak: %d orders; --seed %u plays them again\n", orders, seed);
    std::fflush(stdout);
    QElapsedTimer time;
    time.start();
    Soak soak(orders, seed);
    const int left = soak.play();
    for (const auto& [fault, times] : soak.faults())
        std::printf("  %-28s %6d\n", qPrintable(fault), times);
    const double seconds = double(time.elapsed()) / 1000;
    std::printf("faults_soak: %d of %d orders left in %.1f s, %.1f orders/s\n", left, orders,
                seconds, left / seconds);
    if (!soak.breach().isEmpty())
        std::printf("%s\n", qPrintable(soak.breach()));
    return left == orders && soak.breach().isEmpty() ? 0 : 1;
}

} // namespace
} // namespace packbench::faults

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    QCommandLineParser call;
    call.addOptions(
        {{QStringLiteral("orders"), QString(), QStringLiteral("count"), QStringLiteral("20000")},
         {QStringLiteral("seed"), QString(), QStringLiteral("number")}});
    call.process(application);
    bool isSet = false;
    const unsigned given = call.value(QStringLiteral("seed")).toUInt(&isSet);
    return packbench::faults::soak(call.value(QStringLiteral("orders")).toInt(),
                                   isSet ? given : std::random_device()() % 1'000'000);
}
