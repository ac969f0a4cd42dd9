#pragma once

#include <QString>

#include <optional>

namespace packbench {

/// A waybill number belongs to one parcel for ever (reliability facts, R1).
enum class WaybillState { Free, Reserved, Bound, Dispatched, Void };

/// One printed copy of a label (reliability facts, 5.3).
enum class CopyState { Prepared, Sending, Sent, Printed, Bound, Uncertain, FailedClean, Void };

/// A ready-made label that came in (the label inbox). All but the first and the last two wait for a
/// person.
enum class IncomingState { Matched, Unmatched, Doubled, Unreadable, TooLarge, Used, Discarded };

[[nodiscard]] bool mayBecome(WaybillState from, WaybillState to);
[[nodiscard]] bool mayBecome(CopyState from, CopyState to);
[[nodiscard]] bool mayBecome(IncomingState from, IncomingState to);

[[nodiscard]] QString word(WaybillState state);
[[nodiscard]] QString word(CopyState state);
[[nodiscard]] std::optional<WaybillState> waybillStateFromWord(const QString& word);
[[nodiscard]] std::optional<CopyState> copyStateFromWord(const QString& word);
[[nodiscard]] QString word(IncomingState state);
[[nodiscard]] std::optional<IncomingState> incomingStateFromWord(const QString& word);

} // namespace packbench
