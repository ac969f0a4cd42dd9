#pragma once

#include "bench/dayboard.h"
#include "bench/gate.h"
#include "bench/handing.h"

#include <QString>

namespace packbench {

class BenchPort;
class Desk;

/// Gate and dock of the kiosk, in the bench thread: which scans are theirs, and what the screens
/// are told of them.
class GateDesk {
public:
    GateDesk(Ledger& ledger, Desk& desk, Clock& clock, BenchPort& port, QString sheetFolder);

    /// @returns whether the scan was for the gate or the dock; else it is the bench's.
    [[nodiscard]] bool takes(const StationScan& scan);
    void answer(const GateRequest& request);

private:
    void openGate(bool isOpen);
    /// The day-end page is in front, or no longer: then labels go onto the vehicle.
    void openDock(bool isOpen);
    void begin(const QString& courier);
    void sign(const QString& driver, const QString& vehicle);
    void tellDay();
    /// The sheet of today, as text and HTML, beside the ledger.
    void writeSheet();
    [[nodiscard]] bool isStopped() const;
    [[nodiscard]] bool opens(const StationScan& scan, Command command);
    void tellGate();
    void tellStep();
    [[nodiscard]] DayBoard board();

    Ledger& m_ledger;
    Desk& m_desk;
    Clock& m_clock;
    BenchPort& m_port;
    QString m_sheetFolder;
    Gate m_gate;
    Handing m_handing;
    bool m_isDock = false;
    Verdict m_verdict = Verdict::None;
    Notice m_notice;
    qint64 m_serial = 0;
};

} // namespace packbench
