#include "labels/carrier/zplgraphic.h"

#include "labels/sheet.h"

#include <QBuffer>
#include <QImageReader>

#include <libdeflate.h>

#include <algorithm>
#include <cctype>
#include <cstring>
#include <memory>
#include <new>
#include <utility>

namespace packbench {

namespace {

constexpr qlonglong kMostBytes = 8'000'000;
constexpr int kMostSide = 20'000;

// Into exactly the size that was told: a stream that holds more is no picture, and a small one
// that would swell to gigabytes costs nothing.
QByteArray inflated(const QByteArray& zlibStream, qsizetype size) {
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)>
        decompressor(libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
    if (!decompressor)
        throw std::bad_alloc();
    QByteArray bits(size, '\0');
    size_t written = 0;
    const auto result = libdeflate_zlib_decompress(
        decompressor.get(), zlibStream.constData(), static_cast<size_t>(zlibStream.size()),
        bits.data(), static_cast<size_t>(size), &written);
    return result == LIBDEFLATE_SUCCESS ? bits : QByteArray();
}

QByteArray withoutBlanks(const QByteArray& text) {
    QByteArray result;
    result.reserve(text.size());
    std::copy_if(text.begin(), text.end(), std::back_inserter(result),
                 [](char c) { return std::isspace(static_cast<unsigned char>(c)) == 0; });
    return result;
}

std::optional<QByteArray> decodedText(const QByteArray& data, qsizetype size, QString* words) {
    const QList<QByteArray> parts = withoutBlanks(data).split(':');
    const auto failed = [words](const char* why) {
        *words = QString::fromLatin1(why);
        return std::nullopt;
    };
    if (parts.size() != 4 || parts.at(3).size() != 4)
        return failed("its check value is missing");
    bool isHex = false;
    const unsigned said = parts.at(3).toUInt(&isHex, 16);
    if (!isHex || said != zplCheckValue(parts.at(2)))
        return failed("its check value (CRC) does not match");
    const auto decoded =
        QByteArray::fromBase64Encoding(parts.at(2), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return failed("it is no base64 text");
    if (parts.at(1) == "B64")
        return decoded.decoded.left(size);
    const QByteArray bits = inflated(decoded.decoded, size);
    if (bits.isEmpty())
        return failed("it cannot be unpacked into the size it names");
    return bits;
}

/// Hex digits with repeat letters, row by row.
class RunLengthReader {
public:
    RunLengthReader(qsizetype bytesPerRow, qsizetype bytes)
        : m_width(2 * bytesPerRow), m_most(2 * bytes) {}

    /// False at a letter that means nothing. What is more than the picture is dropped.
    [[nodiscard]] bool read(char c) {
        if (std::isspace(static_cast<unsigned char>(c)) != 0)
            return true;
        if (c >= 'G' && c <= 'Y')
            repeat(c - 'G' + 1);
        else if (c >= 'g' && c <= 'z')
            repeat(20 * (c - 'g' + 1));
        else if (c == ',' || c == '!')
            fillRow(c == ',' ? '0' : 'F');
        else if (c == ':')
            repeatRow();
        else if (std::isxdigit(static_cast<unsigned char>(c)) != 0)
            add(std::max(std::exchange(m_repeat, 0), qsizetype(1)), c);
        else
            return false;
        return true;
    }
    [[nodiscard]] QByteArray bytes() const { return QByteArray::fromHex(m_digits); }

private:
    void add(qsizetype count, char c) {
        m_digits.append(std::min(count, m_most - m_digits.size()), c);
    }
    void repeat(int count) { m_repeat = std::min(m_repeat + count, m_most + 1); }
    void fillRow(char digit) { add(m_width - m_digits.size() % m_width, digit); }
    void repeatRow() {
        if (m_digits.size() % m_width != 0)
            fillRow('0');
        const QByteArray row =
            m_digits.isEmpty() ? QByteArray(m_width, '0') : m_digits.right(m_width);
        m_digits.append(row.left(m_most - m_digits.size()));
    }

    qsizetype m_width;
    qsizetype m_most;
    QByteArray m_digits;
    qsizetype m_repeat = 0;
};

} // namespace

unsigned zplCheckValue(const QByteArray& text) {
    unsigned crc = 0;
    for (const char byte : text) {
        crc ^= static_cast<unsigned>(static_cast<unsigned char>(byte)) << 8;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc << 1 ^ ((crc & 0x8000) != 0 ? 0x1021u : 0u)) & 0xffff;
    }
    return crc;
}

QImage ZplGraphic::sheet() const {
    QImage sheet = whiteSheet({bytesPerRow * 8, rows()});
    for (int row = 0; row < rows(); ++row)
        std::memcpy(sheet.scanLine(row), bits.constData() + qsizetype(row) * bytesPerRow,
                    static_cast<size_t>(bytesPerRow));
    return sheet;
}

std::optional<ZplGraphic> decodedGraphic(const QByteArray& data, qlonglong size,
                                         qlonglong bytesPerRow, QString* words) {
    if (size <= 0 || bytesPerRow <= 0 || size > kMostBytes || bytesPerRow > size) {
        *words = QStringLiteral("it names %1 bytes in rows of %2, which no label has")
                     .arg(size)
                     .arg(bytesPerRow);
        return std::nullopt;
    }
    size -= size % bytesPerRow;
    const QByteArray start = data.left(16).trimmed();
    QByteArray bits;
    if (start.startsWith(":Z64:") || start.startsWith(":B64:")) {
        const auto decoded = decodedText(data, static_cast<qsizetype>(size), words);
        if (!decoded)
            return std::nullopt;
        bits = *decoded;
    } else {
        RunLengthReader reader(static_cast<qsizetype>(bytesPerRow), static_cast<qsizetype>(size));
        for (const char c : data) {
            if (!reader.read(c)) {
                *words = QStringLiteral("its data hold a character that is no hexadecimal digit");
                return std::nullopt;
            }
        }
        bits = reader.bytes();
    }
    bits.append(static_cast<qsizetype>(size) - bits.size(), '\0');
    return ZplGraphic{static_cast<int>(bytesPerRow), bits};
}

std::optional<ZplGraphic> graphicFromPng(const QByteArray& png) {
    QByteArray bytes = png;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, "PNG");
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > kMostSide || size.height() > kMostSide ||
        qint64(size.width()) * size.height() / 8 > kMostBytes)
        return std::nullopt;
    const QImage image = reader.read();
    if (image.isNull())
        return std::nullopt;
    const Page page = pageFromImage(image, 8);
    return ZplGraphic{page.bytesPerRow(), page.bits};
}

} // namespace packbench
