#include "exchange/handoverfile.h"

#include "exchange/sheetwriter.h"
#include "shipping/courier.h"

namespace packbench {

namespace {

/// For a spreadsheet: nothing in a cell runs, a long number keeps its digits.
QString sheetCell(QString text) {
    static const QString risky = QStringLiteral("=+-@\t\r\n|%＝＋－＠");
    for (QChar& one : text) {
        if (one.unicode() < 0x20 || one.unicode() == 0x7F)
            one = u' ';
    }
    bool isNumber = false;
    text.toULongLong(&isNumber);
    const bool losesDigits = isNumber && text.size() >= 12;
    if (!text.isEmpty() && (risky.contains(text.trimmed().left(1)) || losesDigits))
        text.prepend(u'\'');
    return u'"' + text.replace(QLatin1String("\""), QLatin1String("\"\"")) + u'"';
}

QByteArray csv(const HandoverSheet& sheet) {
    QString out = QStringLiteral("list,courier,driver,vehicle,waybill,shop,order,scanned_at\r\n");
    for (const HandoverSheet::Parcel& parcel : sheet.parcels) {
        QStringList cells;
        for (const QString& text :
             {QString::number(sheet.id), sheet.courier, sheet.driver, sheet.vehicle, parcel.waybill,
              parcel.shop, parcel.order, parcel.at})
            cells.append(sheetCell(text));
        out += cells.join(u',') + QStringLiteral("\r\n");
    }
    return QByteArrayLiteral("\xEF\xBB\xBF") + out.toUtf8();
}

void writeParcels(SheetWriter& out, const QList<HandoverSheet::Parcel>& parcels,
                  const QString& time) {
    QList<QStringList> rows;
    int number = 0;
    for (const HandoverSheet::Parcel& parcel : parcels)
        rows.append({QString::number(++number), parcel.waybill, parcel.shop + u'/' + parcel.order,
                     parcel.at});
    out.table(
        {QStringLiteral("#"), QStringLiteral("运单号 waybill"), QStringLiteral("订单 order"), time},
        rows);
}

QByteArray written(const HandoverSheet& sheet, SheetWriter::Form form) {
    const QString name = courierName(sheet.courier, true);
    SheetWriter out(form, QStringLiteral("交接单 Hand-over list %1 · %2").arg(sheet.id).arg(name));
    out.line(QStringLiteral("司机 driver: %1 · 车 vehicle: %2").arg(sheet.driver, sheet.vehicle));
    out.line(QStringLiteral("打包台 bench %1 · %2").arg(sheet.bench, sheet.openedAt));
    out.heading(QStringLiteral("包裹 Parcels: %1").arg(sheet.parcels.size()));
    writeParcels(out, sheet.parcels, QStringLiteral("上车 scanned"));
    if (!sheet.missed.isEmpty()) {
        out.heading(QStringLiteral("没上车的 Not on the vehicle: %1").arg(sheet.missed.size()));
        writeParcels(out, sheet.missed, QStringLiteral("已发 left"));
    }
    if (sheet.closedAt.isEmpty())
        out.line(QStringLiteral("未签收 not signed yet"));
    else
        out.line(QStringLiteral("司机数 counted: %1 · 签收 signed: %2 · %3")
                     .arg(sheet.counted)
                     .arg(sheet.signedBy, sheet.closedAt));
    out.signatures({QStringLiteral("仓库 warehouse"), QStringLiteral("司机 driver")});
    return out.bytes();
}

} // namespace

QStringList handoverFormats() {
    return {QStringLiteral("text"), QStringLiteral("html"), QStringLiteral("csv")};
}

QByteArray handoverFile(const QString& format, const HandoverSheet& sheet) {
    if (format == QLatin1String("csv"))
        return csv(sheet);
    if (format == QLatin1String("html"))
        return written(sheet, SheetWriter::Form::Html);
    return format == QLatin1String("text") ? written(sheet, SheetWriter::Form::Text) : QByteArray();
}

} // namespace packbench
