#pragma once

#include "labels/page.h"

#include <random>

namespace packbench::test {

/// Pages that look like nothing, like labels, and like noise; the same seed, the same page.
inline Page noisePage(int width, int height, int dotsPerMm, unsigned seed, int percentBlack) {
    std::mt19937 random(seed);
    Page page = blankPage(width, height, dotsPerMm);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            if (random() % 100 < unsigned(percentBlack)) {
                char& byte = page.bits[qsizetype(y) * page.bytesPerRow() + x / 8];
                byte = static_cast<char>(byte | 0x80 >> x % 8);
            }
    return page;
}

inline void fill(Page& page, int left, int top, int width, int height) {
    for (int y = top; y < top + height; ++y)
        for (int x = left; x < left + width; ++x) {
            char& byte = page.bits[qsizetype(y) * page.bytesPerRow() + x / 8];
            byte = static_cast<char>(byte | 0x80 >> x % 8);
        }
}

/// Blocks, bars and blank stretches at random, as on a courier label.
inline Page labelLikePage(int width, int height, int dotsPerMm, unsigned seed) {
    std::mt19937 random(seed);
    const auto upTo = [&random](int most) { return int(random() % unsigned(most)); };
    Page page = blankPage(width, height, dotsPerMm);
    for (int block = 0; block < 30; ++block) {
        const int left = upTo(width);
        const int top = upTo(height);
        fill(page, left, top, 1 + upTo(std::max((width - left) / 4, 1)),
             1 + upTo(std::max((height - top) / 8, 1)));
    }
    return page;
}

} // namespace packbench::test
