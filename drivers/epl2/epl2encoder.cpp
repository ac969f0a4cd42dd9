#include "drivers/epl2/epl2encoder.h"

#include "drivers/inkblocks.h"

#include <algorithm>
#include <cmath>

namespace packbench {
namespace {

constexpr int kPictureCost = 20; // "GW816,1234,102,1234," and the line's end
constexpr int kLeastGap = 16;    // dots, EPL2 manual, Q
constexpr int kMostGap = 240;

int dots(double mm, const Page& page) {
    return static_cast<int>(std::lround(mm * page.dotsPerMm));
}

// Q<length>,<gap>; a mark's height stands behind B, 0 is continuous paper.
QByteArray length(const Page& page, const PrintSetup& setup) {
    const QByteArray out = 'Q' + QByteArray::number(page.height) + ',';
    const int gap = std::clamp(dots(setup.gapMm, page), kLeastGap, kMostGap);
    switch (setup.tracking) {
    case Tracking::Gap: return out + QByteArray::number(gap) + '\n';
    case Tracking::Mark: {
        const int offset = std::max(dots(setup.markOffsetMm, page), 0);
        return out + 'B' + QByteArray::number(gap) +
               (offset > 0 ? ',' + QByteArray::number(offset) : QByteArray()) + '\n';
    }
    case Tracking::Continuous: return out + "0\n";
    }
    return out;
}

QByteArray density(int percent) {
    const long value = std::lround(std::min(percent, 100) * 0.15);
    return 'D' + QByteArray::number(static_cast<int>(value)) + '\n';
}

QByteArray speed(int mmPerSecond) {
    const long inches = std::clamp(std::lround(mmPerSecond / 25.4), 1L, 6L);
    return 'S' + QByteArray::number(static_cast<int>(inches)) + '\n';
}

// 0 burns: the bits are turned round.
void appendPicture(QByteArray& out, const Page& page, const InkBlock& block) {
    out += "GW" + QByteArray::number(8 * block.firstByte) + ',' + QByteArray::number(block.row) +
           ',' + QByteArray::number(block.bytes) + ',' + QByteArray::number(block.rows) + ',';
    QByteArray bits = bitsOf(page, block);
    std::transform(bits.cbegin(), bits.cend(), bits.begin(),
                   [](char byte) { return static_cast<char>(~byte); });
    out += bits;
    out += '\n';
}

} // namespace

QByteArray encodeEpl2(const Page& page, const PrintSetup& setup) {
    QByteArray out;
    out.reserve(page.bits.size() + 256);
    // The first line's end closes whatever half line was left; q, Q and N each clear the picture.
    out += "\nq" + QByteArray::number(page.width) + '\n';
    out += length(page, setup);
    if (setup.darkness >= 0)
        out += density(setup.darkness);
    if (setup.speedMmPerSecond > 0)
        out += speed(setup.speedMmPerSecond);
    out += "ZT\nN\n";
    for (const InkBlock& block : inkBlocks(page, kPictureCost, page.height))
        appendPicture(out, page, block);
    out += "P1\n";
    if (setup.finish == Finish::Cut)
        out += "C\n";
    return out;
}

QByteArray epl2Calibration(const PrintSetup& setup) {
    return setup.tracking == Tracking::Continuous ? QByteArray() : QByteArray("\nxa\n");
}

} // namespace packbench
