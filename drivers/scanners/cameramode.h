#pragma once

#include <QList>
#include <QSize>

namespace packbench {

/// One of the ways in which a camera offers its pictures.
struct CameraMode {
    QSize size;
    float perSecond = 0;
    bool isPacked = false; ///< JPEG: has to be unpacked before it can be looked at
};

/// The place of the mode that shows bars best and comes in time: the largest up to 1920×1080 that
/// gives 15 pictures a second, unpacked where there is the choice. -1 when there is none.
[[nodiscard]] qsizetype bestMode(const QList<CameraMode>& modes);

} // namespace packbench
