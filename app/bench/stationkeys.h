#pragma once

#include "bench/station.h"

namespace packbench {

/// What is asked for when the label of a copy is printed again or redone, or an order gets one more
/// carton, as its key keeps it.
[[nodiscard]] QByteArray verbBody(qint64 id, const QString& reason);

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
