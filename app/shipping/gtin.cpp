#include "shipping/gtin.h"

#include <algorithm>

namespace packbench {

namespace {

bool allDigits(const QString& text) {
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// The digit that makes the weighted sum a multiple of ten; `body` is without it.
QChar checkDigitOf(const QString& body) {
    int sum = 0;
    int weight = 3;
    for (auto it = body.crbegin(); it != body.crend(); ++it) {
        sum += (it->unicode() - u'0') * weight;
        weight = 4 - weight;
    }
    return QChar(u'0' + (10 - sum % 10) % 10);
}

} // namespace

bool hasValidCheckDigit(const QString& digits) {
    return digits.size() > 1 && allDigits(digits) &&
           checkDigitOf(digits.chopped(1)) == digits.back();
}

QString withCheckDigit(const QString& digits) {
    return allDigits(digits) ? digits + checkDigitOf(digits) : QString();
}

std::optional<QString> gtin14(const QString& text) {
    const auto size = text.size();
    if (size != 8 && size != 12 && size != 13 && size != 14)
        return std::nullopt;
    if (!hasValidCheckDigit(text) || text.count(u'0') == size)
        return std::nullopt;
    return text.rightJustified(14, u'0');
}

std::optional<QString> upcAFromUpcE(const QString& upcE) {
    if (upcE.size() != 8 || !allDigits(upcE) || upcE.front() > u'1')
        return std::nullopt;
    const QString system = upcE.left(1);
    const QString six = upcE.mid(1, 6);
    const QChar last = six.back();
    QString body;
    if (last <= u'2')
        body = six.left(2) + last + QStringLiteral("0000") + six.mid(2, 3);
    else if (last == u'3')
        body = six.left(3) + QStringLiteral("00000") + six.mid(3, 2);
    else if (last == u'4')
        body = six.left(4) + QStringLiteral("00000") + six.mid(4, 1);
    else
        body = six.left(5) + QStringLiteral("0000") + last;
    const QString upcA = system + body + upcE.back();
    return hasValidCheckDigit(upcA) ? std::optional(upcA) : std::nullopt;
}

} // namespace packbench
