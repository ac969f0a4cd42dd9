#include "drivers/tspl/tsplencoder.h"

#include "drivers/inkrows.h"

#include <algorithm>
#include <cmath>

namespace packbench {
namespace {

QByteArray number(double value) {
    QByteArray text = QByteArray::number(value, 'f', 3);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text;
}

QByteArray size(const Page& page) {
    const double dotsPerMm = std::max(page.dotsPerMm, 1);
    return "SIZE " + number(page.width / dotsPerMm) + " mm," + number(page.height / dotsPerMm) +
           " mm\r\n";
}

QByteArray tracking(const PrintSetup& setup) {
    const QByteArray gap = number(std::max(setup.gapMm, 0.0));
    const QByteArray offset = number(setup.markOffsetMm);
    switch (setup.tracking) {
    case Tracking::Gap: return "GAP " + gap + " mm,0 mm\r\n";
    case Tracking::Mark: return "BLINE " + gap + " mm," + offset + " mm\r\n";
    case Tracking::Continuous: return "GAP 0 mm,0 mm\r\n";
    }
    return {};
}

QByteArray density(int percent) {
    const long value = std::lround(std::min(percent, 100) * 0.15);
    return "DENSITY " + QByteArray::number(static_cast<int>(value)) + "\r\n";
}

QByteArray speed(int mmPerSecond) {
    const long inches = std::max(std::lround(mmPerSecond / 25.4), 1L);
    return "SPEED " + QByteArray::number(static_cast<int>(inches)) + "\r\n";
}

// Each of the three excludes the others; a printer without the part ignores its line.
QByteArray finish(Finish finish) {
    switch (finish) {
    case Finish::AsSet: return {};
    case Finish::TearOff: return "SET CUTTER OFF\r\nSET PEEL OFF\r\nSET TEAR ON\r\n";
    case Finish::Peel: return "SET CUTTER OFF\r\nSET TEAR OFF\r\nSET PEEL ON\r\n";
    case Finish::Cut: return "SET PEEL OFF\r\nSET TEAR OFF\r\nSET CUTTER 1\r\n";
    }
    return {};
}

// 0 burns: the page's white padding bits become the 1 that TSPL wants there. Some printers burn 1.
void appendBitmap(QByteArray& out, const Page& page, bool burnsOnes) {
    const InkRows rows = inkRows(page);
    if (rows.count == 0)
        return;
    const int rowBytes = page.bytesPerRow();
    out += "BITMAP 0," + QByteArray::number(rows.first) + ',' + QByteArray::number(rowBytes) + ',' +
           QByteArray::number(rows.count) + ",1,";
    const qsizetype start = out.size();
    const qsizetype count = qsizetype(rows.count) * rowBytes;
    out.resize(start + count);
    const char* from = page.bits.constData() + qsizetype(rows.first) * rowBytes;
    std::transform(from, from + count, out.data() + start,
                   [burnsOnes](char byte) { return burnsOnes ? byte : static_cast<char>(~byte); });
    out += "\r\n";
}

} // namespace

QByteArray encodeTspl(const Page& page, const PrintSetup& setup) {
    QByteArray out;
    out.reserve(page.bits.size() + 256);
    out += size(page);
    out += tracking(setup);
    if (setup.pushOutMm)
        out += "OFFSET " + number(*setup.pushOutMm) + " mm\r\n";
    if (setup.darkness >= 0)
        out += density(setup.darkness);
    if (setup.speedMmPerSecond > 0)
        out += speed(setup.speedMmPerSecond);
    out += finish(setup.finish);
    out += "DIRECTION 0,0\r\nREFERENCE 0,0\r\nSET REPRINT OFF\r\nCLS\r\n";
    appendBitmap(out, page, setup.burnsOnes);
    return out += "PRINT 1,1\r\n";
}

QByteArray tsplCalibration(const PrintSetup& setup) {
    switch (setup.tracking) {
    case Tracking::Gap: return "GAPDETECT\r\n";
    case Tracking::Mark: return "BLINEDETECT\r\n";
    case Tracking::Continuous: return {}; // there is nothing to measure
    }
    return {};
}

} // namespace packbench
