#pragma once

#include <QByteArray>
#include <QImage>

namespace packbench {

/// A finished label, one bit a dot: 1 = black, most significant bit left, rows padded with 0 to
/// whole bytes. The only thing that ever goes to a printer.
struct Page {
    int width = 0;  ///< dots
    int height = 0; ///< dots
    int dotsPerMm = 8;
    QByteArray bits; ///< bytesPerRow() * height

    [[nodiscard]] int bytesPerRow() const { return (width + 7) / 8; }
    [[nodiscard]] bool isBlack(int x, int y) const;
    bool operator==(const Page&) const = default;
};

/// An all-white page.
[[nodiscard]] Page blankPage(int width, int height, int dotsPerMm);

/// Black where the picture is darker than half grey (transparent counts as white).
[[nodiscard]] Page pageFromImage(const QImage& image, int dotsPerMm);

/// Black on white, one byte a dot (QImage::Format_Grayscale8), for eyes, PNG files and readers.
[[nodiscard]] QImage imageFromPage(const Page& page);

/// The same as PNG bytes with its dots per metre set.
[[nodiscard]] QByteArray pngFromPage(const Page& page);

} // namespace packbench
