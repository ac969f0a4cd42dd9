#include "drivers/scanners/cameramode.h"

#include <algorithm>
#include <tuple>

namespace packbench {
namespace {

constexpr float kInTime = 14.5F; // some cameras say 14.99
constexpr int kWidest = 1920;
constexpr int kHighest = 1080;

auto worth(const CameraMode& mode) {
    const bool fits = mode.size.width() <= kWidest && mode.size.height() <= kHighest;
    const int area = mode.size.width() * mode.size.height();
    return std::tuple(fits, mode.perSecond >= kInTime, fits ? area : -area, !mode.isPacked,
                      mode.perSecond);
}

} // namespace

qsizetype bestMode(const QList<CameraMode>& modes) {
    const auto best =
        std::max_element(modes.begin(), modes.end(), [](const CameraMode& a, const CameraMode& b) {
            return worth(a) < worth(b);
        });
    return best == modes.end() ? -1 : best - modes.begin();
}

} // namespace packbench
