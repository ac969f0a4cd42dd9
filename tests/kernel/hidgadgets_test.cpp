// The scale and the scanner that init.sh lays out, as the kernel's HID drivers see them.
#include "gadget.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>

namespace packbench::test {
namespace {

/// The hidraw node of the device on this port, empty as long as there is none.
QString hidraw(int port) {
    const QDir bus(QStringLiteral("/sys/bus/usb/devices/%1-1/%1-1:1.0").arg(port + 1));
    for (const QString& device : bus.entryList({QStringLiteral("0003:*")}, QDir::Dirs))
        for (const QString& node : QDir(bus.filePath(device + QStringLiteral("/hidraw")))
                                       .entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            return QStringLiteral("/dev/") + node;
    return {};
}

/// One report of the gadget, sent over the wire and read on the host's side.
QByteArray reported(const QByteArray& report, const QString& gadgetNode, const QString& hostNode) {
    QFile device(gadgetNode);
    QFile host(hostNode);
    if (!device.open(QIODevice::WriteOnly | QIODevice::Unbuffered) ||
        !host.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ||
        device.write(report) != report.size())
        return {};
    return host.read(report.size());
}

struct HidGadget {
    const char* name;
    const char* node; ///< in init.sh's order
    QByteArray report;
    QByteArray page; ///< how its report descriptor begins
};

class KernelHid : public testing::TestWithParam<HidGadget> {};

TEST_P(KernelHid, AReportComesThroughWhole) {
    Gadget gadget(QString::fromLatin1(GetParam().name), 2);
    gadget.plug();
    ASSERT_TRUE(eventually([] { return !hidraw(2).isEmpty(); }));
    EXPECT_EQ(gadget.driver(), QStringLiteral("usbhid"));
    QFile descriptor(QStringLiteral("/sys/class/hidraw/%1/device/report_descriptor")
                         .arg(hidraw(2).section(u'/', -1)));
    ASSERT_TRUE(descriptor.open(QIODevice::ReadOnly));
    EXPECT_TRUE(descriptor.readAll().startsWith(GetParam().page));
    EXPECT_EQ(reported(GetParam().report, QString::fromLatin1(GetParam().node), hidraw(2)),
              GetParam().report);
}

INSTANTIATE_TEST_SUITE_P(Of, KernelHid,
                         testing::Values(HidGadget{"scale", "/dev/hidg0",
                                                   QByteArray::fromHex("030402fff401"),
                                                   QByteArray::fromHex("058d0920")},
                                         HidGadget{"scanner", "/dev/hidg1",
                                                   QByteArray::fromHex("020d5d4530") +
                                                       "6901234500417" + QByteArray(44, '\0'),
                                                   QByteArray::fromHex("058c0902")}),
                         [](const auto& one) { return std::string(one.param.name); });

} // namespace
} // namespace packbench::test
