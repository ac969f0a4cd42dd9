#include "drivers/picturesource.h"

#include "drivers/scanners/cameramode.h"

#include <QCamera>
#include <QDir>
#include <QFileInfo>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QMediaPlayer>
#include <QUrl>
#include <QVideoSink>

namespace packbench {
namespace {

QCameraFormat bestFormat(const QCameraDevice& device) {
    const QList<QCameraFormat> formats = device.videoFormats();
    QList<CameraMode> modes;
    for (const QCameraFormat& format : formats)
        modes.append({format.resolution(), format.maxFrameRate(),
                      format.pixelFormat() == QVideoFrameFormat::Format_Jpeg});
    return formats.value(bestMode(modes));
}

class CameraPictures : public PictureSource {
public:
    CameraPictures(const QCameraDevice& device, QVideoSink& sink)
        : m_model(device.description()), m_camera(device) {
        m_session.setVideoSink(&sink);
        m_session.setCamera(&m_camera);
        m_camera.setCameraFormat(bestFormat(device));
        m_camera.start();
    }
    ~CameraPictures() override {
        m_camera.stop();
        m_session.setVideoSink(nullptr);
    }
    [[nodiscard]] QString model() const override { return m_model; }
    [[nodiscard]] QString complaint() const override { return m_camera.errorString(); }

private:
    QString m_model;
    QCamera m_camera;
    QMediaCaptureSession m_session;
};

class FilmPictures : public PictureSource {
public:
    FilmPictures(const QString& path, QVideoSink& sink) : m_model(QFileInfo(path).fileName()) {
        // The player itself forgets its error when it goes on to the next state.
        QObject::connect(
            &m_player, &QMediaPlayer::errorOccurred, &m_player,
            [this](QMediaPlayer::Error, const QString& words) { m_complaint = words; });
        m_player.setVideoSink(&sink);
        m_player.setLoops(QMediaPlayer::Infinite);
        m_player.setSource(QUrl::fromLocalFile(path));
        m_player.play();
    }
    ~FilmPictures() override {
        m_player.stop();
        m_player.setVideoSink(nullptr);
    }
    [[nodiscard]] QString model() const override { return m_model; }
    [[nodiscard]] QString complaint() const override { return m_complaint; }

private:
    QString m_model;
    QString m_complaint;
    QMediaPlayer m_player;
};

} // namespace

QString lastingName(const QString& device, const QString& folder) {
    for (const QFileInfo& link : QDir(folder).entryInfoList(QDir::System | QDir::Files, QDir::Name))
        if (link.isSymLink() && link.canonicalFilePath() == device)
            return link.absoluteFilePath();
    return device;
}

QList<CameraFound> camerasPresent() {
    QList<CameraFound> cameras;
    for (const QCameraDevice& device : QMediaDevices::videoInputs())
        cameras.append(
            {lastingName(QFile::decodeName(device.id()), QStringLiteral("/dev/v4l/by-id")),
             device.description()});
    return cameras;
}

void chooseCameraBackend() {
    if (!qEnvironmentVariableIsSet("QT_MEDIA_BACKEND"))
        qputenv("QT_MEDIA_BACKEND", "ffmpeg");
}

std::unique_ptr<PictureSource> openPictures(const QString& path, QVideoSink& sink) {
    const QFileInfo file(path);
    if (file.isFile() && file.isReadable())
        return std::make_unique<FilmPictures>(path, sink);
    const QByteArray id = QFile::encodeName(file.canonicalFilePath());
    for (const QCameraDevice& device : QMediaDevices::videoInputs())
        if (device.id() == id)
            return std::make_unique<CameraPictures>(device, sink);
    return nullptr;
}

} // namespace packbench
