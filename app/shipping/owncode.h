#pragma once

#include "shipping/scancode.h"

#include <optional>

namespace packbench {

/// Reads one of Packbench's own codes (PBU-, PBS-, PBC-, …, "QTY 5"); nothing when it is none.
/// Badge, tote, bin and basket come back in capitals, a reason in small letters: CapsLock must
/// not make two of them. A slip's order number stays as printed.
[[nodiscard]] std::optional<ScanCode> readOwnCode(const QString& text);

} // namespace packbench
