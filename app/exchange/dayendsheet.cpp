#include "exchange/dayendsheet.h"

#include "exchange/sheetwriter.h"
#include "shipping/courier.h"

#include <array>

namespace packbench {

namespace {

struct FindingWords {
    const char* word;
    const char* both;
};

constexpr std::array kFindingWords{
    FindingWords{"printed-not-applied", "已打印未贴 printed, not applied"},
    FindingWords{"applied-not-handed-over", "已贴未发 applied, not handed over"},
    FindingWords{"handed-over-not-listed", "已发未上交接单 left, on no hand-over list"},
    FindingWords{"listed-not-handed-over", "上了交接单未发 listed, never left"},
    FindingWords{"handed-over-not-printed", "已发，不是这里打的 left, not printed here"},
    FindingWords{"voided", "作废的面单 voided label"},
    FindingWords{"uncertain", "不知道出没出来 uncertain whether it came out"},
    FindingWords{"step", "时钟跳了 the clock jumped"},
    FindingWords{"behind", "时钟落后于账本 the clock was before the ledger"},
    FindingWords{"confirmed", "主管确认时钟 clock confirmed by a supervisor"},
};

QString bothWords(const QString& word) {
    for (const FindingWords& one : kFindingWords) {
        if (word == QLatin1String(one.word))
            return QString::fromUtf8(one.both);
    }
    return word;
}

QString named(const QString& courier) {
    if (courier.isEmpty())
        return QStringLiteral("—");
    const QString name = courierName(courier, true);
    return name == courier ? name : name + u' ' + courier;
}

QStringList figures(const QString& name, const DayEndSheet::Courier& one) {
    return {name, QString::number(one.printed), QString::number(one.applied),
            QString::number(one.handedOver), QString::number(one.listed)};
}

void writeCouriers(SheetWriter& out, const DayEndSheet& sheet) {
    QList<QStringList> rows;
    for (const DayEndSheet::Courier& one : sheet.couriers)
        rows.append(figures(named(one.courier), one));
    rows.append(figures(QStringLiteral("合计 total"), sheet.total));
    out.heading(QStringLiteral("包裹 Parcels"));
    out.table({QStringLiteral("快递 courier"), QStringLiteral("已打印 printed"),
               QStringLiteral("已贴 applied"), QStringLiteral("已发 handed over"),
               QStringLiteral("上交接单 on a list")},
              rows);
}

void writeFindings(SheetWriter& out, const DayEndSheet& sheet) {
    out.heading(QStringLiteral("对不上的 What is missing (%1)").arg(sheet.findings.size()));
    if (sheet.findings.isEmpty()) {
        out.line(QStringLiteral("没有 none"));
        return;
    }
    QList<QStringList> rows;
    for (const DayEndSheet::Finding& one : sheet.findings)
        rows.append({bothWords(one.finding),
                     one.waybill.isEmpty() ? QStringLiteral("—") : one.waybill,
                     one.shop + u'/' + one.order, named(one.courier), one.since,
                     one.older ? QStringLiteral("以前的 carried over") : QString()});
    out.table({QStringLiteral("情况 finding"), QStringLiteral("运单号 waybill"),
               QStringLiteral("订单 order"), QStringLiteral("快递 courier"),
               QStringLiteral("时间 since"), QString()},
              rows);
}

void writeHandovers(SheetWriter& out, const DayEndSheet& sheet) {
    out.heading(QStringLiteral("交接单 Hand-over lists"));
    if (sheet.handovers.isEmpty()) {
        out.line(QStringLiteral("没有 none"));
        return;
    }
    QList<QStringList> rows;
    for (const DayEndSheet::List& one : sheet.handovers)
        rows.append(
            {QString::number(one.id), named(one.courier), one.driver, one.vehicle,
             QString::number(one.parcels),
             one.closedAt.isEmpty() ? QStringLiteral("未签 open") : QString::number(one.counted),
             one.signedBy, one.closedAt});
    out.table({QStringLiteral("号 no."), QStringLiteral("快递 courier"),
               QStringLiteral("司机 driver"), QStringLiteral("车 vehicle"),
               QStringLiteral("扫上车 scanned"), QStringLiteral("司机数 counted"),
               QStringLiteral("签收 signed"), QStringLiteral("时间 at")},
              rows);
}

void writeClock(SheetWriter& out, const DayEndSheet& sheet) {
    if (sheet.clockEvents.isEmpty())
        return;
    QList<QStringList> rows;
    for (const DayEndSheet::ClockRow& one : sheet.clockEvents)
        rows.append({bothWords(one.kind), one.at, one.expected, one.badge});
    out.heading(QStringLiteral("时钟 Clock"));
    out.table({QStringLiteral("情况 what"), QStringLiteral("读到 read"),
               QStringLiteral("应是 due, or newest record"), QStringLiteral("工牌 badge")},
              rows);
}

QByteArray written(const DayEndSheet& sheet, SheetWriter::Form form) {
    SheetWriter out(form, QStringLiteral("日结 Day end %1").arg(sheet.day));
    out.line(
        QStringLiteral("打包台 bench %1 · %2 (%3)").arg(sheet.bench, sheet.madeAt, sheet.zone));
    writeCouriers(out, sheet);
    writeFindings(out, sheet);
    writeHandovers(out, sheet);
    writeClock(out, sheet);
    if (!sheet.auditHead.isEmpty()) {
        out.heading(QStringLiteral("审计链 Audit chain"));
        out.line(QStringLiteral("链头 head: %1").arg(sheet.auditHead));
    }
    out.signatures({QStringLiteral("交班 handed over by"), QStringLiteral("接班 taken over by")});
    return out.bytes();
}

} // namespace

QByteArray dayEndText(const DayEndSheet& sheet) {
    return written(sheet, SheetWriter::Form::Text);
}

QByteArray dayEndHtml(const DayEndSheet& sheet) {
    return written(sheet, SheetWriter::Form::Html);
}

} // namespace packbench
