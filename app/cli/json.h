#pragma once

#include "bench/benchsettings.h"
#include "bench/boards.h"
#include "bench/station.h"

#include <QJsonArray>
#include <QJsonObject>

namespace packbench {

/// Values as packctl prints them. Times are ISO 8601 with the warehouse's offset; unknown is null.
[[nodiscard]] QJsonValue timeValue(const std::optional<Instant>& instant, const QTimeZone& zone);
[[nodiscard]] QJsonValue textOrNull(const QString& text);
[[nodiscard]] QJsonObject orderObject(const OrderRecord& record, const QTimeZone& zone);
[[nodiscard]] QJsonObject dispatchObject(const DispatchRecord& dispatch, const QTimeZone& zone);
[[nodiscard]] QJsonObject labelObject(const LabelCopy& copy, const QTimeZone& zone);
[[nodiscard]] QJsonObject importObject(const ImportReport& report, const QString& counted);
[[nodiscard]] QJsonObject replyObject(const StationReply& reply, Language language);

} // namespace packbench
