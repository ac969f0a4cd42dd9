#pragma once

#include <QString>

#include <span>

namespace packbench {

/// A sentence as a part of Packbench says it, in English, places as %1, %2; and its Chinese.
struct SentenceRow {
    const char* en;
    const char* zh;
};

/// The sentence in Chinese, what stands in its places too where the table has it. What no row makes
/// stays as it is.
[[nodiscard]] QString inChinese(std::span<const SentenceRow> rows, const QString& sentence);

} // namespace packbench
