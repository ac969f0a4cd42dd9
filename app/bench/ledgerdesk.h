#pragma once

#include "bench/ledgercare.h"

namespace packbench {

class BenchPort;
class Desk;

/// What becomes of the ledger's state at the bench: the lamp in the strip, what is refused, what is
/// told to the person.
class LedgerDesk {
public:
    /// Looks the ledger over first. @throws LedgerError (Damaged)
    LedgerDesk(Ledger& ledger, Clock& clock, BenchPort& port);
    LedgerDesk(const LedgerDesk&) = delete;
    LedgerDesk& operator=(const LedgerDesk&) = delete;

    /// From now on the desk knows, too; `tellSnapshot` shows it.
    void serve(Desk& desk, const std::function<void()>& tellSnapshot);
    void look();
    void backUpNow() { m_care.backUpNow(); }
    /// To screens that were made after the start.
    void tellTroubles();

private:
    void pass(Desk& desk);

    BenchPort& m_port;
    LedgerCare m_care;
};

} // namespace packbench
