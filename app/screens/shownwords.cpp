#include "screens/shownwords.h"

#include "shipping/courier.h"

#include <QDateTime>

namespace packbench {

QString clockTime(Instant at, const QTimeZone& zone) {
    return QDateTime::fromMSecsSinceEpoch(at.msUtc, zone).toString(QStringLiteral("HH:mm"));
}

QString countdown(qint64 ms) {
    const qint64 seconds = qAbs(ms) / 1000;
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600, 2, 10, QLatin1Char('0'))
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString hoursMinutes(qint64 ms) {
    const qint64 minutes = qAbs(ms) / 60'000;
    return QStringLiteral("%1:%2").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString specLine(const QList<SpecPart>& spec) {
    QStringList values;
    for (const SpecPart& part : spec)
        values.append(part.value);
    return values.join(QStringLiteral(" · "));
}

QString tail(const QString& text, int length) {
    return text.size() <= length + 3 ? text : text.right(length);
}

QString shownCourier(const QString& key, Language language) {
    return key.isEmpty() ? QString() : courierName(key, language == Language::Chinese);
}

} // namespace packbench
