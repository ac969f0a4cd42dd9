#include "exchange/dispatchfile.h"

#include "exchange/textencoding.h"
#include "shipping/courier.h"

#include <array>

namespace packbench {

namespace {

/// Characters that make a spreadsheet run a cell, with their full-width forms.
bool startsFormula(QChar character) {
    static const QString risky = QStringLiteral("=+-@\t\r\n|%＝＋－＠");
    return risky.contains(character);
}

/// More digits than a spreadsheet keeps.
bool losesDigits(const QString& text) {
    if (text.size() < 12) {
        return false;
    }
    for (const QChar character : text) {
        if (character < u'0' || character > u'9') {
            return false;
        }
    }
    return true;
}

/// No cell breaks its row: line ends and control characters become blanks.
QString oneLine(QString text) {
    for (QChar& character : text) {
        if (character.unicode() < 0x20 || character.unicode() == 0x7F) {
            character = u' ';
        }
    }
    return text;
}

QString quoted(const QString& text) {
    const bool needed =
        text.contains(u',') || text.contains(u'"') || text.startsWith(u' ') || text.endsWith(u' ');
    return needed ? u'"' + QString(text).replace(QLatin1String("\""), QLatin1String("\"\"")) + u'"'
                  : text;
}

/// For people: an apostrophe keeps a spreadsheet from running a cell or rounding a number.
QString sheetCell(const QString& text) {
    const bool risky =
        !text.isEmpty() &&
        (startsFormula(text.front()) ||
         startsFormula(text.trimmed().isEmpty() ? text.front() : text.trimmed().front()));
    const QString line = oneLine(text);
    return quoted(risky || losesDigits(line) ? u'\'' + line : line);
}

QString tabCell(const QString& text) {
    return oneLine(text);
}

QString csvCell(const QString& text) {
    return quoted(oneLine(text));
}

using CellWriter = QString (*)(const QString&);

QString row(const QStringList& cells, CellWriter writer, QChar delimiter) {
    QStringList written;
    for (const QString& cell : cells) {
        written += writer(cell);
    }
    return written.join(delimiter) + QStringLiteral("\r\n");
}

QString yesNo(bool value) {
    return value ? QStringLiteral("yes") : QStringLiteral("no");
}

QByteArray packbenchFile(const QList<ShippedParcel>& parcels) {
    QString text = QStringLiteral("shop,order,waybill,courier,courier_name,dispatched_at,operator,"
                                  "bench,in_goal,in_limit,late_reason\r\n");
    for (const ShippedParcel& parcel : parcels) {
        text += row({parcel.shop, parcel.order, parcel.waybill, parcel.courier,
                     courierName(parcel.courier, true), parcel.dispatchedAt, parcel.operatorName,
                     parcel.bench, yesNo(parcel.inGoal), yesNo(parcel.inLimit), parcel.lateReason},
                    sheetCell, u',');
    }
    return "\xEF\xBB\xBF" + text.toUtf8();
}

QByteArray taobaoFile(const QList<ShippedParcel>& parcels) {
    QString text = QStringLiteral("订单编号,物流公司,运单号\r\n");
    for (const ShippedParcel& parcel : parcels) {
        text +=
            row({parcel.order, courierName(parcel.courier, true), parcel.waybill}, csvCell, u',');
    }
    return toGb18030(text);
}

QByteArray pddFile(const QList<ShippedParcel>& parcels) {
    QString text = QStringLiteral("订单号,快递公司,快递单号\r\n");
    for (const ShippedParcel& parcel : parcels) {
        text +=
            row({parcel.order, courierName(parcel.courier, true), parcel.waybill}, csvCell, u',');
    }
    return "\xEF\xBB\xBF" + text.toUtf8();
}

/// Amazon's Shipping Confirmation template: its carrier codes, all others as "Other" with a name.
QString amazonCarrier(const QString& key) {
    struct Carrier {
        const char* key;
        const char* code;
    };
    static constexpr std::array kCarriers{
        Carrier{"sf", "SF Express"}, Carrier{"chinapost", "China Post"}, Carrier{"dhl", "DHL"},
        Carrier{"ups", "UPS"},       Carrier{"fedex", "FedEx"},          Carrier{"usps", "USPS"},
    };
    for (const Carrier& carrier : kCarriers) {
        if (key == QLatin1String(carrier.key)) {
            return QLatin1String(carrier.code);
        }
    }
    return QStringLiteral("Other");
}

QByteArray amazonFile(const QList<ShippedParcel>& parcels) {
    QString text = QStringLiteral("order-id\torder-item-id\tquantity\tship-date\tcarrier-code\t"
                                  "carrier-name\ttracking-number\tship-method\r\n");
    for (const ShippedParcel& parcel : parcels) {
        const QString code = amazonCarrier(parcel.courier);
        const QString name = code == u"Other" ? courierName(parcel.courier, false) : QString();
        text += row(
            {parcel.order, {}, {}, parcel.dispatchedAt.left(10), code, name, parcel.waybill, {}},
            tabCell, u'\t');
    }
    return text.toUtf8();
}

QByteArray shopifyFile(const QList<ShippedParcel>& parcels) {
    QString text = QStringLiteral("Name,Fulfilled at,Tracking Company,Tracking Number\r\n");
    for (const ShippedParcel& parcel : parcels) {
        text += row(
            {parcel.order, parcel.dispatchedAt, courierName(parcel.courier, false), parcel.waybill},
            csvCell, u',');
    }
    return text.toUtf8();
}

struct DispatchForm {
    const char* name;
    QByteArray (*write)(const QList<ShippedParcel>&);
};

constexpr std::array kForms{
    DispatchForm{"packbench", packbenchFile},
    DispatchForm{"taobao", taobaoFile},
    DispatchForm{"pdd", pddFile},
    DispatchForm{"amazon", amazonFile},
    DispatchForm{"shopify", shopifyFile},
};

} // namespace

QStringList dispatchFormats() {
    QStringList names;
    for (const DispatchForm& form : kForms) {
        names += QLatin1String(form.name);
    }
    return names;
}

QByteArray dispatchFile(const QString& format, const QList<ShippedParcel>& parcels) {
    for (const DispatchForm& form : kForms) {
        if (format == QLatin1String(form.name)) {
            return form.write(parcels);
        }
    }
    return {};
}

} // namespace packbench
