#include "bench/clockwords.h"

#include <QDateTime>

namespace packbench {

QString shownTime(Instant at, const QTimeZone& zone) {
    return QDateTime::fromMSecsSinceEpoch(at.msUtc, zone)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

Notice clockBehindNotice(const ClockBehind& wrong, const QTimeZone& zone) {
    return {NoticeCode::ClockBehind, {shownTime(wrong.read, zone), shownTime(wrong.newest, zone)}};
}

Notice clockStepNotice(const ClockStep& step, const QTimeZone& zone) {
    return {NoticeCode::ClockStepped, {shownTime(step.expected, zone), shownTime(step.read, zone)}};
}

} // namespace packbench
