#include "drivers/serialinputs.h"

#include "drivers/scales/serialscale.h"
#include "drivers/scanners/lineassembler.h"
#include "drivers/stopwatch.h"

#include <QFileInfo>
#include <QSerialPort>
#include <QTimer>

#include <optional>
#include <utility>
#include <vector>

namespace packbench {
namespace {

constexpr int kTickMs = 50;
constexpr qint64 kRetryMs = 2000;
constexpr qsizetype kLongestLine = 64; // of a scale

InputDescription describe(const InputAddress& address) {
    InputDescription description;
    description.id = address.id;
    description.kind = address.way == InputAddress::Way::SerialScale
                           ? InputDescription::Kind::Scale
                           : InputDescription::Kind::Scanner;
    description.model = QFileInfo(address.path).fileName();
    description.transport = QStringLiteral("serial");
    return description;
}

QString notAllowed(const QString& path) {
    return QStringLiteral("Packbench may not use %1: add its user to the group dialout, or "
                          "install the udev rule 70-packbench.rules, and plug it in again.")
        .arg(path);
}

QString notThere(const QString& path) {
    return QStringLiteral("%1 is not there: check cable and switch. It is looked for by itself.")
        .arg(path);
}

QString problemOf(const QSerialPort& port) {
    const QString path = port.portName();
    if (port.error() == QSerialPort::PermissionError && !QFileInfo(path).isReadable())
        return notAllowed(path);
    if (port.error() == QSerialPort::PermissionError)
        return QStringLiteral("Another program holds %1: close it. It is tried again by itself.")
            .arg(path);
    return notThere(path);
}

QString stateOf(const QSerialPort& port) {
    if (port.error() != QSerialPort::PermissionError)
        return QStringLiteral("unplugged");
    return QFileInfo(port.portName()).isReadable() ? QStringLiteral("busy")
                                                   : QStringLiteral("no-permission");
}

} // namespace

/// One port; lives in the thread.
class SerialInputs::Port {
public:
    Port(InputAddress address, SerialInputs& told, Stopwatch stopwatch)
        : m_address(std::move(address)), m_told(told), m_stopwatch(std::move(stopwatch)) {
        m_description = describe(m_address);
        m_port.setPortName(m_address.path);
        m_port.setBaudRate(m_address.baud);
        QObject::connect(&m_port, &QSerialPort::readyRead, &m_port, [this] { read(); });
        QObject::connect(&m_port, &QSerialPort::errorOccurred, &m_port,
                         [this](QSerialPort::SerialPortError error) {
                             // A port that hung up reads as "nothing", with any error or none.
                             m_isBroken |= error == QSerialPort::ResourceError ||
                                           error == QSerialPort::ReadError;
                         });
    }
    Port(const Port&) = delete;
    Port& operator=(const Port&) = delete;

    void tick(qint64 now) {
        if (m_isBroken || (m_port.isOpen() && !QFileInfo::exists(m_address.path)))
            close();
        if (!m_port.isOpen() && (!m_triedAt || now - *m_triedAt >= kRetryMs))
            open(now);
        for (const ScannedCode& code : m_codes.takeAfterSilence(now))
            tell(code);
    }
    [[nodiscard]] const InputDescription& description() const { return m_description; }

private:
    void open(qint64 now) {
        m_triedAt = now;
        const bool isOpen = m_port.open(QIODevice::ReadWrite);
        // Some scanners say nothing before the port is ready for them.
        if (isOpen)
            m_port.setDataTerminalReady(true);
        m_description.state = isOpen ? QStringLiteral("ready") : stateOf(m_port);
        m_description.problem = isOpen ? QString() : problemOf(m_port);
    }
    void close() {
        m_isBroken = false;
        m_port.close();
        m_codes.forget();
        m_line.clear();
        m_isOverlong = false;
        m_description.state = QStringLiteral("unplugged");
        m_description.problem = problemOf(m_port);
    }
    void read() {
        const QByteArray bytes = m_port.readAll();
        if (m_address.way == InputAddress::Way::SerialScale) {
            readScale(bytes);
            return;
        }
        for (const ScannedCode& code : m_codes.take(bytes, m_stopwatch()))
            tell(code);
    }
    void readScale(const QByteArray& bytes) {
        for (const char byte : bytes) {
            if (byte != '\r' && byte != '\n') {
                m_line += byte;
                m_isOverlong = m_isOverlong || m_line.size() > kLongestLine;
                m_line.truncate(kLongestLine);
                continue;
            }
            const QByteArray line = std::exchange(m_line, {});
            // The end of noise may look like a weight.
            if (std::exchange(m_isOverlong, false))
                continue;
            auto reading = serialScaleReading(m_address.scaleFormat, line);
            if (!reading)
                continue;
            reading->device = m_address.id;
            Q_EMIT m_told.weighed(*reading);
        }
    }
    void tell(ScannedCode code) {
        code.device = m_address.id;
        Q_EMIT m_told.scanned(code);
    }

