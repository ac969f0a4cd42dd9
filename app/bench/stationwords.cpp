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

std::optional<CopyMark> copyMark(const QString& text) {
    static const QRegularExpression form(QStringLiteral(R"(^(.+)-PBM-(\d{1,18})-(\d{1,6})$)"),
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return CopyMark{match.captured(1), match.captured(2).toLongLong(), match.captured(3).toInt()};
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
