#include "drivers/virtual/escposmachine.h"

#include <algorithm>

namespace packbench {
namespace {

constexpr char kDle = '\x10';
constexpr char kEscape = '\x1b';
constexpr char kGroup = '\x1d';
constexpr int kMostRows = 32000;
constexpr qsizetype kRasterHeader = 8;
constexpr qsizetype kStoredHeader = 15;

int numberAt(const QByteArray& bytes, qsizetype at) {
    return static_cast<unsigned char>(bytes[at]) | static_cast<unsigned char>(bytes[at + 1]) << 8;
}

} // namespace

EscPosMachine::Step EscPosMachine::readOne() {
    if (input().isEmpty())
        return Step::NeedsMore;
    switch (input().front()) {
    case kEscape: return readEscape();
    case kGroup: return readGroup();
    case kDle:
        if (input().size() < 3)
            return Step::NeedsMore;
        if (input().startsWith("\x10\x14\x08"))
            return readClear();
        if (input()[1] == '\x04')
            addQuery(input().left(3));
        drop(3);
        return Step::Done;
    default: (void)keep(1); return Step::Done;
    }
}

// DLE DC4 8 d1 … d7: clears the buffers, at once.
EscPosMachine::Step EscPosMachine::readClear() {
    constexpr qsizetype kSize = 10;
    if (input().size() < kSize)
        return Step::NeedsMore;
    drop(kSize);
    (void)takeLabelBytes();
    m_blocks.clear();
    m_row = m_width = 0;
    dropLabels();
    return Step::Done;
}

EscPosMachine::Step EscPosMachine::readEscape() {
    if (input().size() < 2)
        return Step::NeedsMore;
    const char name = input()[1];
    const bool hasArgument = name == 'J' || name == 'd';
    if (hasArgument && input().size() < 3)
        return Step::NeedsMore;
    if (name == 'J')
        feed(static_cast<unsigned char>(input()[2]));
    (void)keep(hasArgument ? 3 : 2);
    if (name == 'i')
        endLabel();
    if (name == '@' && m_blocks.isEmpty())
        m_row = 0;
    return Step::Done;
}

EscPosMachine::Step EscPosMachine::readGroup() {
    if (input().size() < 2)
        return Step::NeedsMore;
    if (input()[1] == 'v')
        return readRaster();
    if (input()[1] == '(')
        return readStored();
    const bool isEnd = input()[1] == '\x0c' || input()[1] == 'V';
    (void)keep(2);
    if (isEnd)
        endLabel();
    return Step::Done;
}

// GS v 0 m xL xH yL yH data
EscPosMachine::Step EscPosMachine::readRaster() {
    if (input().size() < kRasterHeader)
        return Step::NeedsMore;
    const int rowBytes = numberAt(input(), 4);
    const int rows = numberAt(input(), 6);
    if (!isPossiblePicture(rowBytes, rows)) {
        (void)keep(kRasterHeader);
        return Step::Done;
    }
    const qsizetype size = qsizetype(rowBytes) * rows;
    if (input().size() < kRasterHeader + size)
        return Step::NeedsMore;
    print(rowBytes, input().mid(kRasterHeader, size));
    (void)keep(kRasterHeader + size);
    return Step::Done;
}

// GS ( L pL pH m fn a bx by c xL xH yL yH data; fn 112 stores a raster, which fn 50 then prints.
EscPosMachine::Step EscPosMachine::readStored() {
    if (input().size() < 7)
        return Step::NeedsMore;
    const qsizetype whole = 5 + numberAt(input(), 3);
    const bool isRaster = input()[2] == 'L' && input()[6] == 'p';
    if (input().size() < whole)
        return Step::NeedsMore;
    if (isRaster && whole >= kStoredHeader) {
        const int rowBytes = (numberAt(input(), 11) + 7) / 8;
        const qsizetype size = qsizetype(rowBytes) * numberAt(input(), 13);
        if (size > 0 && kStoredHeader + size <= whole)
            print(rowBytes, input().mid(kStoredHeader, size));
        else
            setFault();
    }
    (void)keep(whole);
    return Step::Done;
}

void EscPosMachine::print(int rowBytes, const QByteArray& bits) {
    const int rows = static_cast<int>(bits.size() / rowBytes);
    const int width = std::max(m_width, 8 * rowBytes);
    if (!isPossibleSize(width, m_row + rows)) {
        setFault();
        return;
    }
    m_blocks.append({0, m_row, rowBytes, bits});
    m_width = width;
    feed(rows);
}

void EscPosMachine::feed(int rows) {
    m_row = std::min(m_row + rows, kMostRows);
}

void EscPosMachine::endLabel() {
    const QByteArray bytes = takeLabelBytes();
    const int rows = std::exchange(m_row, 0);
    const int width = std::exchange(m_width, 0);
    const auto blocks = std::exchange(m_blocks, {});
    if (blocks.isEmpty())
        return;
    if (!isPossibleSize(width, rows)) {
        setFault();
        return;
    }
    Page page = blankPage(width, rows, dotsPerMm());
    for (const PictureBlock& block : blocks)
        draw(page, block);
    addLabel(page, bytes, 1);
}

QByteArray EscPosMachine::statusAnswer(const QByteArray& query, PrinterState state,
                                       int labelsWaiting) const {
    Q_UNUSED(labelsWaiting)
    unsigned char byte = 0x12;
    const bool isOffline = state != PrinterState::Ready && state != PrinterState::Printing;
    switch (query.size() == 3 ? query[2] : '\0') {
    case '\x01': byte |= isOffline ? 0x08 : 0; break;
    case '\x02':
        byte |= state == PrinterState::HeadOpen ? 0x04 : 0;
        byte |= state == PrinterState::PaperOut ? 0x20 : 0;
        break;
    case '\x03':
        byte |= state == PrinterState::CutterFault ? 0x08 : 0;
        byte |= state == PrinterState::TooHot ? 0x40 : 0;
        byte |= state == PrinterState::Fault || state == PrinterState::RibbonOut ? 0x20 : 0;
        break;
    case '\x04': byte |= state == PrinterState::PaperOut ? 0x60 : 0; break;
    default: return {};
    }
    return QByteArray(1, static_cast<char>(byte));
}

} // namespace packbench
