#include "drivers/zpl/crc16.h"

#include <array>

namespace packbench {
namespace {

constexpr std::array<quint16, 256> makeTable() {
    std::array<quint16, 256> table{};
    for (unsigned value = 0; value < table.size(); ++value) {
        unsigned crc = value << 8;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1;
        table[value] = static_cast<quint16>(crc);
    }
    return table;
}

} // namespace

quint16 crc16Xmodem(QByteArrayView bytes) {
    static constexpr auto kTable = makeTable();
    unsigned crc = 0;
    for (const char byte : bytes)
        crc = (crc << 8 & 0xff00) ^ kTable[(crc >> 8 ^ static_cast<unsigned char>(byte)) & 0xff];
    return static_cast<quint16>(crc);
}

} // namespace packbench
