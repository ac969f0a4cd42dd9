#include "ledger/commandkey.h"

#include <QRandomGenerator>
#include <QRegularExpression>

namespace packbench {

QString newCommandKey(Instant now) {
    const quint64 random = QRandomGenerator::system()->generate64();
    const quint64 more = QRandomGenerator::system()->generate64();
    const quint64 ms = quint64(now.msUtc) & 0xFFFF'FFFF'FFFFULL;
    const auto hex = [](quint64 value, int digits) {
        return QStringLiteral("%1").arg(value, digits, 16, QLatin1Char('0'));
    };
    return hex(ms >> 16, 8) + u'-' + hex(ms & 0xFFFF, 4) + u'-' +
           hex(0x7000 | (random & 0x0FFF), 4) + u'-' + hex(0x8000 | (more >> 50), 4) + u'-' +
           hex((random >> 12) & 0xFFFF'FFFF'FFFFULL, 12);
}

std::optional<Instant> timeOfCommandKey(const QString& key) {
    static const QRegularExpression form(
        QStringLiteral("^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
                       "(/[1-9][0-9]{0,5})?$"));
    const auto match = form.match(key);
    if (!match.hasMatch())
        return std::nullopt;
    return Instant{(match.captured(1) + match.captured(2)).toLongLong(nullptr, 16)};
}

QString partOfCommandKey(const QString& key, int part) {
    return part <= 1 ? key : key + u'/' + QString::number(part);
}

} // namespace packbench
