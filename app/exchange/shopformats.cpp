#include "exchange/shopreader.h"
#include "exchange/tablesource.h"
#include "shipping/courier.h"

namespace packbench {

QList<ShopFormat> shopFormats() {
    return {taobaoListFormat(), taobaoDetailsFormat(), jdFormat(),       pddFormat(),
            douyinFormat(),     shopifyFormat(),       amazonFormat(),   ebayFormat(),
            etsyFormat(),       wooCommerceFormat(),   packbenchFormat()};
}

QString CourierNames::key(const QString& name) const {
    if (name.isEmpty()) {
        return {};
    }
    const auto known = m_keys.constFind(name);
    if (known != m_keys.constEnd()) {
        return *known;
    }
    if (m_keys.size() > 1000) { // a file whose courier column holds something else
        m_keys.clear();
    }
    return *m_keys.insert(name, courierFromName(name));
}

QStringList columnList(const QString& text) {
    QStringList columns;
    for (const QString& name : text.split(u'|')) {
        columns += name.trimmed();
    }
    return columns;
}

QString ShopFormat::missingColumn(const TableHeader& header) const {
    for (const QString& either : signature) {
        bool there = false;
        for (const QString& heading : either.split(u'|')) {
            there = there || header.has(heading);
        }
        if (!there) {
            return either.section(u'|', 0, 0);
        }
    }
    return {};
}

std::optional<Refusal> ordersInstead(const TableHeader& header) {
    for (const ShopFormat& format : shopFormats()) {
        if (format.fits(header)) {
            return wholeRefusal(
                RefusalReason::UnknownFormat,
                QStringLiteral("This is an export of orders (%1). Nothing was imported; import it "
                               "as orders, and here the file that was meant.")
                    .arg(format.name));
        }
    }
    return std::nullopt;
}

void refuseState(OrderDraft& draft, const QString& status) {
    draft.refuse(RefusalReason::UnknownState,
                 QStringLiteral("The status \"%1\" is not known, so nobody can tell whether the "
                                "order may leave; it was not taken. Tell us the status, or import "
                                "the order as a Packbench CSV.")
                     .arg(status.left(40)));
}

QString joinedAddress(const QStringList& parts) {
    QStringList filled;
    for (const QString& part : parts) {
        if (!part.isEmpty() && !filled.contains(part)) {
            filled += part;
        }
    }
    return filled.join(QStringLiteral(", "));
}

} // namespace packbench
