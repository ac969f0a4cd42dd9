#pragma once

#include <QString>

#include <optional>

namespace packbench {

/// Why nothing can be made of a format such as "last 4", as the end of a sentence; else empty.
[[nodiscard]] QString formatProblem(const QString& format);

/// A value in a format of labels/README.md's table; nothing when it is no number or no date. An
/// empty value stays empty.
[[nodiscard]] std::optional<QString> formatted(const QString& value, const QString& format);

/// "773020148806215" as "7730 2014 8806 215": people compare numbers in fours. No group of one.
[[nodiscard]] QString inFours(const QString& text);

} // namespace packbench
