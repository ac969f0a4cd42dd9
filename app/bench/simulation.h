#pragma once

#include "bench/desk.h"
#include "ledger/address.h"

namespace packbench {

/// The lines of a shift file that start with `@`:
///   @at TIME            the clock stands at TIME until told otherwise
///   @after MS           the next scan comes MS milliseconds after the one before (else 1000)
///   @scanner NAME       the next scans come from this scanner
///   @printer paper-out | ready | unplugged
///   @weigh GRAMS        what the scale shows for the open parcel
class Simulation {
public:
    Simulation(SteeredClock& clock, Desk& desk) : m_clock(clock), m_desk(desk) {}

    /// @returns what is wrong with the line, empty when it was done.
    [[nodiscard]] QString steer(const QString& line);
    /// Moves the monotonic clock on, so that two scans of the same code are two scans.
    void beforeScan();
    [[nodiscard]] QString device() const { return m_device; }

private:
    [[nodiscard]] QString setClock(const QString& text);
    [[nodiscard]] QString steerPrinter(const QString& word);

    SteeredClock& m_clock;
    Desk& m_desk;
    QString m_device = QStringLiteral("scanner");
    int m_nextGapMs = 1000;
};

/// Where a simulated clock stands before the first @at.
[[nodiscard]] Instant sampleClockStart();

/// Where the virtual printer of a ledger keeps its labels: beside the SQLite file, else here.
[[nodiscard]] QString labelFolderOf(const LedgerAddress& address);

} // namespace packbench
