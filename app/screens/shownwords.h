#pragma once

#include "bench/snapshot.h"

#include <QString>
#include <QTimeZone>

namespace packbench {

/// "15:17" in the warehouse's zone.
[[nodiscard]] QString clockTime(Instant at, const QTimeZone& zone);
/// "00:42:18"; the sign is left to the reader.
[[nodiscard]] QString countdown(qint64 ms);
/// "21:55", hours and minutes; the sign is left to the reader.
[[nodiscard]] QString hoursMinutes(qint64 ms);

/// "雾灰 · M": the values of an item's properties in one line.
[[nodiscard]] QString specLine(const QList<SpecPart>& spec);
/// The last characters people tell numbers apart by; short texts stay whole.
[[nodiscard]] QString tail(const QString& text, int length);
/// A courier's name; empty for no courier.
[[nodiscard]] QString shownCourier(const QString& key, Language language);

} // namespace packbench
