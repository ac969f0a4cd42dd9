#pragma once

#include "drivers/printerlanguage.h"

namespace packbench {

/// What the answer to ~HS means: three strings, each STX … ETX CR LF. Of several answers in one
/// reading the last whole one counts; a part of an answer never means Ready.
[[nodiscard]] PrinterStatus zplStatusFrom(const QByteArray& answer);

/// All three strings of an answer have arrived.
[[nodiscard]] bool isWholeZplStatus(const QByteArray& answer);

} // namespace packbench
