#pragma once

#include <QString>

#include <optional>

namespace packbench {

/// A waybill number belongs to one parcel for ever (reliability facts, R1).
enum class WaybillState { Free, Reserved, Bound, Dispatched, Void };

/// One printed copy of a label (reliability facts, 5.3).
enum class CopyState { Prepared, Sending, Sent, Printed, Bound, Uncertain, FailedClean, Void };

[[nodiscard]] bool mayBecome(WaybillState from, WaybillState to);
[[nodiscard]] bool mayBecome(CopyState from, CopyState to);

[[nodiscard]] QString word(WaybillState state);
[[nodiscard]] QString word(CopyState state);
[[nodiscard]] std::optional<WaybillState> waybillStateFromWord(const QString& word);
[[nodiscard]] std::optional<CopyState> copyStateFromWord(const QString& word);

} // namespace packbench
