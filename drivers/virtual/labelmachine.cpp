#include "drivers/virtual/labelmachine.h"

#include "drivers/virtual/cpclmachine.h"
#include "drivers/virtual/epl2machine.h"
#include "drivers/virtual/escposmachine.h"
#include "drivers/virtual/tsplmachine.h"
#include "drivers/virtual/zplmachine.h"

#include <algorithm>
#include <cstdlib>

namespace packbench {
namespace {

constexpr int kMostDots = 32000;
constexpr qint64 kMostArea = 64'000'000;
constexpr int kMostCopies = 100;
constexpr qsizetype kMostHeld = 64 * 1024 * 1024;

bool isSet(const char* row, int x) {
    return (static_cast<unsigned char>(row[x / 8]) >> (7 - x % 8) & 1) != 0;
}

} // namespace

void LabelMachine::addLabel(const Page& page, const QByteArray& bytes, int copies) {
    m_held += page.bits.size();
    if (m_held > kMostHeld) {
        setFault();
        return;
    }
    for (int copy = 0; copy < std::clamp(copies, 1, kMostCopies); ++copy)
        m_labels.append({page, bytes});
}

std::unique_ptr<LabelMachine> labelMachine(PrinterLanguage language, int dotsPerMm) {
    switch (language) {
    case PrinterLanguage::Zpl: return std::make_unique<ZplMachine>(dotsPerMm);
    case PrinterLanguage::Tspl: return std::make_unique<TsplMachine>(dotsPerMm);
    case PrinterLanguage::Epl2: return std::make_unique<Epl2Machine>(dotsPerMm);
    case PrinterLanguage::Cpcl: return std::make_unique<CpclMachine>(dotsPerMm);
    case PrinterLanguage::EscPos: return std::make_unique<EscPosMachine>(dotsPerMm);
    }
    return nullptr;
}

void draw(Page& page, const PictureBlock& block) {
    if (std::abs(qint64(block.x)) > kMostDots || std::abs(qint64(block.y)) > kMostDots)
        return;
    const auto rows = static_cast<int>(block.bits.size() / std::max(block.bytesPerRow, 1));
    for (int row = std::max(0, -block.y); row < rows && block.y + row < page.height; ++row) {
        const char* from = block.bits.constData() + qsizetype(row) * block.bytesPerRow;
        char* to = page.bits.data() + qsizetype(block.y + row) * page.bytesPerRow();
        const int last = std::min(8 * block.bytesPerRow, page.width - block.x);
        for (int x = std::max(0, -block.x); x < last; ++x)
            if (isSet(from, x))
                to[(block.x + x) / 8] |= static_cast<char>(0x80 >> (block.x + x) % 8);
    }
}

bool isPossibleSize(int width, int height) {
    return width > 0 && height > 0 && width <= kMostDots && height <= kMostDots &&
           qint64(width) * height <= kMostArea;
}

} // namespace packbench
