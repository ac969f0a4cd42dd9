#pragma once

#include "drivers/inputdevice.h"
#include "drivers/scanners/viewmemory.h"
#include "drivers/stopwatch.h"

#include <QImage>
#include <QMutex>
#include <QWaitCondition>

#include <atomic>
#include <functional>
#include <optional>
#include <thread>

QT_BEGIN_NAMESPACE
class QVideoFrame;
QT_END_NAMESPACE

namespace packbench {

/// Reads the codes in the pictures of one camera, in a thread of its own. A code is told once until
/// it left the view. Pictures that are shown while it looks at another pass by, so that it never
/// lags behind what the camera sees.
class CameraEye {
public:
    /// Told from the eye's thread.
    using Tell = std::function<void(const ScannedCode& code)>;

    /// @param stopwatch asked once a picture, in the eye's thread
    CameraEye(QString device, Tell tell, Stopwatch stopwatch = steadyStopwatch());
    ~CameraEye();
    CameraEye(const CameraEye&) = delete;
    CameraEye& operator=(const CameraEye&) = delete;

    /// Called by whoever has pictures, in any thread; the picture is not used after the return.
    void show(const QVideoFrame& frame);
    /// How many pictures were shown, looked at or not.
    [[nodiscard]] int shown() const { return m_shown; }

private:
    [[nodiscard]] bool open();
    [[nodiscard]] std::optional<QImage> nextPicture();
    void run();
    void look(const QImage& grey);

    QString m_device;
    Tell m_tell;
    Stopwatch m_stopwatch;
    ViewMemory m_memory; ///< the thread's own
    std::atomic<int> m_shown = 0;
    QMutex m_mutex;
    QWaitCondition m_changed;
    std::optional<QImage> m_picture;
    bool m_isLooking = false;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace packbench
