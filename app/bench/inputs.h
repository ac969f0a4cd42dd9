#pragma once

#include "bench/boards.h"
#include "drivers/camerainputs.h"
#include "drivers/serialinputs.h"
#include "drivers/usbinputs.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace packbench {

class Settings;

/// The scanners and scales of this bench, whatever they are plugged into, and what each last said.
class Inputs : public QObject {
    Q_OBJECT
public:
    /// @param withUsb look for devices on USB, too
    Inputs(Settings& settings, bool withUsb, QObject* parent = nullptr);
    ~Inputs() override;
    Inputs(const Inputs&) = delete;
    Inputs& operator=(const Inputs&) = delete;

    void start();
    /// Remembers what the keyboard wedge scanned; it comes by way of the window.
    void noteWedge(const QString& text);
    [[nodiscard]] QList<DeviceRow> rows() const;
    [[nodiscard]] Lamp scaleLamp() const;

Q_SIGNALS:
    void scanned(const packbench::ScannedCode& code);
    /// A weight that stands still.
    void weighed(int grams);
    void changed();

private:
    void startCameras();
    void take(const ScannedCode& code);
    void take(const ScaleReading& reading);

    std::unique_ptr<UsbInputs> m_usb;
    std::unique_ptr<SerialInputs> m_serial;
    std::unique_ptr<CameraInputs> m_cameras; ///< none where no camera is named
    QList<InputDescription> m_usbDevices;
    QList<InputDescription> m_serialDevices;
    QList<InputDescription> m_cameraDevices;
    QHash<QString, ScannedCode> m_codes;    ///< the last of each scanner
    QHash<QString, ScaleReading> m_weights; ///< the newest of each scale
};

} // namespace packbench
