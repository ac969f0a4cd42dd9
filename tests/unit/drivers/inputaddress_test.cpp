#include "show.h"

#include "drivers/inputaddress.h"

namespace packbench {
namespace {

InputAddressReading read(const char* text) {
    return inputAddressFrom(QString::fromUtf8(text));
}

TEST(InputAddress, KeyboardsSerialScannersAndScalesAreRead) {
    EXPECT_EQ(read("usb:05e0:1300@1-2?layout=de").address->layout, KeyLayout::German);
    EXPECT_EQ(read("usb:05e0:1300:S1").address->id, QStringLiteral("usb:05e0:1300:S1"));
    EXPECT_EQ(read("serial:///dev/ttyACM0").address->way, InputAddress::Way::SerialScanner);
    EXPECT_EQ(read("serial:///dev/ttyUSB0?baud=4800&scale=kern").address->scaleFormat,
              QStringLiteral("kern"));
    EXPECT_EQ(read("serial:///dev/ttyUSB0?baud=4800&scale=kern").address->baud, 4800);
}

TEST(InputAddress, ABlankInASerialNumberIsWrittenAsPercent20) {
    EXPECT_EQ(read("usb:05e0:1300:S%20N%201?layout=fr").address->id,
              QStringLiteral("usb:05e0:1300:S N 1"));
    EXPECT_EQ(read("usb:05e0:1300:S%20N%201?layout=fr").address->layout, KeyLayout::French);
}

TEST(InputAddress, CamerasAndFilmsAreRead) {
    const auto camera = read("camera:/dev/v4l/by-id/usb-Maker_Camera_1-video-index0").address;
    ASSERT_TRUE(camera);
    EXPECT_EQ(camera->way, InputAddress::Way::Camera);
    EXPECT_EQ(camera->path, QStringLiteral("/dev/v4l/by-id/usb-Maker_Camera_1-video-index0"));
    EXPECT_EQ(camera->id, QStringLiteral("camera:") + camera->path);
    EXPECT_EQ(read("camera:///dev/video0").address->id, QStringLiteral("camera:/dev/video0"));
}

TEST(InputAddress, WhatIsWrongIsSaid) {
    for (const char* bad :
         {"", "keyboard", "usb:zz", "usb:05e0:1300", "usb:05e0:1300@1-2?layout=xx",
          "serial://ttyS0", "serial:///dev/x?scale=magic", "serial:///dev/x?baud=1",
          "serial:///dev/x?colour=red", "camera:", "camera:/", "camera:video0"}) {
        EXPECT_FALSE(read(bad).address) << bad;
        EXPECT_TRUE(read(bad).problem.endsWith(u'.')) << bad;
    }
}

} // namespace
} // namespace packbench
