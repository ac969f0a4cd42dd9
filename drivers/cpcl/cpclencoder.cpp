#include "drivers/cpcl/cpclencoder.h"

#include "drivers/inkblocks.h"

#include <algorithm>
#include <cmath>

namespace packbench {
namespace {

constexpr int kPictureCost = 22; // "CG 102 1234 816 1234 " and the line's end
constexpr int kFastest = 5;
constexpr double kMmPerSecondAtFastest = 127;

// The first line names a nominal resolution: 200 and 300 stand for 8 and 12 dots/mm.
QByteArray session(const Page& page) {
    const QByteArray dpi = QByteArray::number(page.dotsPerMm * 25);
    return "! 0 " + dpi + ' ' + dpi + ' ' + QByteArray::number(page.height) + " 1\r\n" +
           "PAGE-WIDTH " + QByteArray::number(page.width) + "\r\n";
}

QByteArray sensor(Tracking tracking) {
    switch (tracking) {
    case Tracking::Gap: return "GAP-SENSE\r\n";
    case Tracking::Mark: return "BAR-SENSE\r\n";
    case Tracking::Continuous: return {};
    }
    return {};
}

QByteArray tone(int percent) {
    return "TONE " + QByteArray::number(std::min(percent, 100) * 2) + "\r\n";
}

QByteArray speed(int mmPerSecond) {
    const long value = std::lround(mmPerSecond * kFastest / kMmPerSecondAtFastest);
    return "SPEED " + QByteArray::number(std::clamp(static_cast<int>(value), 0, kFastest)) + "\r\n";
}

void appendPicture(QByteArray& out, const Page& page, const InkBlock& block) {
    out += "CG " + QByteArray::number(block.bytes) + ' ' + QByteArray::number(block.rows) + ' ' +
           QByteArray::number(8 * block.firstByte) + ' ' + QByteArray::number(block.row) + ' ';
    out += bitsOf(page, block);
    out += "\r\n";
}

} // namespace

QByteArray encodeCpcl(const Page& page, const PrintSetup& setup) {
    QByteArray out;
    out.reserve(page.bits.size() + 256);
    out += session(page);
    if (setup.darkness >= 0)
        out += tone(setup.darkness);
    if (setup.speedMmPerSecond > 0)
        out += speed(setup.speedMmPerSecond);
    out += sensor(setup.tracking);
    for (const InkBlock& block : inkBlocks(page, kPictureCost, page.height))
        appendPicture(out, page, block);
    // FORM moves on to the next gap or mark; continuous paper ends with the page.
    if (setup.tracking != Tracking::Continuous)
        out += "FORM\r\n";
    return out += "PRINT\r\n";
}

QByteArray cpclCalibration(const PrintSetup&) {
    return {};
}

} // namespace packbench
