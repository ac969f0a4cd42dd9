#include "bench/labelinboxmatch.h"

#include "bench/stationwords.h"
#include "ledger/ledger.h"
#include "shipping/scancode.h"

#include <QRegularExpression>

namespace packbench {

namespace {

constexpr int kShortestToken = 6;
constexpr int kMostTokens = 60;
constexpr int kLongest = 200;

/// The texts themselves, then what stands in them between other characters.
QStringList tokensOf(const QStringList& texts, bool withDashes) {
    static const QRegularExpression others(QStringLiteral("[^A-Za-z0-9-]+"));
    static const QRegularExpression all(QStringLiteral("[^A-Za-z0-9]+"));
    QStringList tokens;
    for (const QString& text : texts) {
        for (const QString& token : text.split(withDashes ? others : all, Qt::SkipEmptyParts)) {
            const bool isNew = token != text && !tokens.contains(token);
            if (token.size() >= kShortestToken && token.size() <= kLongest && isNew)
                tokens += token;
        }
    }
    return tokens.first(std::min<qsizetype>(tokens.size(), kMostTokens));
}

std::optional<OrderRecord> orderOfWaybill(Ledger& ledger, const QString& number) {
    if (number.isEmpty() || number.size() > kLongest)
        return std::nullopt;
    auto order = ledger.orders().byWaybill(number);
    return order || number == number.toUpper() ? order
                                               : ledger.orders().byWaybill(number.toUpper());
}

std::optional<OrderRecord> orderOfNumber(Ledger& ledger, const QString& number) {
    if (number.isEmpty() || number.size() > kLongest)
        return std::nullopt;
    const QList<OrderRecord> orders = ledger.orders().byNumber(number);
    return orders.size() == 1 ? std::optional(orders.first()) : std::nullopt;
}

} // namespace

InboxMatch matchByCodes(Ledger& ledger, const QStringList& codes) {
    InboxMatch match;
    const QStringList inside = tokensOf(codes, true) + tokensOf(codes, false);
    for (const QString& text : codes + inside) {
        if (const auto order = orderOfWaybill(ledger, text)) {
            match.orders.insert(order->id);
            match.waybill = text;
        }
    }
    for (const QString& text : codes + inside) {
        if (const auto order = orderOfNumber(ledger, text))
            match.orders.insert(order->id);
    }
    return match;
}

QSet<qint64> matchByName(Ledger& ledger, const QString& fileName) {
    const qsizetype dot = fileName.lastIndexOf(u'.');
    const QString stem = dot > 0 ? fileName.left(dot) : fileName;
    const QStringList stems{stem};
    QSet<qint64> orders;
    for (const QString& text : stems + tokensOf(stems, true) + tokensOf(stems, false)) {
        if (const auto order = orderOfNumber(ledger, text))
            orders.insert(order->id);
        else if (const auto shipped = orderOfWaybill(ledger, text))
            orders.insert(shipped->id);
    }
    return orders;
}

QStringList waybillsAmong(const QStringList& codes, const QString& orderNumber) {
    QStringList possible;
    QStringList ofCouriers;
    for (const QString& text : codes) {
        const ScanCode code = classify(text);
        const QString number = code.text.toUpper();
        if (!mayBeWaybill(code) || code.text == orderNumber || possible.contains(number))
            continue;
        possible += number;
        if (!code.couriers.isEmpty())
            ofCouriers += number;
    }
    return ofCouriers.isEmpty() ? possible : ofCouriers;
}

bool isAmong(const QStringList& codes, const QString& number) {
    for (const QString& text : codes + tokensOf(codes, true) + tokensOf(codes, false)) {
        if (text.compare(number, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

} // namespace packbench
