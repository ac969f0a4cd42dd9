#pragma once

#include <QtGlobal>

#include <optional>

namespace packbench {

/// raw x 10^power x nanograms, in milligrams, rounded to the nearest. Nothing where the power is
/// none a scale has, or the weight is beyond a thousand tonnes.
[[nodiscard]] std::optional<qint64> milligramsOf(qint64 raw, int power, qint64 nanograms);

} // namespace packbench
