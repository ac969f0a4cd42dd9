#include "bench/stationwords.h"

#include <QRegularExpression>

namespace packbench {

QString shownName(const ShownItem& item) {
    QStringList words{item.title};
    for (const SpecPart& part : item.spec)
        words.append(part.value);
    return words.join(u' ');
}

QString orDash(const QString& text) {
    return text.isEmpty() ? QStringLiteral("—") : text;
}

bool mayBeWaybill(const ScanCode& code) {
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9]{8,40}$"));
    const bool isGoodsCode = code.kind == ScanKind::Item && code.problem.isEmpty();
    const bool isNumber = code.kind == ScanKind::Waybill || code.kind == ScanKind::Unknown ||
                          code.kind == ScanKind::Item;
    return isNumber && (!isGoodsCode || !code.couriers.isEmpty()) &&
           form.match(code.text).hasMatch();
}

} // namespace packbench
