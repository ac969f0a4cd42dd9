#pragma once

#include <QList>
#include <QString>

#include <memory>

QT_BEGIN_NAMESPACE
class QVideoSink;
QT_END_NAMESPACE

namespace packbench {

/// What gives a camera scanner its pictures, from its making to its end: a camera, or a film that
/// is shown again and again. Belongs to the thread it was made in, which needs an event loop.
class PictureSource {
public:
    PictureSource() = default;
    PictureSource(const PictureSource&) = delete;
    PictureSource& operator=(const PictureSource&) = delete;
    virtual ~PictureSource() = default;

    [[nodiscard]] virtual QString model() const = 0;
    /// What Qt says against it, empty while nothing is known to be wrong.
    [[nodiscard]] virtual QString complaint() const = 0;
};

/// A camera that this computer has.
struct CameraFound {
    QString
        path; ///< the name that stays the same over plugging where there is one: /dev/v4l/by-id/…
    QString model;
};
[[nodiscard]] QList<CameraFound> camerasPresent();

/// The name in `folder` (of links, such as /dev/v4l/by-id) that leads to the device, else the
/// device's own.
[[nodiscard]] QString lastingName(const QString& device, const QString& folder);

/// Makes Qt read cameras and films by itself. Called by a program first of all, before it has
/// threads: Debian's Qt would take GStreamer, whose plugins for cameras are packages of their own.
void chooseCameraBackend();

/// The camera of that device node, or the film of that file; its pictures go to the sink, which
/// outlives it. Null when neither is there.
[[nodiscard]] std::unique_ptr<PictureSource> openPictures(const QString& path, QVideoSink& sink);

} // namespace packbench
