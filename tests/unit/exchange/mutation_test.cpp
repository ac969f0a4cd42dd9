// Exports with bytes changed, cut out and put in: no reader falls over, and what is handed on
// still holds its promises.
#include "collector.h"

#include "exchange/itemfile.h"

#include <QFile>
#include <gtest/gtest.h>
#include <random>

using namespace packbench;
using namespace packbench::test;

namespace {

constexpr int kRounds = 150;

QByteArray contentOf(const char* name) {
    QFile file(QStringLiteral(FIXTURES "/exchange/") + QLatin1String(name) +
               QStringLiteral(".csv"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray mutated(QByteArray bytes, std::mt19937& dice) {
    const QByteArray risky("\"\n\r\t,;\0\xFF\x80=E+'<PK", 16);
    const int changes = 1 + int(dice() % 4);
    for (int change = 0; change < changes && !bytes.isEmpty(); ++change) {
        const qsizetype at = qsizetype(dice() % size_t(bytes.size()));
        switch (dice() % 4) {
        case 0: bytes[at] = char(dice()); break;
        case 1: bytes[at] = risky[qsizetype(dice() % size_t(risky.size()))]; break;
        case 2: bytes.remove(at, qsizetype(dice() % 40)); break;
        default: bytes.insert(at, risky.mid(qsizetype(dice() % size_t(risky.size())), 2)); break;
        }
    }
    return bytes;
}

void expectTrustworthy(const Collector& found) {
    for (const FileOrder& file : found.orders) {
        EXPECT_FALSE(file.order.key.number.isEmpty());
        EXPECT_GE(file.line, 2);
        EXPECT_FALSE(file.order.recipient.name.contains(QChar::ReplacementCharacter));
        for (const OrderLine& line : file.order.lines) {
            EXPECT_TRUE(line.quantity >= 1 && line.quantity <= 99999);
            EXPECT_TRUE(!line.sku.isEmpty() || !line.isGoods);
        }
    }
    for (const Refusal& refusal : found.refusals) {
        EXPECT_GE(refusal.line, 2);
        EXPECT_TRUE(refusal.text.endsWith(u'.'));
    }
}

class Mutation : public testing::TestWithParam<const char*> {};

TEST_P(Mutation, ADamagedExportIsReadOrRefused) {
    const QByteArray good = contentOf(GetParam());
    ASSERT_FALSE(good.isEmpty());
    std::mt19937 dice(20260920);
    for (int round = 0; round < kRounds; ++round) {
        SCOPED_TRACE(round);
        const QByteArray bytes = mutated(good, dice);
        const Imported import(bytes);
        expectTrustworthy(import.found);
        if (import.verdict.whole) {
            EXPECT_TRUE(import.verdict.whole->text.endsWith(u'.'));
        }
        QTemporaryDir folder;
        const QString path = fileWith(folder, bytes);
        static_cast<void>(readItems(
            path, [](const FileItem&) {}, [](const Refusal&) {}));
        static_cast<void>(readWaybills(
            path, [](const FileWaybill&) {}, [](const Refusal&) {}));
    }
}

INSTANTIATE_TEST_SUITE_P(Formats, Mutation,
                         testing::Values("taobao-list", "taobao-details", "jd", "pdd", "douyin",
                                         "shopify", "amazon", "ebay", "etsy", "woocommerce",
                                         "packbench"));

} // namespace
