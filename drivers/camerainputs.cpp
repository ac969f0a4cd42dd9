#include "drivers/camerainputs.h"

#include "drivers/cameraeye.h"
#include "drivers/picturesource.h"

#include <QFileInfo>
#include <QTimer>
#include <QVideoFrame>
#include <QVideoSink>

#include <utility>
#include <vector>

namespace packbench {
namespace {

constexpr int kTickMs = 200;
constexpr qint64 kRetryMs = 2000;
constexpr qint64 kStallMs = 5000; // some cameras take two seconds to wake

QString idOf(const QString& path) {
    return QStringLiteral("camera:") + path;
}

InputDescription described(const QString& path, const QString& model) {
    InputDescription description;
    description.id = idOf(path);
    description.model = model.isEmpty() ? QFileInfo(path).fileName() : model;
    description.transport = QStringLiteral("camera");
    return description;
}

/// Why there is no camera at the path.
void sayMissing(InputDescription& description, const QString& path) {
    const QFileInfo node(path);
    if (!node.exists()) {
        description.state = QStringLiteral("unplugged");
        description.problem =
            QStringLiteral("There is no camera at %1: check its plug. It is looked for by itself.")
                .arg(path);
    } else if (!node.isReadable()) {
        description.state = QStringLiteral("no-permission");
        description.problem = QStringLiteral("Packbench may not use the camera at %1: add its user "
                                             "to the group video and sign in again.")
                                  .arg(path);
    } else {
        description.state = QStringLiteral("fault");
        description.problem = QStringLiteral("%1 gives no pictures that can be read: name a camera "
                                             "that 'packctl devices' lists, or a film.")
                                  .arg(path);
    }
}

void sayRefused(InputDescription& description, const QString& path, const QString& complaint) {
    if (QFileInfo(path).isFile()) {
        description.state = QStringLiteral("fault");
        description.problem = QStringLiteral("The film %1 cannot be shown (%2): name another, such "
                                             "as Motion JPEG in an AVI file.")
                                  .arg(path, complaint);
        return;
    }
    description.state = QStringLiteral("busy");
    description.problem =
        QStringLiteral("The camera %1 cannot be used (%2): close the program that "
                       "holds it. It is tried again by itself.")
            .arg(description.model, complaint);
}

void saySilent(InputDescription& description) {
    description.state = QStringLiteral("unknown");
    description.problem = QStringLiteral("No picture comes from the camera %1: unplug it and plug "
                                         "it in again. It is tried again by itself.")
                              .arg(description.model);
}

} // namespace

/// One camera; lives in the thread.
class CameraInputs::Camera {
public:
    Camera(QString path, CameraInputs& told)
        : m_path(std::move(path))
        , m_description(described(m_path, {}))
        , m_eye(idOf(m_path), [&told](const ScannedCode& code) { Q_EMIT told.scanned(code); }) {
        m_description.state = QStringLiteral("unknown");
    }
    ~Camera() { close(); }
    Camera(const Camera&) = delete;
    Camera& operator=(const Camera&) = delete;

    void tick(qint64 now) {
        if (m_source)
            watch(now);
        if (!m_source && now - m_triedAt >= kRetryMs)
            open(now);
    }
    [[nodiscard]] const InputDescription& description() const { return m_description; }

private:
    void open(qint64 now) {
        m_triedAt = now;
        m_sink = std::make_unique<QVideoSink>();
        // Directly: a film's pictures come from a thread of the player's.
        connect(
            m_sink.get(), &QVideoSink::videoFrameChanged, m_sink.get(),
            [this](const QVideoFrame& frame) { m_eye.show(frame); }, Qt::DirectConnection);
        m_source = openPictures(m_path, *m_sink);
        m_shown = m_eye.shown();
        m_movedAt = now;
        if (m_source)
            m_description.model = m_source->model();
        else
            sayMissing(m_description, m_path);
    }
    void close() {
        m_source.reset();
        m_sink.reset();
    }
    void watch(qint64 now) {
        if (const int shown = m_eye.shown(); shown != std::exchange(m_shown, shown)) {
            m_movedAt = now;
            m_description.state = QStringLiteral("ready");
            m_description.problem.clear();
        }
        if (!QFileInfo::exists(m_path))
            sayMissing(m_description, m_path);
        else if (!m_source->complaint().isEmpty())
            sayRefused(m_description, m_path, m_source->complaint());
        else if (now - m_movedAt >= kStallMs)
            saySilent(m_description);
        else
            return;
        m_triedAt = now;
        close();
    }

    QString m_path;
    InputDescription m_description;
    CameraEye m_eye;
    std::unique_ptr<QVideoSink> m_sink;
    std::unique_ptr<PictureSource> m_source;
    int m_shown = 0;
    qint64 m_movedAt = 0;
    qint64 m_triedAt = -kRetryMs;
};

class CameraInputs::Cameras : public QObject {
public:
    Cameras(QStringList paths, CameraInputs& told) : m_paths(std::move(paths)), m_told(told) {}

    void open() {
        for (const QString& path : std::as_const(m_paths))
            m_cameras.push_back(std::make_unique<Camera>(path, m_told));
        m_timer = std::make_unique<QTimer>();
        connect(m_timer.get(), &QTimer::timeout, this, [this] { tick(); });
        m_timer->start(kTickMs);
        tick();
    }
    void close() {
        m_timer.reset();
        m_cameras.clear();
    }

private:
    void tick() {
        QList<InputDescription> shown;
        for (const auto& camera : m_cameras) {
            camera->tick(m_stopwatch());
            shown.append(camera->description());
        }
        if (shown != std::exchange(m_shown, shown))
            Q_EMIT m_told.devicesChanged(shown);
    }

    QStringList m_paths;
    CameraInputs& m_told;
    Stopwatch m_stopwatch = steadyStopwatch();
    std::vector<std::unique_ptr<Camera>> m_cameras;
    std::unique_ptr<QTimer> m_timer;
    QList<InputDescription> m_shown;
};

CameraInputs::CameraInputs(const QStringList& paths, QObject* parent)
    : QObject(parent), m_cameras(std::make_unique<Cameras>(paths, *this)) {
    qRegisterMetaType<ScannedCode>();
    qRegisterMetaType<QList<InputDescription>>();
    m_thread.setObjectName(QStringLiteral("camera"));
    m_cameras->moveToThread(&m_thread);
}

CameraInputs::~CameraInputs() {
    if (m_thread.isRunning())
        QMetaObject::invokeMethod(
            m_cameras.get(), [this] { m_cameras->close(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QList<InputDescription> CameraInputs::present(const QStringList& named) {
    QList<InputDescription> all;
    QStringList nodes;
    for (const CameraFound& camera : camerasPresent()) {
        all.append(described(camera.path, camera.model));
        nodes.append(QFileInfo(camera.path).canonicalFilePath());
    }
    for (const QString& path : named) {
        if (nodes.contains(QFileInfo(path).canonicalFilePath()))
            continue;
        InputDescription missing = described(path, {});
        if (!QFileInfo(path).isFile())
            sayMissing(missing, path);
        all.append(missing);
    }
    return all;
}

void CameraInputs::start() {
    m_thread.start();
    QMetaObject::invokeMethod(m_cameras.get(), [this] { m_cameras->open(); });
}

} // namespace packbench
