#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <memory>
#include <optional>

namespace packbench::test {

/// What an emulated device does with a request. A negative result is an errno of the bus
/// (-EPIPE = stall, -EPROTO = noise); nothing means "not now", the request stays in flight.
class DeviceModel {
public:
    DeviceModel() = default;
    DeviceModel(const DeviceModel&) = delete;
    DeviceModel& operator=(const DeviceModel&) = delete;
    virtual ~DeviceModel() = default;

    struct Request {
        int type = 0;
        int request = 0;
        int value = 0;
        int index = 0;
    };
    struct Answer {
        int error = 0;
        QByteArray bytes;
    };
    [[nodiscard]] virtual QByteArray descriptors() const = 0;
    [[nodiscard]] virtual Answer control(const Request& request) = 0;
    /// How many of the bytes were taken, at least one.
    [[nodiscard]] virtual std::optional<int> take(const QByteArray& bytes) = 0;
    [[nodiscard]] virtual std::optional<QByteArray> give() = 0;
};

/// The kernel's side of one device node: serves usbfs requests from a device model. The locks are
/// its own; the transport by which requests arrive is not its business.
class Usbfs {
public:
    explicit Usbfs(std::shared_ptr<DeviceModel> model) : m_model(std::move(model)) {}

    using Client = const void*;
    struct Result {
        long value = 0;
        int error = 0;
    };
    /// A transfer as submitted: `tag` finds it again, the bytes are a copy.
    struct Urb {
        quint64 tag = 0;
        bool isControl = false;
        int endpoint = 0;
        QByteArray bytes;
        qsizetype done = 0;
        int status = 0;
    };

    [[nodiscard]] Result claim(Client client, int interface, bool disconnect);
    [[nodiscard]] Result release(Client client, int interface);
    [[nodiscard]] Result disconnectKernel();
    [[nodiscard]] Result connectKernel();
    [[nodiscard]] QByteArray driverOf(Client client, int interface);
    void clearHalt(int endpoint);
    void submit(Client client, const Urb& urb);
    [[nodiscard]] bool discard(Client client, quint64 tag);
    [[nodiscard]] std::optional<Urb> reap(Client client);
    void forget(Client client);

    /// The model may be able to go on: looks at all transfers in flight again.
    void pump();
    void vanish(int status);
    [[nodiscard]] bool isGone() const { return m_isGone; }
    [[nodiscard]] bool hasFinished() const { return !m_finished.isEmpty(); }

    QByteArray kernelDriver; ///< bound to interface 0, empty when none
    QStringList log;

private:
    struct Owned {
        Client client;
        Urb urb;
    };
    [[nodiscard]] bool step(Urb& urb);
    [[nodiscard]] bool stepControl(Urb& urb);
    [[nodiscard]] bool stepIn(Urb& urb);
    [[nodiscard]] bool stepOut(Urb& urb);

    std::shared_ptr<DeviceModel> m_model;
    QList<Owned> m_inFlight;
    QList<Owned> m_finished;
    QList<std::pair<Client, int>> m_claims;
    QList<int> m_halted;
    bool m_isGone = false;
    int m_goneStatus = 0;
};

} // namespace packbench::test
