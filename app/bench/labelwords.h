#pragma once

#include "bench/notice.h"

namespace packbench {

/// A sentence about a label (a template's finding, a carrier's file that cannot be drawn) for
/// people at the bench: the label readers speak English, the floor may not. One table,
/// labelwords.cpp; what it does not know stays as it is.
[[nodiscard]] QString labelWords(const QString& sentence, Language language);

} // namespace packbench
