#pragma once

#include "bench/snapshot.h"

namespace packbench {

/// Everything the gate page shows: a value, made anew after every scan.
struct GateSnapshot {
    bool isOpen = false; ///< scans go to the gate
    bool isOn = false;   ///< this warehouse dispatches at the gate
    qint64 scanSerial = 0;
    int passed = 0;      ///< today, in the warehouse's zone
    QString box;         ///< identity scanned, its label not yet; empty = none
    QString label;       ///< label scanned, its box not yet; empty = none
    QString lastWaybill; ///< the last parcel that passed, empty = none yet
    QString lastCourier; ///< key
    QString lastOrder;
    std::optional<Instant> lastAt;
    Verdict verdict = Verdict::None;
    Notice notice;
    std::optional<ShownRefusal> refusal;
    QStringList heldScans;

    bool operator==(const GateSnapshot&) const = default;
};

/// What the screens ask of gate, hand-over and day end.
struct GateRequest {
    enum class What {
        OpenGate,  ///< scans are box identities and labels
        CloseGate, ///< scans mean what they always do
        OpenDock,  ///< scans are labels that go onto the vehicle
        CloseDock,
        AskDay,
        Begin, ///< `courier`'s list
        Sign,  ///< the driver counted what was scanned
        WriteSheet
    };
    What what = What::AskDay;
    QString courier{};
    QString driver{};
    QString vehicle{};

    bool operator==(const GateRequest&) const = default;
};

} // namespace packbench

Q_DECLARE_METATYPE(packbench::GateSnapshot)
