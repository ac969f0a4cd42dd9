#include "shipping/instant.h"

#include <QDateTime>
#include <QRegularExpression>

namespace packbench {

QString isoText(Instant instant, const QTimeZone& zone) {
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(instant.msUtc, zone);
    const int offset = local.offsetFromUtc();
    const QChar sign = offset < 0 ? QLatin1Char('-') : QLatin1Char('+');
    const int minutes = std::abs(offset) / 60;
    return local.toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss")) +
           QStringLiteral("%1%2:%3")
               .arg(sign)
               .arg(minutes / 60, 2, 10, QLatin1Char('0'))
               .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

std::optional<Instant> instantFromText(const QString& text, const QTimeZone& zone) {
    static const QRegularExpression form(QStringLiteral(
        R"(^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?$)"));
    const auto match = form.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const auto part = [&](int i) { return match.captured(i).toInt(); };
    const QDate date(part(1), part(2), part(3));
    const QTime time(part(4), part(5), part(6));
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    const QString offset = match.captured(7);
    if (offset.isEmpty())
        return Instant{QDateTime(date, time, zone).toMSecsSinceEpoch()};
    int seconds = 0;
    if (offset != QLatin1String("Z")) {
        QString digits = offset.mid(1);
        digits.remove(QLatin1Char(':'));
        seconds = digits.left(2).toInt() * 3600 + digits.mid(2).toInt() * 60;
        if (offset.startsWith(QLatin1Char('-')))
            seconds = -seconds;
    }
    return Instant{QDateTime(date, time, Qt::OffsetFromUTC, seconds).toMSecsSinceEpoch()};
}

} // namespace packbench