    InputAddress m_address;
    SerialInputs& m_told;
    InputDescription m_description;
    QSerialPort m_port;
    LineAssembler m_codes;
    QByteArray m_line;
    bool m_isOverlong = false;
    Stopwatch m_stopwatch;
    std::optional<qint64> m_triedAt;
    bool m_isBroken = false;
};

class SerialInputs::Ports : public QObject {
public:
    Ports(QList<InputAddress> addresses, SerialInputs& told, Stopwatch stopwatch)
        : m_addresses(std::move(addresses)), m_told(told), m_stopwatch(std::move(stopwatch)) {}

    void open() {
        for (const InputAddress& address : std::as_const(m_addresses))
            m_ports.push_back(std::make_unique<Port>(address, m_told, m_stopwatch));
        m_timer = std::make_unique<QTimer>();
        connect(m_timer.get(), &QTimer::timeout, this, [this] { tick(); });
        m_timer->start(kTickMs);
        tick();
    }
    void close() {
        m_timer.reset();
        m_ports.clear();
    }

private:
    void tick() {
        QList<InputDescription> shown;
        for (const auto& port : m_ports) {
            port->tick(m_stopwatch());
            shown.append(port->description());
        }
        if (shown != std::exchange(m_shown, shown))
            Q_EMIT m_told.devicesChanged(shown);
    }

    QList<InputAddress> m_addresses;
    SerialInputs& m_told;
    Stopwatch m_stopwatch;
    std::vector<std::unique_ptr<Port>> m_ports;
    std::unique_ptr<QTimer> m_timer;
    QList<InputDescription> m_shown;
};

SerialInputs::SerialInputs(const QList<InputAddress>& addresses, const Stopwatch& stopwatch,
                           QObject* parent)
    : QObject(parent), m_ports(std::make_unique<Ports>(addresses, *this, stopwatch)) {
    qRegisterMetaType<ScannedCode>();
    qRegisterMetaType<ScaleReading>();
    qRegisterMetaType<QList<InputDescription>>();
    m_thread.setObjectName(QStringLiteral("serial"));
    m_ports->moveToThread(&m_thread);
}

SerialInputs::~SerialInputs() {
    if (m_thread.isRunning())
        QMetaObject::invokeMethod(
            m_ports.get(), [this] { m_ports->close(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QList<InputDescription> SerialInputs::present(const QList<InputAddress>& addresses) {
    QList<InputDescription> all;
    for (const InputAddress& address : addresses) {
        if (address.way != InputAddress::Way::SerialScanner &&
            address.way != InputAddress::Way::SerialScale)
            continue;
        InputDescription description = describe(address);
        const bool isThere = QFileInfo::exists(address.path);
        const bool isAllowed = QFileInfo(address.path).isReadable();
        if (!isThere || !isAllowed) {
            description.state =
                isThere ? QStringLiteral("no-permission") : QStringLiteral("unplugged");
            description.problem = isThere ? notAllowed(address.path) : notThere(address.path);
        }
        all.append(description);
    }
    return all;
}

void SerialInputs::start() {
    m_thread.start();
    QMetaObject::invokeMethod(m_ports.get(), [this] { m_ports->open(); });
}

} // namespace packbench
