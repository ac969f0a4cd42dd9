// 100,000 order lines: how long, and that memory does not grow with the file.
#include "collector.h"
#include "workbook.h"

#include <QFile>
#include <cstdio>
#include <ctime>
#include <gtest/gtest.h>
#include <malloc.h>

using namespace packbench;
using namespace packbench::test;

namespace {

/// Counts and forgets, so that the reader's own memory is seen.
class Counter : public OrderSink {
public:
    void take(const FileOrder& order) override {
        ++orders;
        lines += int(order.order.lines.size());
        sample();
    }
    void refuse(const Refusal&) override { ++refusals; }

    int orders = 0;
    int lines = 0;
    int refusals = 0;
    size_t peak = 0;

private:
    void sample() {
        if (orders % 1000 == 0) {
            peak = std::max(peak, size_t(mallinfo2().uordblks));
        }
    }
};

QString writeShopify(const QTemporaryDir& folder, int lines) {
    QString path = folder.filePath(QString::number(lines) + QStringLiteral(".csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return {};
    }
    file.write("Name,Financial Status,Paid at,Fulfillment Status,Created at,Lineitem quantity,"
               "Lineitem name,Lineitem sku,Shipping Name,Shipping Address1,Shipping City,"
               "Shipping Zip,Shipping Country,Notes\n");
    for (int line = 0; line < lines; ++line) {
        const QByteArray name = "#" + QByteArray::number(line / 2);
        file.write(
            line % 2 == 0
                ? name +
                      ",paid,2026-09-20 04:30:00 +0800,unfulfilled,"
                      "2026-09-20 03:12:00 +0800,1,Schokowürfel 100g,SKU-" +
                      QByteArray::number(line) +
                      ",Test Alpha,1 Fictional Rd.,Dummytown,'01234,DE,\"送货上门,不放驿站\"\n"
                : name + ",,,,,2,\"Rosmarin, gemahlen\",SKU-" + QByteArray::number(line) +
                      ",,,,,,\n");
    }
    return path;
}

size_t peakOf(const QString& path, int lines) {
    Counter counter;
    const size_t before = size_t(mallinfo2().uordblks);
    const std::clock_t start = std::clock();
    const FileVerdict verdict = readOrders(path, reading(), counter);
    EXPECT_FALSE(verdict.whole);
    EXPECT_EQ(counter.lines, lines);
    EXPECT_EQ(counter.orders, lines / 2);
    EXPECT_EQ(counter.refusals, 0);
    std::printf("  %d lines: %ld ms of processor, %zu kB at most\n", lines,
                (std::clock() - start) * 1000 / CLOCKS_PER_SEC, (counter.peak - before) / 1024);
    return counter.peak - before;
}

TEST(Size, MemoryDoesNotGrowWithTheFile) {
    QTemporaryDir folder;
    const size_t small = peakOf(writeShopify(folder, 10'000), 10'000);
    const size_t large = peakOf(writeShopify(folder, 100'000), 100'000);
    // 16 bytes an order for the index, and slack for its doubling.
    EXPECT_LT(large, small + 45'000 * 16 * 2 + (256 << 10));
}

TEST(Size, AWorkbookOfInlineTextsIsReadInPieces) {
    QTemporaryDir folder;
    const auto workbook = [&folder](int lines) {
        QList<QStringList> rows{{QStringLiteral("order"), QStringLiteral("sku"),
                                 QStringLiteral("quantity"), QStringLiteral("name"),
                                 QStringLiteral("street")}};
        for (int line = 0; line < lines; ++line) {
            rows.append({QString::number(line / 2), QString::number(line), QStringLiteral("2"),
                         QStringLiteral("测试甲"), QStringLiteral("测试路1号")});
        }
        QString path = folder.filePath(QString::number(lines) + QStringLiteral(".xlsx"));
        writeWorkbook(path, rows, true);
        return path;
    };
    const size_t small = peakOf(workbook(2'000), 2'000);
    const size_t large = peakOf(workbook(20'000), 20'000);
    EXPECT_LT(large, small + 9'000 * 16 * 2 + (256 << 10));
}

TEST(Size, RowsOfOneOrderMayStandFarApart) {
    QByteArray file = "order,sku,quantity,name,street\n";
    for (int round = 0; round < 3; ++round) {
        for (int number = 0; number < 2000; ++number) {
            file += "P-" + QByteArray::number(number) + ",S-" + QByteArray::number(round) +
                    ",1,Test Alpha,1 Fictional St\n";
        }
    }
    const Imported import(file);
    ASSERT_EQ(import.found.orders.size(), 2000);
    for (const FileOrder& order : import.found.orders) {
        ASSERT_EQ(order.order.lines.size(), 3);
    }
}

} // namespace
