#include "exchange/dayendsheet.h"
#include "exchange/handoverfile.h"

#include <gtest/gtest.h>

namespace packbench {
namespace {

DayEndSheet someDay() {
    DayEndSheet sheet;
    sheet.day = QStringLiteral("2026-09-21");
    sheet.bench = QStringLiteral("03");
    sheet.madeAt = QStringLiteral("2026-09-21 18:00:00");
    sheet.zone = QStringLiteral("Asia/Shanghai");
    sheet.couriers = {{QStringLiteral("zto"), 12, 11, 10, 9}};
    sheet.total = {{}, 12, 11, 10, 9};
    sheet.findings = {{QStringLiteral("printed-not-applied"), QStringLiteral("tmall"),
                       QStringLiteral("2609210001"), QStringLiteral("758320014601"),
                       QStringLiteral("zto"), QStringLiteral("2026-09-21 10:00:00"), true}};
    return sheet;
}

HandoverSheet someList() {
    HandoverSheet sheet;
    sheet.id = 7;
    sheet.courier = QStringLiteral("zto");
    sheet.driver = QStringLiteral("赵师傅");
    sheet.vehicle = QStringLiteral("浙A00001");
    sheet.parcels = {{QStringLiteral("758320014601"), QStringLiteral("tmall"),
                      QStringLiteral("2609210001"), QStringLiteral("2026-09-21 17:00:00")}};
    sheet.missed = {{QStringLiteral("758320014602"), QStringLiteral("tmall"),
                     QStringLiteral("2609210002"), QStringLiteral("2026-09-21 16:00:00")}};
    return sheet;
}

TEST(DayEndSheet, SaysEveryFigureAndFindingInBothLanguages) {
    for (const QByteArray& bytes : {dayEndText(someDay()), dayEndHtml(someDay())}) {
        const QString text = QString::fromUtf8(bytes);
        for (const char* words : {"2026-09-21", "已打印 printed", "中通", "12", "11", "10", "9",
                                  "已打印未贴 printed, not applied", "758320014601",
                                  "以前的 carried over", "交班 handed over by"})
            EXPECT_TRUE(text.contains(QString::fromUtf8(words))) << words;
        EXPECT_FALSE(text.contains(QStringLiteral("Audit chain")));
        EXPECT_FALSE(text.contains(QStringLiteral("时钟 Clock")));
    }
}

TEST(DayEndSheet, TheHeadOfTheAuditChainIsPrintedWhereThereIsOne) {
    DayEndSheet sheet = someDay();
    sheet.auditHead = QStringLiteral("4711:9f3a");
    EXPECT_TRUE(dayEndText(sheet).contains("head: 4711:9f3a"));
    EXPECT_TRUE(dayEndHtml(sheet).contains("head: 4711:9f3a"));
}

TEST(DayEndSheet, WhatACellHoldsStaysWithinIt) {
    DayEndSheet sheet = someDay();
    sheet.findings.first().order = QStringLiteral("<script>x</script>\n2");
    const QByteArray html = dayEndHtml(sheet);
    EXPECT_FALSE(html.contains("<script"));
    EXPECT_TRUE(html.contains("&lt;script&gt;x&lt;/script&gt; 2"));
    EXPECT_TRUE(dayEndText(sheet).contains("<script>x</script> 2"));
}

TEST(HandoverFile, ListsWhatIsOnTheVehicleAndWhatIsNot) {
    for (const char* format : {"text", "html"}) {
        const QString text = QString::fromUtf8(handoverFile(QLatin1String(format), someList()));
        for (const char* words :
             {"交接单 Hand-over list 7", "中通", "赵师傅", "浙A00001", "758320014601",
              "没上车的 Not on the vehicle: 1", "758320014602", "未签收 not signed yet"})
            EXPECT_TRUE(text.contains(QString::fromUtf8(words))) << format << ' ' << words;
    }
    HandoverSheet sheet = someList();
    sheet.closedAt = QStringLiteral("2026-09-21 17:30:00");
    sheet.counted = 1;
    sheet.signedBy = sheet.driver;
    EXPECT_TRUE(handoverFile(QStringLiteral("text"), sheet).contains("counted: 1"));
}

TEST(HandoverFile, ASpreadsheetRunsNothingAndKeepsEveryDigit) {
    HandoverSheet sheet = someList();
    sheet.driver = QStringLiteral("=HYPERLINK(\"x\")");
    const QByteArray csv = handoverFile(QStringLiteral("csv"), sheet);
    EXPECT_TRUE(csv.startsWith("\xEF\xBB\xBFlist,courier"));
    EXPECT_TRUE(csv.contains("\"'=HYPERLINK(\"\"x\"\")\""));
    EXPECT_TRUE(csv.contains("\"'758320014601\""));
    EXPECT_FALSE(csv.contains("758320014602")) << "missed parcels are on no list";
}

TEST(HandoverFile, AFormThereIsNotGivesNothing) {
    EXPECT_TRUE(handoverFile(QStringLiteral("pdf"), someList()).isEmpty());
}

} // namespace
} // namespace packbench
