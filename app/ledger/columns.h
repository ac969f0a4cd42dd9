#pragma once

#include "ledger/database.h"
#include "ledger/records.h"
#include "shipping/dispatchwindow.h"

#include <optional>

namespace packbench {

/// A stored word as the value it stands for. @throws LedgerError (Damaged) for an unknown one.
template <typename T>
[[nodiscard]] T known(const std::optional<T>& value, const QString& word) {
    if (!value)
        throw LedgerError(LedgerError::Code::Damaged,
                          QStringLiteral("The ledger holds the word \"%1\", which this Packbench "
                                         "does not know. Stop working on it and ask for help.")
                              .arg(word));
    return *value;
}

/// Columns number, courier, state, parcel_id.
[[nodiscard]] inline Waybill readWaybill(Rows& rows) {
    Waybill waybill;
    waybill.number = rows.text();
    waybill.courier = rows.text();
    const QString state = rows.text();
    waybill.state = known(waybillStateFromWord(state), state);
    waybill.parcelId = rows.integer();
    return waybill;
}

/// Columns goal_at, limit_at, calendar_known.
[[nodiscard]] inline std::optional<DispatchWindow> readWindow(Rows& rows) {
    const auto goal = rows.maybeInstant();
    const auto limit = rows.maybeInstant();
    const bool isKnown = rows.flag();
    if (!goal || !limit)
        return std::nullopt;
    return DispatchWindow{*goal, *limit, isKnown};
}

[[nodiscard]] inline std::optional<Instant> goalOf(const std::optional<DispatchWindow>& window) {
    return window ? std::optional(window->goalAt) : std::nullopt;
}

[[nodiscard]] inline std::optional<Instant> limitOf(const std::optional<DispatchWindow>& window) {
    return window ? std::optional(window->limitAt) : std::nullopt;
}

[[nodiscard]] inline std::optional<bool>
calendarKnownOf(const std::optional<DispatchWindow>& window) {
    return window ? std::optional(window->calendarKnown) : std::nullopt;
}

} // namespace packbench
