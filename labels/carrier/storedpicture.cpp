#include "labels/carrier/storedpicture.h"

#include "labels/page.h"
#include "labels/sheet.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>
#include <cstring>

namespace packbench {

namespace {

// ZSoft PCX File Format Technical Reference Manual, revision 5.
constexpr qsizetype kPcxHead = 128;
constexpr int kPcxMagic = 0x0A;

constexpr qint64 kMostDots = 16'000'000;

int word(const QByteArray& file, qsizetype at) {
    return static_cast<unsigned char>(file[at]) | static_cast<unsigned char>(file[at + 1]) << 8;
}

bool isWithin(QSize size, QSize most) {
    return size.width() > 0 && size.height() > 0 && size.width() <= most.width() &&
           size.height() <= most.height() && qint64(size.width()) * size.height() <= kMostDots;
}

/// Run lengths: two set bits begin a count, all else stands for itself.
QByteArray unpacked(const QByteArray& file, qsizetype most) {
    QByteArray out;
    out.reserve(most);
    for (qsizetype i = kPcxHead; i < file.size() && out.size() < most; ++i) {
        const auto byte = static_cast<unsigned char>(file[i]);
        if (byte < 0xC0) {
            out.append(file[i]);
        } else if (++i < file.size()) {
            out.append(std::min<qsizetype>(byte & 0x3F, most - out.size()), file[i]);
        }
    }
    return out;
}

QImage sheetFromPage(const Page& page) {
    QImage sheet = whiteSheet(QSize(page.width, page.height));
    for (int y = 0; y < page.height; ++y)
        std::memcpy(sheet.scanLine(y), page.bits.constData() + qsizetype(y) * page.bytesPerRow(),
                    static_cast<size_t>(page.bytesPerRow()));
    return sheet;
}

} // namespace

QImage bmpSheet(const QByteArray& file, QSize most) {
    QBuffer buffer;
    buffer.setData(file);
    if (!buffer.open(QIODevice::ReadOnly))
        return {};
    QImageReader reader(&buffer, "BMP");
    if (!isWithin(reader.size(), most))
        return {};
    const QImage image = reader.read();
    return isWithin(image.size(), most) ? sheetFromPage(pageFromImage(image, 8)) : QImage();
}

QImage pcxSheet(const QByteArray& file, QSize most) {
    if (file.size() < kPcxHead || file[0] != kPcxMagic || file[2] != 1 || file[3] != 1 ||
        file[65] != 1)
        return {}; // only one bit a dot
    const QSize size(word(file, 8) - word(file, 4) + 1, word(file, 10) - word(file, 6) + 1);
    const int rowBytes = word(file, 66);
    if (!isWithin(size, most) || rowBytes < (size.width() + 7) / 8 || rowBytes > 8192)
        return {};
    const QByteArray bits = unpacked(file, qsizetype(rowBytes) * size.height());
    // A set bit is the palette's second colour, white where the palette says nothing.
    const bool isSetWhite = word(file, 16) == 0 || static_cast<unsigned char>(file[19]) > 127;
    Page page = blankPage(size.width(), size.height(), 8);
    for (int y = 0; y < size.height(); ++y) {
        const QByteArray row = bits.mid(qsizetype(y) * rowBytes, page.bytesPerRow());
        for (qsizetype i = 0; i < row.size(); ++i)
            page.bits[y * page.bytesPerRow() + i] =
                isSetWhite ? static_cast<char>(~row[i]) : row[i];
    }
    return sheetFromPage(page);
}

QImage burntSheet(const QByteArray& bytes, int rowBytes, int rows) {
    QImage sheet = whiteSheet(QSize(rowBytes * 8, rows));
    for (int y = 0; y < rows; ++y) {
        const char* from = bytes.constData() + qsizetype(y) * rowBytes;
        std::transform(from, from + rowBytes, sheet.scanLine(y),
                       [](char byte) { return static_cast<uchar>(~byte); });
    }
    return sheet;
}

} // namespace packbench
