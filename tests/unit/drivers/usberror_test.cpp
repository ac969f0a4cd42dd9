#include "drivers/usbbus.h"
#include "drivers/usbbusdevice.h"
#include "show.h"

#include <QFileInfo>

namespace packbench {
namespace {

// Codes of libusb 1.0, which only drivers/usbbus*.cpp may include.
constexpr int kIo = -1;
constexpr int kAccess = -3;
constexpr int kNoDevice = -4;
constexpr int kBusy = -6;

TEST(UsbError, AMissingPermissionNamesTheMissingRule) {
    const DeviceError error = usbError(kAccess, QStringLiteral("Acme L4"));
    EXPECT_EQ(error.code(), DeviceError::Code::NoPermission);
    EXPECT_EQ(error.sentence(),
              QStringLiteral("Packbench may not use Acme L4: the udev rule 70-packbench.rules is "
                             "missing. Copy it to /etc/udev/rules.d (a keyboard needs its own line "
                             "in it), then unplug the device and plug it in again."));
}

TEST(UsbError, EachCodeIsASentenceWithWhatToDo) {
    EXPECT_EQ(usbError(kBusy, {}).code(), DeviceError::Code::Busy);
    EXPECT_EQ(usbError(kNoDevice, {}).code(), DeviceError::Code::Gone);
    EXPECT_EQ(usbError(kIo, {}).code(), DeviceError::Code::Other);
    for (int code = -99; code < 0; ++code)
        EXPECT_TRUE(usbError(code, QStringLiteral("X")).sentence().endsWith(u'.')) << code;
}

TEST(UsbBus, AMachineWithoutUsbHasAnEmptyList) {
    if (QFileInfo::exists(QStringLiteral("/dev/bus/usb")))
        GTEST_SKIP() << "this machine has a USB bus";
    UsbPrinterBus bus;
    EXPECT_EQ(bus.present().size(), 0);
    EXPECT_THROW((void)bus.open(QStringLiteral("usb:1234:5678:X")), DeviceError);
}

} // namespace
} // namespace packbench
