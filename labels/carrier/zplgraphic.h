#pragma once

#include <QByteArray>
#include <QImage>

#include <optional>

namespace packbench {

/// A picture as ZPL carries it: 1 = black, rows padded to whole bytes.
struct ZplGraphic {
    int bytesPerRow = 0;
    QByteArray bits;

    [[nodiscard]] int rows() const {
        return bytesPerRow > 0 ? static_cast<int>(bits.size() / bytesPerRow) : 0;
    }
    [[nodiscard]] QImage sheet() const;
};

/// Data of ^GFA and ~DG: hexadecimal digits, repeat letters among them ("ACS"), or :B64: and :Z64:
/// with their check value. Nothing when a digit, a length or the check value is wrong; `words` then
/// says which. Less data than `size` leaves the rest white, as printers do.
[[nodiscard]] std::optional<ZplGraphic> decodedGraphic(const QByteArray& data, qlonglong size,
                                                       qlonglong bytesPerRow, QString* words);

/// What a graphic of ~DY is when it comes as a PNG picture.
[[nodiscard]] std::optional<ZplGraphic> graphicFromPng(const QByteArray& png);

/// CRC-16/XMODEM, as behind :Z64: and :B64: over the text between the colons.
[[nodiscard]] unsigned zplCheckValue(const QByteArray& text);

} // namespace packbench
