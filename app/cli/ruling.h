#pragma once

#include "cli/invocation.h"
#include "ledger/quarantine.h"

namespace packbench {

/// --reason and --badge, of what a supervisor decides.
[[nodiscard]] QList<QCommandLineOption> rulingOptions();

/// A supervisor's badge is asked for as soon as the ledger knows one. @throws UsageError
[[nodiscard]] Ruling rulingOf(const Invocation& call, Ledger& ledger, Instant now);

} // namespace packbench
