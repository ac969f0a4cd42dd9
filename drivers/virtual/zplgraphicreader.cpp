#include "drivers/virtual/zplgraphicreader.h"

#include <QList>

#include <libdeflate.h>

#include <algorithm>
#include <memory>
#include <new>
#include <utility>

namespace packbench {
namespace {

constexpr int kMostBytes = 8'000'000;

// Bit by bit on purpose: the encoder has its own, by table.
unsigned checkSum(const QByteArray& text) {
    unsigned crc = 0;
    for (const char byte : text) {
        crc ^= static_cast<unsigned>(static_cast<unsigned char>(byte)) << 8;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc << 1 ^ ((crc & 0x8000) != 0 ? 0x1021u : 0u)) & 0xffff;
    }
    return crc;
}

// Into exactly the size that was told: a stream that holds more or less is no picture, and a small
// one that would swell to gigabytes costs nothing.
QByteArray inflated(const QByteArray& zlibStream, int size) {
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)>
        decompressor(libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
    if (!decompressor)
        throw std::bad_alloc();
    QByteArray bits(size, Qt::Uninitialized);
    const auto result = libdeflate_zlib_decompress(decompressor.get(), zlibStream.constData(),
                                                   static_cast<size_t>(zlibStream.size()),
                                                   bits.data(), static_cast<size_t>(size), nullptr);
    return result == LIBDEFLATE_SUCCESS ? bits : QByteArray();
}

std::optional<QByteArray> decodedText(const QByteArray& data, int size) {
    const QList<QByteArray> parts = data.split(':');
    if (parts.size() != 4 || parts.at(3).size() != 4)
        return std::nullopt;
    bool isHex = false;
    QByteArray text = parts.at(2);
    text.replace('\n', "").replace('\r', "");
    if (parts.at(3).toUInt(&isHex, 16) != checkSum(text) || !isHex)
        return std::nullopt;
    const auto decoded =
        QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    return parts.at(1) == "Z64" ? inflated(decoded.decoded, size) : decoded.decoded;
}

/// Hex digits with repeat letters, row by row.
class RunLengthReader {
public:
    RunLengthReader(int bytesPerRow, qsizetype bytes)
        : m_width(2 * bytesPerRow), m_most(2 * bytes) {}

    [[nodiscard]] bool read(char c) {
        if (c == '\r' || c == '\n')
            return true;
        if (c >= 'G' && c <= 'Y')
            repeat(c - 'G' + 1);
        else if (c >= 'g' && c <= 'z')
            repeat(20 * (c - 'g' + 1));
        else if (c == ',' || c == '!')
            return fillRow(c == ',' ? '0' : 'F');
        else if (c == ':')
            return repeatRow();
        else
            return add(c);
        return true;
    }
    [[nodiscard]] QByteArray bytes() const { return QByteArray::fromHex(m_digits); }

private:
    [[nodiscard]] bool add(char c) {
        const bool isHex =
            (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
        m_digits.append(std::max(std::exchange(m_repeat, 0), qsizetype(1)), c);
        return isHex && m_digits.size() <= m_most;
    }
    void repeat(int count) { m_repeat = std::min(m_repeat + count, m_most + 1); }
    [[nodiscard]] bool fillRow(char digit) {
        m_digits.append(m_width - m_digits.size() % m_width, digit);
        return m_digits.size() <= m_most;
    }
    [[nodiscard]] bool repeatRow() {
        if (m_digits.isEmpty() || m_digits.size() % m_width != 0)
            return false;
        m_digits.append(m_digits.right(m_width));
        return m_digits.size() <= m_most;
    }

    qsizetype m_width;
    qsizetype m_most;
    QByteArray m_digits;
    qsizetype m_repeat = 0;
};

std::optional<QByteArray> decodedRuns(const QByteArray& data, int bytesPerRow, int size) {
    RunLengthReader reader(bytesPerRow, size);
    for (const char c : data)
        if (!reader.read(c))
            return std::nullopt;
    return reader.bytes();
}

} // namespace

std::optional<ZplGraphic> readZplGraphic(const QByteArray& parameters) {
    const QList<QByteArray> fields = parameters.left(64).split(',');
    if (fields.size() < 5 || fields.first() != "A")
        return std::nullopt;
    const int size = fields.at(2).toInt();
    const int bytesPerRow = fields.at(3).toInt();
    if (size <= 0 || size > kMostBytes || bytesPerRow <= 0 || size % bytesPerRow != 0)
        return std::nullopt;
    qsizetype start = 0;
    for (int field = 0; field < 4; ++field)
        start += fields.at(field).size() + 1;
    const QByteArray data = parameters.mid(start);
    const bool isText = data.startsWith(":Z64:") || data.startsWith(":B64:");
    const auto bits = isText ? decodedText(data, size) : decodedRuns(data, bytesPerRow, size);
    if (!bits || bits->size() != size)
        return std::nullopt;
    return ZplGraphic{bytesPerRow, *bits};
}

} // namespace packbench
