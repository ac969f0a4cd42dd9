#pragma once

#include "bench/benchsettings.h"
#include "bench/clockwatch.h"
#include "bench/gatereading.h"
#include "bench/gatesnapshot.h"
#include "bench/repeatfilter.h"
#include "bench/station.h"

namespace packbench {

/// The dispatch gate: a box's identity and its label are scanned together, in either order; what
/// passes has left. Every scan is journalled before it is judged; what passes is one transaction.
/// A refusal stands until the acknowledge card; what is scanned meanwhile is held.
class Gate {
public:
    Gate(Ledger& ledger, Clock& clock, ClockWatch& watch);

    /// The first reply answers the scan; held scans that were released follow.
    [[nodiscard]] QList<StationReply> scan(const StationScan& scan);
    /// Who is at the gate; a badge scanned here does the same.
    void setPerson(const std::optional<Operator>& person) { m_person = person; }
    [[nodiscard]] const std::optional<Operator>& person() const { return m_person; }
    /// Scans go to the gate from now on, or no longer: a half that waits is dropped.
    void open(bool isOpen);
    [[nodiscard]] bool isOpen() const { return m_snapshot.isOpen; }
    void reloadSettings();
    [[nodiscard]] const GateSnapshot& snapshot() const { return m_snapshot; }

private:
    struct Judged;
    struct HeldScan {
        StationScan scan;
        ScanCode code;
        qint64 scanId = 0;
    };

    [[nodiscard]] qint64 journal(const StationScan& scan);
    [[nodiscard]] QList<StationReply> released(qint64 scanId, const ScanCode& code);
    [[nodiscard]] StationReply judged(const ScanCode& code, qint64 scanId, bool wasHeld);
    [[nodiscard]] Judged judge(const ScanCode& code);
    [[nodiscard]] Judged judgeBadge(const ScanCode& code);
    [[nodiscard]] Judged judgeCommand(const ScanCode& code);
    [[nodiscard]] Judged judgeHalf(const GateHalf& half, const ScanCode& code);
    [[nodiscard]] Judged waits(const ScanCode& code);
    [[nodiscard]] StationReply passed(const ScanCode& code, qint64 scanId, bool wasHeld);
    [[nodiscard]] Judged judgePair();
    [[nodiscard]] Judged judgeGone();
    void letPass(Instant now);
    [[nodiscard]] QString numberOf(qint64 orderId) const;
    [[nodiscard]] StationReply told(const Judged& judged, const ScanCode& code, bool wasHeld);
    void finishSnapshot();

    Ledger& m_ledger;
    Clock& m_clock;
    ClockWatch& m_watch;
    BenchSettings m_settings;
    WorkingCalendar m_calendar;
    RepeatFilter m_repeats;
    std::optional<Operator> m_person;
    std::optional<GateBox> m_box;
    std::optional<GateLabel> m_label;
    qint64 m_lastParcel = 0; ///< that passed
    QList<HeldScan> m_held;
    GateSnapshot m_snapshot;
};

} // namespace packbench
