#pragma once

#include "drivers/transport.h"

#include <memory>

struct libusb_context;
struct libusb_device;
struct libusb_device_handle;

namespace packbench {

/// The printer interface of a USB device, as its descriptors name it.
struct PrinterInterface {
    int configuration = 0;      ///< its value
    int configurationIndex = 0; ///< its place in the list, from 0
    int number = 0;
    int alternate = 0;
    bool hasAlternates = false;
    int protocol = 0; ///< 1 = write only, 2 = both ways
    unsigned char outEndpoint = 0;
    unsigned char inEndpoint = 0; ///< 0: none
};

/// "bus-port.port", the socket a device is plugged into.
[[nodiscard]] QString usbPortPath(libusb_device* device);

/// The only place where codes of libusb become words. `name` is the printer's, for people.
[[nodiscard]] DeviceError usbError(int code, const QString& name);

/// One open file on a USB device. Reading its texts disturbs nobody; claiming is another step.
class UsbHandle {
public:
    /// @throws DeviceError
    UsbHandle(libusb_device* device, const QString& name);
    ~UsbHandle();
    UsbHandle(const UsbHandle&) = delete;
    UsbHandle& operator=(const UsbHandle&) = delete;

    /// How it has to be let go (models table).
    struct Manners {
        bool neverReattach = false; ///< the kernel's driver does not get it back
        bool closesLate = false;    ///< or the end of the label is lost
    };

    /// The raw descriptor, empty when there is none.
    [[nodiscard]] QByteArray stringDescriptor(int index);
    /// The raw answer to GET_DEVICE_ID, empty when there is none.
    [[nodiscard]] QByteArray deviceId(const PrinterInterface& interface);
    /// @throws DeviceError
    void claim(const PrinterInterface& interface, Manners manners);

    [[nodiscard]] libusb_device_handle* raw() const { return m_handle; }

private:
    void check(int code) const;
    void detachKernel();
    [[nodiscard]] QByteArray controlIn(int type, int request, int value, int index);

    libusb_device_handle* m_handle = nullptr;
    QString m_name;
    PrinterInterface m_interface;
    bool m_isDetached = false;
    bool m_isClaimed = false;
    Manners m_manners;
    bool m_isMute = false; ///< a request timed out: do not wait for the others
};

/// Bulk transfers to a claimed printer.
[[nodiscard]] std::unique_ptr<Transport> usbTransport(std::shared_ptr<libusb_context> context,
                                                      std::unique_ptr<UsbHandle> handle,
                                                      const PrinterInterface& interface);

} // namespace packbench
