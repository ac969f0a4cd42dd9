#pragma once

#include "bench/clockwatch.h"
#include "bench/station.h"

#include <QCommandLineOption>

#include <functional>

namespace packbench {

class Invocation;

/// --language en or zh, for the words of answers.
[[nodiscard]] QCommandLineOption languageOption();
[[nodiscard]] Language languageOf(const Invocation& call);

/// Every line of standard input is a scan. Lines of a pipe carry no time of their own and are
/// never repeats. Empty lines and remarks ("# …") are passed over.
void forEachScanLine(const std::function<void(const StationScan&)>& judge);

/// One JSON object on a line of standard output, at once.
void printReply(const StationReply& reply, Language language);
/// A step of the clock nobody was told of yet, on standard error.
void tellStep(ClockWatch& watch, const QTimeZone& zone, Language language);

} // namespace packbench
