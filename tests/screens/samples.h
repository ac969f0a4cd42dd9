#pragma once

#include "bench/boards.h"
#include "bench/dayboard.h"
#include "bench/gatesnapshot.h"
#include "bench/startupboard.h"
#include "bench/templatekeeping.h"

namespace packbench::samples {

/// 2026-11-21 15:17:42 in Shanghai; the next wave leaves at 16:00.
[[nodiscard]] Instant now();
[[nodiscard]] QTimeZone zone();
/// A local time such as "2026-11-21T16:00".
[[nodiscard]] Instant at(const char* text);
[[nodiscard]] QString said(Language language, const char* zh, const char* en);

[[nodiscard]] StationSnapshot signedOff(Language language);
[[nodiscard]] StationSnapshot idle(Language language);
[[nodiscard]] StationSnapshot afterParcel(Language language);
/// Four of seven pieces counted, the last one accepted.
[[nodiscard]] StationSnapshot packing(Language language);
/// The same order one piece earlier: shown first, it makes `packing` a counted piece.
[[nodiscard]] StationSnapshot packingBefore(Language language);
[[nodiscard]] StationSnapshot wrongItem(Language language);
[[nodiscard]] StationSnapshot tooMany(Language language);
[[nodiscard]] StationSnapshot unknownCode(Language language);
[[nodiscard]] StationSnapshot stopped(Language language);
[[nodiscard]] StationSnapshot remark(Language language);
[[nodiscard]] StationSnapshot manyRemarks(Language language);
[[nodiscard]] StationSnapshot printing(Language language);
[[nodiscard]] StationSnapshot paperOut(Language language);
[[nodiscard]] StationSnapshot printerAway(Language language); ///< nothing was sent
[[nodiscard]] StationSnapshot scanLabel(Language language);
[[nodiscard]] StationSnapshot inDoubt(Language language);
/// Twelve lines, long names, three properties, hundreds of pieces.
[[nodiscard]] StationSnapshot longOrder(Language language);

[[nodiscard]] DueBoard dueBoard(Language language);
[[nodiscard]] AheadBoard labelsAhead();
[[nodiscard]] QList<LabelRow> labels();
/// After a crash: so many labels in doubt, and three to be finished.
[[nodiscard]] StartUpBoard startUp(int uncertain);
/// Ready-made labels that wait; the first may be used.
[[nodiscard]] QList<InboxRow> inbox();
/// A camera in that state.
[[nodiscard]] DeviceRow camera(const QString& state);
[[nodiscard]] QList<DeviceRow> devices(bool inTrouble);
/// The bench's printer is one nobody is sure of.
[[nodiscard]] QList<DeviceRow> devicesOfUnknownLanguage();
[[nodiscard]] QList<ImportReport> reports();

/// The gate with its box scanned, the label still to come.
[[nodiscard]] GateSnapshot gateHalf();
[[nodiscard]] GateSnapshot gatePassed();
[[nodiscard]] GateSnapshot gateRefused(NoticeCode code);
/// A day on which some parcels are missing; the vehicle is being loaded or not.
[[nodiscard]] DayBoard dayBoard(bool isLoading);

/// `idle` with a supervisor signed on.
[[nodiscard]] StationSnapshot supervised(Language language);
/// A small template of four items, version 2 of the bench's own name.
[[nodiscard]] TemplateOpened openedTemplate();
[[nodiscard]] QList<TemplateRow> templates();

/// A label as a picture, one bit a dot.
[[nodiscard]] QByteArray labelPng();

} // namespace packbench::samples
