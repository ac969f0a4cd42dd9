// What importing a large order file costs in time and in memory. Each file is imported by a
// process of its own, so that one's memory is not the other's.

#include "bench/benchsettings.h"
#include "bench/importing.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"
#include "support/figures.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <cstdio>

using namespace packbench;

namespace {

constexpr int kManyLines = 100'000;
constexpr int kFewLines = 10'000;
constexpr int kItems = 2'000;

struct Import {
    double seconds = 0;
    double megabytesBefore = 0;
    double megabytesHighest = 0;

    [[nodiscard]] double growth() const { return megabytesHighest - megabytesBefore; }
};

QByteArray skuOf(int number) {
    return "SKU-" + QByteArray::number(number % kItems).rightJustified(5, '0');
}

/// A line of an order file; two lines make an order.
QByteArray lineOf(int number) {
    const QByteArray order = QByteArray::number(number / 2).rightJustified(8, '0');
    return "tmall-women,20260919" + order + ',' + skuOf(number * 7) +
           ",亚麻短袖衬衫,颜色:雾灰;尺码:M," + QByteArray::number(1 + number % 3) +
           ",王测试,14000000001,CN,浙江省,杭州市,西湖区,测试路" + QByteArray::number(number / 2) +
           "号3栋2单元501室,310000,2026-09-19T10:" + QByteArray::number(10 + number / 2 % 50) +
           ":00+08:00,请放前台,,zto\n";
}

bool write(const QString& path, int lines) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("shop,order,sku,title,spec,quantity,name,phone,country,province,city,district,"
               "street,postcode,paid_at,buyer_remark,seller_remark,courier\n");
    for (int i = 0; i < lines; ++i)
        file.write(lineOf(i));
    return file.flush();
}

std::unique_ptr<Ledger> ledgerWithItems(const QString& path) {
    LedgerAddress address;
    address.path = path;
    auto ledger = Ledger::create(address);
    Transaction transaction(*ledger);
    for (int i = 0; i < kItems; ++i) {
        Item item;
        item.sku = QString::fromUtf8(skuOf(i));
        item.title = QStringLiteral("亚麻短袖衬衫");
        (void)ledger->items().put(item, {});
    }
    transaction.commit();
    return ledger;
}

/// In the child: imports the file into a new ledger and prints what it took.
int importFile(const QString& path, int lines) {
    const auto ledger = ledgerWithItems(path + QStringLiteral(".db"));
    const BenchSettings settings = loadSettings(ledger->settings());
    SystemClock clock;
    Importing importing(*ledger, settings, clock);
    const double before = figures::residentMegabytes();
    QList<ImportReport> reports;
    const double taken = figures::millisecondsOf([&] {
        reports = importing.orders({{path}, QStringLiteral("auto"), {}, false});
    });
    if (reports.size() != 1 || reports.first().accepted != lines / 2 ||
        reports.first().refused != 0) {
        std::fprintf(stderr, "import_figures: not every order of %s was taken\n",
                     qUtf8Printable(path));
        return 1;
    }
    std::printf("%f %f %f\n", taken / 1000, before, figures::highestResidentMegabytes());
    return 0;
}

std::optional<Import> importApart(const QString& path, int lines) {
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("import"), path, QString::number(lines)});
    if (!child.waitForFinished(600'000) || child.exitCode() != 0)
        return std::nullopt;
    const QList<QByteArray> words = child.readAllStandardOutput().trimmed().split(' ');
    if (words.size() != 3)
        return std::nullopt;
    return Import{words.at(0).toDouble(), words.at(1).toDouble(), words.at(2).toDouble()};
}

int show(const Import& few, const Import& many, double fileMegabytes) {
    figures::Table table(QStringLiteral("import of an order file into a new ledger"));
    table.atMost(QStringLiteral("100,000 lines, 50,000 orders"), many.seconds, "s", 10);
    table.tell(QStringLiteral("10,000 lines, 5,000 orders"), few.seconds, "s");
    table.ratio(QStringLiteral("time of a line, 100,000 lines against 10,000"),
                many.seconds / kManyLines * 1e6, few.seconds / kFewLines * 1e6, "us", 1.5);
    table.tell(QStringLiteral("size of the file of 100,000 lines"), fileMegabytes, "MB");
    table.ratio(QStringLiteral("memory at its highest, 100,000 against 10,000"),
                many.megabytesHighest, few.megabytesHighest, "MB", 1.5);
    // SQLite's page cache (8 MB), 16 bytes a row, and room to spare: never the file itself.
    table.atMost(QStringLiteral("  growth with 100,000 lines"), many.growth(), "MB", 16);
    table.tell(QStringLiteral("  growth with 10,000 lines"), few.growth(), "MB");
    return table.print();
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == QLatin1String("import"))
        return importFile(arguments.at(2), arguments.at(3).toInt());
    const QTemporaryDir folder;
    const QString fewPath = folder.filePath(QStringLiteral("few.csv"));
    const QString manyPath = folder.filePath(QStringLiteral("many.csv"));
    if (!write(fewPath, kFewLines) || !write(manyPath, kManyLines))
        return 1;
    const auto few = importApart(fewPath, kFewLines);
    const auto many = importApart(manyPath, kManyLines);
    if (!few || !many)
        return 1;
    return show(*few, *many, double(QFileInfo(manyPath).size()) / 1024 / 1024);
}
