#pragma once

#include "usbfs.h"

namespace packbench::test {

/// A HID device without goods: one interface with an interrupt endpoint. Maker and model are
/// invented. Members are read and changed under the lock of its `EmulatedDevice`.
class EmulatedInput : public DeviceModel {
public:
    QByteArray reportDescriptor;
    QString serial;
    int vendor = 0x1d5a;
    int product = 0x0501;
    bool isKeyboard = false;
    QList<QByteArray> reports;  ///< given one a transfer, in order
    QList<QByteArray> features; ///< what was set

    [[nodiscard]] QByteArray descriptors() const override;
    [[nodiscard]] Answer control(const Request& request) override;
    [[nodiscard]] std::optional<int> take(const QByteArray& bytes) override;
    [[nodiscard]] std::optional<QByteArray> give() override;
};

/// A bar code scanner of usage page 8C without fields of its own, and a scale of page 8D.
[[nodiscard]] QByteArray scannerDescriptor();
[[nodiscard]] QByteArray scaleDescriptor();

} // namespace packbench::test
