#include "drivers/zpl/zplencoder.h"

#include "drivers/inkrows.h"
#include "drivers/zpl/zplgraphic.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace packbench {
namespace {

QByteArray darkness(int percent) {
    const int value = static_cast<int>(std::lround(std::min(percent, 100) * 0.30));
    return "~SD" + QByteArray::number(value).rightJustified(2, '0') + '\n';
}

QByteArray tracking(const PrintSetup& setup, int dotsPerMm) {
    switch (setup.tracking) {
    case Tracking::Gap: return "^MNY\n";
    case Tracking::Mark: {
        const int offset = static_cast<int>(std::lround(setup.markOffsetMm * dotsPerMm));
        return offset == 0 ? QByteArray("^MNM\n") : "^MNM," + QByteArray::number(offset) + '\n';
    }
    case Tracking::Continuous: return "^MNN\n";
    }
    return {};
}

QByteArray finish(Finish finish) {
    switch (finish) {
    case Finish::AsSet: return {};
    case Finish::TearOff: return "^MMT\n";
    case Finish::Peel: return "^MMP\n";
    case Finish::Cut: return "^MMC\n";
    }
    return {};
}

// ~TA takes three digits with their sign, -120 to 120 dots.
QByteArray pushOut(double mm, int dotsPerMm) {
    const int dots = std::clamp(static_cast<int>(std::lround(mm * dotsPerMm)), -120, 120);
    const QByteArray digits = QByteArray::number(std::abs(dots)).rightJustified(3, '0');
    return "~TA" + (dots < 0 ? '-' + digits : digits) + '\n';
}

QByteArray speed(int mmPerSecond) {
    const int inches = static_cast<int>(std::lround(mmPerSecond / 25.4));
    return "^PR" + QByteArray::number(std::clamp(inches, 1, 14)) + '\n';
}

// A white page still needs a field, or the format is empty and no label is fed.
QByteArray graphic(const Page& page, bool compressed) {
    InkRows rows = inkRows(page);
    rows.count = std::max(rows.count, 1);
    const int rowBytes = page.bytesPerRow();
    const QByteArrayView bits = QByteArrayView(page.bits).sliced(qsizetype(rows.first) * rowBytes,
                                                                 qsizetype(rows.count) * rowBytes);
    const QByteArray size = QByteArray::number(bits.size());
    QByteArray out = "^FO0," + QByteArray::number(rows.first) + "^GFA," + size + ',' + size + ',' +
                     QByteArray::number(rowBytes) + ',';
    out.append(compressed ? z64(bits) : acs(bits, rowBytes));
    return out.append("^FS\n");
}

} // namespace

QByteArray encodeZpl(const Page& page, const PrintSetup& setup) {
    QByteArray out;
    if (setup.darkness >= 0)
        out += darkness(setup.darkness);
    if (setup.pushOutMm)
        out += pushOut(*setup.pushOutMm, page.dotsPerMm);
    out += "^XA\n";
    out += "^PW" + QByteArray::number(page.width) + '\n';
    out += "^LL" + QByteArray::number(page.height) + '\n';
    out += "^LH0,0\n^LS0\n^PON\n";
    out += tracking(setup, page.dotsPerMm);
    out += finish(setup.finish);
    out += "^JZN\n";
    if (setup.speedMmPerSecond > 0)
        out += speed(setup.speedMmPerSecond);
    out += "^PQ1,0,0,N\n";
    out += graphic(page, setup.compressed);
    return out += "^XZ\n";
}

QByteArray zplCalibration(const PrintSetup& setup) {
    return "^XA\n" + tracking(setup, 0) + "^XZ\n~JC\n";
}

} // namespace packbench
