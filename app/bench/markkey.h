#pragma once

namespace packbench {

class Settings;

/// Makes the key of the copy marks once, kept as the setting label.mark_key: from then on a mark
/// that this ledger did not make is refused. A simulation's is always the same, so that a shift
/// written down beforehand can scan its labels.
void ensureMarkKey(Settings& settings);

} // namespace packbench
