#include "drivers/cameraeye.h"

#include "drivers/greypicture.h"
#include "labels/proof.h"

#include <QDeadlineTimer>
#include <QVideoFrame>

#include <utility>

namespace packbench {
namespace {

// Ten looks a second are as many as a hand needs; more would keep a core busy all day.
constexpr int kLookEveryMs = 100;

ScannedCode scannedCode(const QString& device, const CodeInView& seen) {
    return {device, seen.aim.toLatin1() + seen.bytes, seen.code.text, seen.aim};
}

} // namespace

CameraEye::CameraEye(QString device, Tell tell, Stopwatch stopwatch)
    : m_device(std::move(device))
    , m_tell(std::move(tell))
    , m_stopwatch(std::move(stopwatch))
    , m_thread([this] { run(); }) {}

CameraEye::~CameraEye() {
    {
        const QMutexLocker lock(&m_mutex);
        m_isStopping = true;
        m_changed.wakeAll();
    }
    m_thread.join();
}

/// True for the one who may show the next picture.
bool CameraEye::open() {
    const QMutexLocker lock(&m_mutex);
    return !std::exchange(m_isLooking, true);
}

// A camera's picture lies in memory that goes away with the camera: it is copied here, in the
// thread that would take it away.
void CameraEye::show(const QVideoFrame& frame) {
    if (!frame.isValid())
        return;
    ++m_shown;
    if (!open())
        return;
    QImage grey = greyPicture(frame);
    const QMutexLocker lock(&m_mutex);
    if (grey.isNull()) {
        m_isLooking = false;
        return;
    }
    m_picture = std::move(grey);
    m_changed.wakeAll();
}

std::optional<QImage> CameraEye::nextPicture() {
    const QMutexLocker lock(&m_mutex);
    while (!m_picture && !m_isStopping)
        m_changed.wait(&m_mutex);
    return m_isStopping ? std::nullopt : std::exchange(m_picture, std::nullopt);
}

void CameraEye::run() {
    while (const auto picture = nextPicture()) {
        const QDeadlineTimer next(kLookEveryMs);
        look(*picture);
        const QMutexLocker lock(&m_mutex);
        while (!m_isStopping && m_changed.wait(&m_mutex, next)) {
        }
        m_isLooking = false;
    }
}

void CameraEye::look(const QImage& grey) {
    const QList<CodeInView> codes = readCodesInView(grey);
    QList<ViewMemory::Sight> sights;
    for (const CodeInView& seen : codes)
        sights.append({seen.aim + seen.code.text, seen.isCertain});
    const QStringList fresh = m_memory.news(sights, m_stopwatch());
    for (const CodeInView& seen : codes)
        if (fresh.contains(seen.aim + seen.code.text))
            m_tell(scannedCode(m_device, seen));
}

} // namespace packbench
