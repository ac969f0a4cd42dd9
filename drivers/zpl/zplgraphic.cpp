#include "drivers/zpl/zplgraphic.h"

#include "drivers/zpl/crc16.h"

#include <zlib.h>

#include <cstring>
#include <new>

namespace packbench {
namespace {

// Level 6 is the knee: level 9 saves 1 % of the bytes for six times the time.
constexpr int kLevel = 6;
constexpr int kMostMemory = 9;

QByteArray deflated(QByteArrayView bits) {
    z_stream stream{};
    if (deflateInit2(&stream, kLevel, Z_DEFLATED, MAX_WBITS, kMostMemory, Z_DEFAULT_STRATEGY) !=
        Z_OK)
        throw std::bad_alloc();
    const auto size = static_cast<uLong>(bits.size());
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, size)), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bits.data()));
    stream.avail_in = static_cast<uInt>(size);
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

// G..Y stand for 1..19 and g..z for 20..400; they add up, largest first.
void appendRun(QByteArray& out, int count, char digit) {
    if (count <= 2) {
        out.append(count, digit);
        return;
    }
    for (; count > 419; count -= 400)
        out.append('z');
    if (count >= 20)
        out.append(static_cast<char>('g' + count / 20 - 1));
    if (count % 20 != 0)
        out.append(static_cast<char>('G' + count % 20 - 1));
    out.append(digit);
}

void appendRow(QByteArray& out, QByteArrayView row) {
    const auto nibble = [row](qsizetype index) {
        const auto byte = static_cast<unsigned char>(row[index / 2]);
        return index % 2 == 0 ? byte >> 4 : byte & 0x0f;
    };
    qsizetype end = 2 * row.size();
    while (end > 0 && nibble(end - 1) == 0)
        --end;
    for (qsizetype at = 0; at < end;) {
        qsizetype next = at + 1;
        while (next < end && nibble(next) == nibble(at))
            ++next;
        appendRun(out, static_cast<int>(next - at), "0123456789ABCDEF"[nibble(at)]);
        at = next;
    }
    if (end < 2 * row.size())
        out.append(',');
}

} // namespace

QByteArray z64(QByteArrayView bits) {
    const QByteArray text = deflated(bits).toBase64();
    const QByteArray crc =
        QByteArray::number(crc16Xmodem(text), 16).toUpper().rightJustified(4, '0');
    QByteArray out;
    out.reserve(text.size() + 16);
    return out.append(":Z64:").append(text).append(':').append(crc);
}

QByteArray acs(QByteArrayView bits, int bytesPerRow) {
    QByteArray out;
    out.reserve(bits.size() / 2);
    for (qsizetype at = 0; at < bits.size(); at += bytesPerRow) {
        const QByteArrayView row = bits.sliced(at, bytesPerRow);
        const bool repeats =
            at > 0 && std::memcmp(row.data(), row.data() - bytesPerRow, size_t(bytesPerRow)) == 0;
        if (repeats)
            out.append(':');
        else
            appendRow(out, row);
    }
    return out;
}

} // namespace packbench
