#pragma once

#include <QStringList>

namespace packbench {

class Clock;
class Ledger;

/// Looks over ledger, calendar, template, fonts, waybills and clock. One sentence per finding,
/// with what to do; empty = the bench is ready.
[[nodiscard]] QStringList examine(Ledger& ledger, const Clock& clock);

} // namespace packbench
