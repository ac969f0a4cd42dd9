#pragma once

#include <QByteArray>

#include <optional>

namespace packbench {

/// The answer to `! U1 getvar "odometer.total_label_count"`: a number between quotation marks, of
/// every label since the printer was made. Total over any bytes; a printer without a counter says
/// "?" or nothing.
[[nodiscard]] std::optional<qint64> zplCounterFrom(const QByteArray& answer);
[[nodiscard]] bool isWholeZplCounter(const QByteArray& answer);

} // namespace packbench
