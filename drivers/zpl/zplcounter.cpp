#include "drivers/zpl/zplcounter.h"

#include <algorithm>

namespace packbench {

namespace {
constexpr qsizetype kMostDigits = 12;
} // namespace

std::optional<qint64> zplCounterFrom(const QByteArray& answer) {
    const qsizetype start = answer.indexOf('"') + 1;
    const qsizetype end = start > 0 ? answer.indexOf('"', start) : -1;
    const qsizetype size = end - start;
    if (size < 1 || size > kMostDigits)
        return std::nullopt;
    const QByteArray digits = answer.mid(start, size);
    const bool isNumber = std::all_of(digits.cbegin(), digits.cend(),
                                      [](char sign) { return sign >= '0' && sign <= '9'; });
    return isNumber ? std::optional(digits.toLongLong()) : std::nullopt;
}

bool isWholeZplCounter(const QByteArray& answer) {
    return answer.count('"') >= 2;
}

} // namespace packbench
