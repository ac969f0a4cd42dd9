#pragma once

#include "usbfs.h"

#include <mutex>

namespace packbench::test {

/// A device that is plugged into an `EmulatedBus`; destroying it unplugs it.
/// libusb, unmodified, talks to it through umockdev's preload library.
class EmulatedDevice {
public:
    ~EmulatedDevice();
    EmulatedDevice(const EmulatedDevice&) = delete;
    EmulatedDevice& operator=(const EmulatedDevice&) = delete;

    /// Transfers in flight end with `status`: a real bus says -ESHUTDOWN or, by chance, -EPROTO.
    void unplug(int status);
    /// Runs under the lock that requests are served under, then lets waiting transfers go on.
    template <class Function>
    void change(Function function) {
        {
            const std::scoped_lock lock(mutex());
            function();
        }
        pump();
    }
    [[nodiscard]] QStringList log();
    void bindKernelDriver(const QByteArray& name);
    [[nodiscard]] QByteArray kernelDriver();

    struct Inside;

private:
    friend class EmulatedBus;
    explicit EmulatedDevice(std::unique_ptr<Inside> inside);
    [[nodiscard]] std::mutex& mutex();
    void pump();

    std::unique_ptr<Inside> m_inside;
};

/// One USB bus with a root hub in a test bed of its own.
class EmulatedBus {
public:
    /// With scatter-gather a transfer is one request; without, libusb cuts it at 16 KiB.
    enum class Controller { ScatterGather, Plain };
    EmulatedBus();
    ~EmulatedBus();
    EmulatedBus(const EmulatedBus&) = delete;
    EmulatedBus& operator=(const EmulatedBus&) = delete;

    [[nodiscard]] std::unique_ptr<EmulatedDevice>
    plug(std::shared_ptr<DeviceModel> model, Controller controller = Controller::ScatterGather);

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace packbench::test
