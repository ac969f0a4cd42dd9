#pragma once

#include <QByteArray>

namespace packbench {

/// `:Z64:<base64 of a zlib stream>:<crc>`, the form Zebra printers take (ZPL manual, ^GF and ~DG).
[[nodiscard]] QByteArray z64(QByteArrayView bits);

/// Run-length hex ("alternative data compression" of the ZPL manual), for printers without Z64.
[[nodiscard]] QByteArray acs(QByteArrayView bits, int bytesPerRow);

} // namespace packbench
