#pragma once

#include "bench/station.h"

namespace packbench {

/// What a scan may change in the station's memory: put back where its effect was not stored.
struct Station::Memory {
    std::optional<Operator> person;
    std::optional<Packing> packing;
    std::optional<LabelCopy> copy;
    std::optional<ParcelRecord> parcel;
    bool labelArrived;
    bool waitsForReason;
    int serialLine;
    int quantity;
    int grams;
    bool singleItem;
    qint64 lastDispatchedParcel;
    bool lastWasLate;
    std::optional<ShownLabel> label;
    QString lastParcel;
    QString lastParcelCourier;
    QString lastParcelState;
};

} // namespace packbench
