#pragma once

#include "drivers/inputaddress.h"
#include "drivers/inputdevice.h"
#include "drivers/stopwatch.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace packbench {

/// Scanners and scales on serial ports, read in a thread of their own. A port that goes away is
/// looked for until it is back.
class SerialInputs : public QObject {
    Q_OBJECT
public:
    /// @param stopwatch is asked in that thread.
    explicit SerialInputs(const QList<InputAddress>& addresses,
                          const Stopwatch& stopwatch = steadyStopwatch(),
                          QObject* parent = nullptr);
    ~SerialInputs() override;
    SerialInputs(const SerialInputs&) = delete;
    SerialInputs& operator=(const SerialInputs&) = delete;

    /// What of the serial ones among these is there, for a list: no port is opened.
    [[nodiscard]] static QList<InputDescription> present(const QList<InputAddress>& addresses);
    void start();

Q_SIGNALS:
    void scanned(const packbench::ScannedCode& code);
    void weighed(const packbench::ScaleReading& reading);
    void devicesChanged(const QList<packbench::InputDescription>& devices);

private:
    class Port;
    class Ports;
    QThread m_thread;
    std::unique_ptr<Ports> m_ports;
};

} // namespace packbench
