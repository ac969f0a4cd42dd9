#pragma once

#include "drivers/inputdevice.h"

#include <QObject>
#include <QStringList>
#include <QThread>

#include <memory>

namespace packbench {

/// Cameras that read codes, in threads of their own. One that goes away is looked for until it is
/// back.
class CameraInputs : public QObject {
    Q_OBJECT
public:
    /// @param paths device nodes, or films of a bench
    explicit CameraInputs(const QStringList& paths, QObject* parent = nullptr);
    ~CameraInputs() override;
    CameraInputs(const CameraInputs&) = delete;
    CameraInputs& operator=(const CameraInputs&) = delete;

    /// The cameras of this computer and those that were named, for a list: none is switched on.
    [[nodiscard]] static QList<InputDescription> present(const QStringList& named);
    void start();

Q_SIGNALS:
    void scanned(const packbench::ScannedCode& code);
    void devicesChanged(const QList<packbench::InputDescription>& devices);

private:
    class Camera;
    class Cameras;
    QThread m_thread;
    std::unique_ptr<Cameras> m_cameras;
};

} // namespace packbench
