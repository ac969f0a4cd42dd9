#include "bench/stationwords.h"

#include <QRegularExpression>

#include <algorithm>

namespace packbench {

namespace {

QString decidedCourier(const QList<CourierProposal>& proposals) {
    return !proposals.isEmpty() && proposals.first().reliable ? proposals.first().courier
                                                              : QString();
}

} // namespace

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

bool mayBeWaybillOf(const QString& courier, const ScanCode& code) {
    const QString decided = decidedCourier(code.couriers);
    const bool isOthers = !decided.isEmpty() && !courier.isEmpty() && decided != courier;
    // One in ten of the couriers' 13-digit numbers passes for an EAN, too.
    const bool fits = std::any_of(code.couriers.cbegin(), code.couriers.cend(),
                                  [&courier](const CourierProposal& one) {
                                      return courier.isEmpty() || one.courier == courier;
                                  });
    const bool isGoods = !code.gtin.isEmpty() && !fits;
    return mayBeWaybill(code) && !isOthers && !isGoods;
}

QString courierOfForm(const QString& number) {
    return decidedCourier(classify(number).couriers);
}

} // namespace packbench
