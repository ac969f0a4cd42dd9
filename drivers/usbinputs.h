#pragma once

#include "drivers/inputdevice.h"
#include "drivers/scanners/keyreports.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace packbench {

/// The scanners and scales on USB that speak HID, read by libusb in a thread of their own. A
/// scanner is told by its report descriptor, never by its maker; a keyboard is only taken when a
/// person named it, for then the system does not get its keys any more.
class UsbInputs : public QObject {
    Q_OBJECT
public:
    struct Setup {
        QHash<QString, KeyLayout> scannerKeyboards; ///< by id
    };
    explicit UsbInputs(Setup setup, QObject* parent = nullptr);
    ~UsbInputs() override;
    UsbInputs(const UsbInputs&) = delete;
    UsbInputs& operator=(const UsbInputs&) = delete;

    /// What is there, for a list: nothing is taken from anybody.
    [[nodiscard]] static QList<InputDescription> present();
    /// Begins to look and to listen. Signals come from the thread.
    void start();

Q_SIGNALS:
    void scanned(const packbench::ScannedCode& code);
    void weighed(const packbench::ScaleReading& reading);
    void devicesChanged(const QList<packbench::InputDescription>& devices);

private:
    class Reader;
    std::unique_ptr<Reader> m_reader;
};

} // namespace packbench
