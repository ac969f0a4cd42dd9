#pragma once

#include <QByteArray>

namespace packbench {

/// CRC-16/XMODEM: polynomial 1021, start 0000, not reflected, no final xor.
[[nodiscard]] quint16 crc16Xmodem(QByteArrayView bytes);

} // namespace packbench
