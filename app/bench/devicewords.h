#pragma once

#include "bench/notice.h"

namespace packbench {

/// A sentence of the drivers for people at the bench: they speak English, the floor may not. One
/// table, devicewords.cpp; what it does not know stays as it is.
[[nodiscard]] QString deviceWords(const QString& sentence, Language language);

} // namespace packbench
