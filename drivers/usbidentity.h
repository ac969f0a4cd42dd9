#pragma once

#include <QByteArray>
#include <QString>

namespace packbench {

/// The text of a raw USB string descriptor (length, type 3, UTF-16LE); byte-swapped ones of known
/// printers are turned round. Control characters are left out.
[[nodiscard]] QString textFromDescriptor(const QByteArray& descriptor);

/// A serial that can tell printers apart: empty below four characters, hex when unprintable.
[[nodiscard]] QString serialFromDescriptor(const QByteArray& descriptor);

/// "usb:VVVV:PPPP:serial".
[[nodiscard]] QString usbIdBySerial(quint16 vendor, quint16 product, const QString& serial);

/// "usb:VVVV:PPPP@bus-port.port".
[[nodiscard]] QString usbIdByPath(quint16 vendor, quint16 product, const QString& path);

} // namespace packbench
