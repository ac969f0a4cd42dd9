#include "drivers/scales/weightunit.h"

namespace packbench {
namespace {

// A weight of 16 bits in the largest unit with the largest power needs more than 64.
__extension__ using Wide = __int128;

constexpr int kLargestPower = 9;
constexpr qint64 kNanogramsInMilligram = 1'000'000;
constexpr Wide kMostMilligrams = 1'000'000'000'000'000;

} // namespace

std::optional<qint64> milligramsOf(qint64 raw, int power, qint64 nanograms) {
    if (power < -kLargestPower || power > kLargestPower)
        return std::nullopt;
    Wide scaled = Wide(raw) * nanograms;
    Wide divisor = kNanogramsInMilligram;
    for (int at = 0; at < power; ++at)
        scaled *= 10;
    for (int at = power; at < 0; ++at)
        divisor *= 10;
    const Wide half = scaled < 0 ? -divisor / 2 : divisor / 2;
    const Wide milligrams = (scaled + half) / divisor;
    if (milligrams > kMostMilligrams || milligrams < -kMostMilligrams)
        return std::nullopt;
    return static_cast<qint64>(milligrams);
}

} // namespace packbench
