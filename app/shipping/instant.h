#pragma once

#include <QString>
#include <QTimeZone>

#include <compare>
#include <optional>

namespace packbench {

/// A point in time, milliseconds since 1970-01-01T00:00Z. Only `Clock` (bench) makes "now".
struct Instant {
    qint64 msUtc = 0;

    auto operator<=>(const Instant&) const = default;
    [[nodiscard]] Instant plusMs(qint64 ms) const { return {msUtc + ms}; }
    [[nodiscard]] Instant plusHours(int hours) const { return {msUtc + hours * 3'600'000LL}; }
};

/// "2026-09-20T10:15:00+08:00", in the zone given.
[[nodiscard]] QString isoText(Instant instant, const QTimeZone& zone);

/// Reads ISO 8601 ("2026-09-20T10:15+08:00", "…Z") or local time without zone
/// ("2026-09-20 10:15", "2026-09-20T10:15:30"), the latter in `zone`.
/// Nothing when the text is no time.
[[nodiscard]] std::optional<Instant> instantFromText(const QString& text, const QTimeZone& zone);

} // namespace packbench
