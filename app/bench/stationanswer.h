#pragma once

#include "bench/keyedact.h"
#include "bench/station.h"

namespace packbench {

/// A reply as it is kept under its key, and back.
[[nodiscard]] QString answerText(const StationReply& reply);
[[nodiscard]] StationReply answerFrom(const QString& text);

/// What is answered instead of doing it; nothing when it may be done.
[[nodiscard]] std::optional<StationReply> answeredBefore(KeyedAct& act);

} // namespace packbench
