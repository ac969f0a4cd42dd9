#include "drivers/escpos/escposencoder.h"

#include "drivers/inkblocks.h"

#include <algorithm>

namespace packbench {
namespace {

constexpr int kRasterCost = 14; // GS v 0 with its sizes, and a feed
constexpr int kMostRows = 255;  // small buffers: a raster is printed as it is read
constexpr int kMostFeed = 255;
constexpr int kTearOffDots = 120; // from the head to the tear bar of an 80 mm printer

void appendNumber(QByteArray& out, int value) {
    out += static_cast<char>(value & 0xff);
    out += static_cast<char>(value >> 8 & 0xff);
}

// ESC J n: feeds n dots.
void appendFeed(QByteArray& out, int rows) {
    for (; rows > 0; rows -= kMostFeed) {
        out += "\x1bJ";
        out += static_cast<char>(std::min(rows, kMostFeed));
    }
}

// GS v 0: 1 = black; there is no way to begin a raster further right, so its rows begin at 0.
void appendRaster(QByteArray& out, const Page& page, InkBlock block) {
    block.bytes += block.firstByte;
    block.firstByte = 0;
    out += QByteArray("\x1dv0\0", 4);
    appendNumber(out, block.bytes);
    appendNumber(out, block.rows);
    out += bitsOf(page, block);
}

// GS FF goes on to the next label or mark; continuous paper is fed to the tear bar.
void appendEnd(QByteArray& out, const Page& page, const PrintSetup& setup, int row) {
    if (setup.tracking == Tracking::Continuous)
        appendFeed(out, page.height - row + kTearOffDots);
    else
        out += "\x1d\x0c";
    if (setup.finish == Finish::Cut)
        out += "\x1bi";
}

} // namespace

QByteArray encodeEscPos(const Page& page, const PrintSetup& setup) {
    QByteArray out;
    out.reserve(page.bits.size() + 256);
    out += "\x1b@";
    int row = 0;
    for (const InkBlock& block : inkBlocks(page, kRasterCost, kMostRows)) {
        appendFeed(out, block.row - row);
        appendRaster(out, page, block);
        row = block.row + block.rows;
    }
    appendEnd(out, page, setup, row);
    return out;
}

QByteArray escPosCalibration(const PrintSetup&) {
    return {};
}

} // namespace packbench
