#pragma once

#include "drivers/inputdevice.h"
#include "drivers/scanners/hidposscanner.h"
#include "drivers/scanners/keyreports.h"
#include "drivers/usbbusdevice.h"

#include <functional>
#include <optional>

namespace packbench {

/// What comes from an opened input device.
struct InputEvents {
    std::function<void(const ScannedCode&)> scanned;
    std::function<void(const ScaleReading&)> weighed;
};

/// The HID interface of a USB device, as its descriptors name it.
struct HidInterface {
    PrinterInterface usb; ///< where it stands; `inEndpoint` is its interrupt endpoint
    int packet = 8;       ///< bytes of one report at most
    bool isKeyboard = false;
};

/// One scanner or scale, claimed and read: a transfer is always under way. Everything happens in
/// the thread that handles libusb's events.
class UsbInputDevice {
public:
    /// @throws DeviceError
    UsbInputDevice(std::unique_ptr<UsbHandle> handle, const HidInterface& interface,
                   const InputDescription& description, HidReports reports, KeyLayout layout);
    ~UsbInputDevice();
    UsbInputDevice(const UsbInputDevice&) = delete;
    UsbInputDevice& operator=(const UsbInputDevice&) = delete;

    void listen(const InputEvents& events);
    /// Codes that end by silence; also tells a scale that went on moving.
    void tick(qint64 now);
    [[nodiscard]] bool isGone() const;
    [[nodiscard]] const InputDescription& description() const { return m_description; }
    /// Ends the transfer under way; `isGone` once it has ended.
    void close();

    /// Makers whose scanners say nothing until they are asked to (Honeywell, Metrologic).
    static void switchOn(UsbHandle& handle, quint16 vendor, int interface);

private:
    struct Flow;
    void take(const QByteArray& report);

    InputDescription m_description;
    std::unique_ptr<UsbHandle> m_handle;
    std::optional<HidPosAssembler> m_codes;
    std::optional<KeyReports> m_keys;
    InputEvents m_events;
    std::unique_ptr<Flow> m_flow;
};

} // namespace packbench
