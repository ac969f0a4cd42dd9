// Files that are broken as a whole: nothing is handed on, one sentence says why.
#include "collector.h"

#include <gtest/gtest.h>

using namespace packbench;
using namespace packbench::test;

namespace {

const QByteArray kHead = "order,sku,quantity,name,street\n";
const QByteArray kRow = "P-1,A-1,1,Test Alpha,1 Fictional St\n";

/// Refused as a whole with that word, nothing handed on, a sentence with a full stop.
void expectRefused(const Imported& import, const char* word) {
    EXPECT_EQ(import.whole().toStdString(), word);
    EXPECT_TRUE(import.found.orders.isEmpty());
    EXPECT_TRUE(import.found.refusals.isEmpty());
    ASSERT_TRUE(import.verdict.whole);
    EXPECT_TRUE(import.verdict.whole->text.endsWith(u'.'));
}

TEST(Trap, AGoodFileIsTaken) {
    const Imported import(kHead + kRow);
    EXPECT_EQ(import.whole(), QString());
    EXPECT_EQ(import.found.numbers(), QStringList{QStringLiteral("P-1")});
}

TEST(Trap, AMissingFileIsSaidToBeMissing) {
    expectRefused(Imported(QStringLiteral("/nowhere/at/all.csv"), reading()), "missing");
}

TEST(Trap, AnEmptyFileIsNoTable) {
    expectRefused(Imported(QByteArray()), "not-a-table");
    expectRefused(Imported(" \n\n \n"), "not-a-table");
}

TEST(Trap, AHeaderAloneGivesNoOrdersAndNoFault) {
    const Imported import(kHead);
    EXPECT_EQ(import.whole(), QString());
    EXPECT_EQ(import.verdict.format, QStringLiteral("packbench"));
    EXPECT_TRUE(import.found.orders.isEmpty());
}

TEST(Trap, AWebPageSavedAsSpreadsheetIsNoTable) {
    expectRefused(Imported("<html><table><tr><td>order</td></tr></table></html>"), "not-a-table");
}

TEST(Trap, AnOldOrProtectedWorkbookIsNoTable) {
    expectRefused(Imported(QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(600, 'x')),
                  "not-a-table");
}

TEST(Trap, AProseTextIsNoTable) {
    expectRefused(Imported("Dear colleague,\nplease pack, as always, with care.\nThanks\n"),
                  "not-a-table");
}

TEST(Trap, ABinaryFileIsNoTable) {
    QByteArray bytes;
    for (int at = 0; at < 5000; ++at) {
        bytes += char((at * 7919) % 251);
    }
    expectRefused(Imported(bytes), "not-a-table");
}

TEST(Trap, ZeroBytesInTheMiddleAreNoTable) {
    expectRefused(Imported(kHead + kRow + QByteArray("P-2,A\0-1,1,x,y\n", 15)), "not-a-table");
}

TEST(Trap, ATableOfOtherColumnsIsAnUnknownFormat) {
    const Imported import("colour,weight,height\nred,1,2\nblue,3,4\n");
    expectRefused(import, "unknown-format");
    EXPECT_TRUE(import.verdict.whole->text.contains(QStringLiteral("taobao-list")));
}

TEST(Trap, AMissingColumnIsNamed) {
    const Imported import("订单号,商品名称,订购数量,下单时间,客户姓名\n1,a,1,2026-09-20,b\n");
    expectRefused(import, "unknown-format");
    EXPECT_TRUE(import.verdict.whole->text.contains(QStringLiteral("货号")));
}

TEST(Trap, AnotherFormatThanTheOneAskedForIsNotGuessed) {
    expectRefused(Imported(kHead + kRow, reading(QStringLiteral("jd"))), "unknown-format");
    expectRefused(Imported(kHead + kRow, reading(QStringLiteral("nonsense"))), "unknown-format");
}

TEST(Trap, ALineOfEightMegabytesIsTooLarge) {
    expectRefused(Imported(kHead + kRow + "P-2,A-1,1," + QByteArray(8 << 20, 'x') + ",y\n" + kRow),
                  "too-large");
    expectRefused(Imported(QByteArray(8 << 20, 'x')), "too-large");
    const Imported manyCells(kHead + kRow + QByteArray("abcdefgh,").repeated(1 << 20) + "\n");
    expectRefused(manyCells, "not-a-table");
    EXPECT_EQ(manyCells.verdict.whole->line, 3);
}

TEST(Trap, AMillionColumnsAreNoTable) {
    expectRefused(Imported(QByteArray("a,").repeated(1'000'000) + "b\n"), "not-a-table");
}

TEST(Trap, AFileOver64MegabytesIsTooLarge) {
    expectRefused(Imported(kHead + kRow.repeated(2'000'000)), "too-large");
}

TEST(Trap, MoreThan200000RowsAreTooLarge) {
    expectRefused(Imported(kHead + kRow.repeated(200'001)), "too-large");
}

TEST(Trap, AnOpenQuoteIsACutFile) {
    const Imported import(kHead + kRow + "P-2,A-1,1,\"Test Bravo,2 Fictional St\n" + kRow);
    expectRefused(import, "cut-off");
    EXPECT_EQ(import.verdict.whole->line, 3);
}

TEST(Trap, AnIncompleteLastRowWithoutLineEndIsACutFile) {
    expectRefused(Imported(kHead + kRow + "P-2,A-1,1,Test"), "cut-off");
    expectRefused(Imported(kHead + "P-1,A-"), "cut-off");
}

TEST(Trap, ACompleteLastRowWithoutLineEndIsTaken) {
    const Imported import(kHead + kRow.trimmed());
    EXPECT_EQ(import.whole(), QString());
    EXPECT_EQ(import.found.orders.size(), 1);
}

TEST(Trap, EveryCutWithinTheLastRowOfAnExportIsSeenOrCostsNothing) {
    const QByteArray whole = kHead + kRow + "P-2,A-1,1,Test Bravo,\"2 Fictional, St\"\n";
    const qsizetype lastRow = (kHead + kRow).size();
    const qsizetype lastCell = whole.indexOf('"');
    for (qsizetype at = lastRow + 1; at < lastCell; ++at) {
        SCOPED_TRACE(at);
        expectRefused(Imported(whole.left(at)), "cut-off");
    }
}

TEST(Trap, ACutCharacterIsACutFile) {
    const QByteArray text = kHead + QByteArray("P-1,A-1,1,测试");
    expectRefused(Imported(text.left(text.size() - 1)), "cut-off");
}

TEST(Trap, TheFooterOfEbayCountsWhatMustBeThere) {
    const QByteArray head = "Order Number,Item Number,Quantity,Custom Label,Ship To Name\n";
    const QByteArray row = "1-1,11,1,A-1,Test Alpha\n";
    const QByteArray other = "1-2,12,1,A-1,Test Bravo\n";
    EXPECT_EQ(Imported(head + row + other + "\n2 record(s) downloaded\n").whole(), QString());
    expectRefused(Imported(head + row + "\n2 record(s) downloaded\n"), "cut-off");
}

TEST(Trap, StoppingKeepsNothing) {
    QTemporaryDir folder;
    Collector sink;
    sink.stopAfter = 1;
    const FileVerdict verdict =
        readOrders(fileWith(folder, kHead + kRow.repeated(2000)), reading(), sink);
    ASSERT_TRUE(verdict.whole);
    EXPECT_EQ(verdict.whole->reason, RefusalReason::Stopped);
}

TEST(Trap, ProgressRisesToTheEnd) {
    QByteArray rows;
    for (int number = 0; number < 5000; ++number) {
        rows += "P-" + QByteArray::number(number) + ",A-1,1,Test Alpha,1 Fictional St\n";
    }
    const Imported import(kHead + rows);
    const QList<int>& steps = import.found.steps;
    ASSERT_GT(steps.size(), 5);
    EXPECT_TRUE(std::is_sorted(steps.begin(), steps.end()));
    EXPECT_EQ(steps.last(), 1000);
}

} // namespace
