#pragma once

#include "bench/dayend.h"
#include "bench/snapshot.h"

namespace packbench {

/// Parcels of one courier that left and are on no list.
struct CourierWaiting {
    QString courier; ///< key
    int parcels = 0;
    bool operator==(const CourierWaiting&) const = default;
};

/// Everything the day-end page shows: the day's reckoning, and the vehicle that is being loaded.
struct DayBoard {
    DayEnd day;
    std::optional<Handover> list;  ///< being loaded; nothing = none
    QList<CourierWaiting> waiting; ///< by courier, most first
    Verdict verdict = Verdict::None;
    Notice notice; ///< what the last scan onto the vehicle came to
    qint64 scanSerial = 0;

    bool operator==(const DayBoard&) const = default;
};

} // namespace packbench

Q_DECLARE_METATYPE(packbench::DayBoard)
