#pragma once

#include "labels/carrier/carrierwire.h"

#include <QJsonArray>
#include <QList>

class QCommandLineOption;

namespace packbench {

class Invocation;

// Label files of others named on the command line, and what is told of pages.

constexpr qint64 kLargestLabelFile = 64 << 20;

/// --dots-per-mm and --made-for, and what they come to.
[[nodiscard]] QList<QCommandLineOption> wishOptions();
[[nodiscard]] CarrierWish wishOf(const Invocation& call);

/// Codes as packctl prints them: format, text, place, grade ("A" … "F"; null where not measured).
[[nodiscard]] QJsonArray codesArray(const QList<ReadCode>& codes);
[[nodiscard]] QJsonArray findingsArray(const QList<LabelFinding>& findings);

} // namespace packbench
