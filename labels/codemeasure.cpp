#include "labels/codemeasure.h"

#include "labels/greycopy.h"

#include <QMargins>

#include <algorithm>
#include <array>

namespace packbench {

namespace {

constexpr int kBoxError = 2;   ///< dots a reader's box may be off
constexpr int kFarthest = 100; ///< dots of white looked at beside a code
constexpr int kBands = 4;
constexpr int kFewestRuns = 5; ///< on a line that crosses a code
constexpr std::array kLines{0.25, 0.5, 0.75};
constexpr int kModuleLines = 7;  ///< the middle one of what they say counts
constexpr int kMatrixMargin = 6; ///< modules of white that stay on a matrix code's piece

/// The white a kind of code demands on each side, in modules (its ISO/IEC or GS1 standard); the
/// smaller one where the sides differ.
struct QuietRow {
    const char* format;
    bool isLinear;
    int modules;
};
constexpr std::array kQuiet{
    QuietRow{"QRCode", false, 4},   QuietRow{"DataMatrix", false, 1},
    QuietRow{"PDF417", false, 2},   QuietRow{"Aztec", false, 0},
    QuietRow{"MaxiCode", false, 0}, QuietRow{"MicroQRCode", false, 2},
    QuietRow{"EAN-13", true, 7},    QuietRow{"EAN-8", true, 7},
    QuietRow{"UPC-A", true, 9},     QuietRow{"UPC-E", true, 7},
    QuietRow{"DataBar", true, 0},   QuietRow{"DataBarExpanded", true, 0},
};
constexpr QuietRow kOfOthers{"", true, 10};

QuietRow rowOf(const QString& format) {
    const auto* row = std::find_if(kQuiet.begin(), kQuiet.end(), [&format](const QuietRow& one) {
        return format == QLatin1String(one.format);
    });
    return row == kQuiet.end() ? kOfOthers : *row;
}

bool isBlack(const QImage& grey, QPoint at) {
    return grey.rect().contains(at) && grey.constScanLine(at.y())[at.x()] < 128;
}

/// White dots outside a side of the box on one line, at most kFarthest; `out` leads away from it.
int whiteBeyond(const QImage& grey, QPoint at, QPoint out) {
    for (int i = 0; i < kBoxError && isBlack(grey, at + out); ++i)
        at += out;
    for (int i = 0; i < kBoxError && !isBlack(grey, at); ++i)
        at -= out;
    int white = 0;
    for (at += out; white < kFarthest && grey.rect().contains(at) && !isBlack(grey, at); at += out)
        ++white;
    return white;
}

QMargins whiteAround(const QImage& grey, const QRect& box) {
    QMargins white(kFarthest, kFarthest, kFarthest, kFarthest);
    for (const double part : kLines) {
        const int x = box.left() + int(box.width() * part);
        const int y = box.top() + int(box.height() * part);
        white.setLeft(std::min(white.left(), whiteBeyond(grey, {box.left(), y}, {-1, 0})));
        white.setRight(std::min(white.right(), whiteBeyond(grey, {box.right(), y}, {1, 0})));
        white.setTop(std::min(white.top(), whiteBeyond(grey, {x, box.top()}, {0, -1})));
        white.setBottom(std::min(white.bottom(), whiteBeyond(grey, {x, box.bottom()}, {0, 1})));
    }
    return white;
}

/// The narrowest bar and the narrowest gap on one line: their mean is the module whatever ink grew.
/// The runs at the ends may be cut by the box. 0 where the line crosses no code.
double narrowestOn(const QImage& grey, QPoint from, QPoint step, int length) {
    QList<int> runs{0};
    for (int i = 0; i < length; ++i, from += step) {
        if (i > 0 && isBlack(grey, from) != isBlack(grey, from - step))
            runs.append(0);
        ++runs.last();
    }
    if (runs.size() < kFewestRuns)
        return 0;
    std::array<int, 2> narrowest{length, length};
    for (qsizetype i = 1; i + 1 < runs.size(); ++i)
        narrowest[size_t(i % 2)] = std::min(narrowest[size_t(i % 2)], runs.at(i));
    return (narrowest[0] + narrowest[1]) / 2.0;
}

double moduleOf(const QImage& grey, const QRect& box, bool isUpright) {
    std::array<double, kModuleLines> modules{};
    for (int i = 0; i < kModuleLines; ++i) {
        const int x = box.left() + box.width() * (i + 1) / (kModuleLines + 1);
        const int y = box.top() + box.height() * (i + 1) / (kModuleLines + 1);
        modules[size_t(i)] = isUpright ? narrowestOn(grey, {x, box.top()}, {0, 1}, box.height())
                                       : narrowestOn(grey, {box.left(), y}, {1, 0}, box.width());
    }
    std::sort(modules.begin(), modules.end());
    return modules[kModuleLines / 2];
}

double quietOf(const QMargins& white, const QuietRow& row, bool isUpright, double module) {
    const double demanded = row.modules * module;
    if (demanded <= 0)
        return 1;
    const int across = std::min(white.left(), white.right());
    const int down = std::min(white.top(), white.bottom());
    const int least = row.isLinear ? (isUpright ? down : across) : std::min(across, down);
    return std::min(1.0, least / demanded);
}

/// The piece of the page with one code and the white around it, and the looks at it.
class Piece {
public:
    Piece(const QImage& grey, const ReadCode& code, const QRect& box, const QMargins& white)
        : m_code(code)
        , m_place(box.marginsAdded(white) & grey.rect())
        , m_grey(grey.copy(m_place))
        , m_box(box.translated(-m_place.topLeft())) {}

    [[nodiscard]] bool readsLying(bool isUpright) const {
        const auto look = lookAt(m_grey, m_code.format);
        return look && look->text == m_code.text && look->isUpright == isUpright;
    }
    [[nodiscard]] bool reads() const { return reads(m_grey); }
    [[nodiscard]] bool readsInEveryBand(bool isUpright) const {
        for (int i = 0; i < kBands; ++i) {
            QRect band = m_grey.rect();
            const int length = isUpright ? m_box.width() : m_box.height();
            const int from = length * i / kBands;
            const int size = std::max(1, length * (i + 1) / kBands - from);
            if (isUpright)
                band = QRect(m_box.left() + from, 0, size, m_grey.height());
            else
                band = QRect(0, m_box.top() + from, m_grey.width(), size);
            if (!reads(m_grey.copy(band)))
                return false;
        }
        return true;
    }
    /// Where the dots fall between a coarser reader's is chance: either way counts.
    [[nodiscard]] bool readsAtHalf() const {
        return reads(halved(m_grey)) ||
               reads(halved(m_grey.copy(m_grey.rect().adjusted(1, 1, 0, 0))));
    }
    [[nodiscard]] bool readsBurnt() const { return reads(burnt(m_grey)); }
    [[nodiscard]] bool readsFaded() const { return reads(faded(m_grey)); }

private:
    [[nodiscard]] bool reads(const QImage& picture) const {
        const auto look = lookAt(picture, m_code.format);
        return look && look->text == m_code.text;
    }

    const ReadCode& m_code;
    QRect m_place;
    QImage m_grey;
    QRect m_box; ///< of the code in the piece
};

/// Beside the bars only: what stands above and beneath is not the code's.
QMargins alongBars(const QMargins& white, bool isUpright) {
    return isUpright ? QMargins(0, white.top(), 0, white.bottom())
                     : QMargins(white.left(), 0, white.right(), 0);
}

QMargins capped(const QMargins& white, int most) {
    if (most <= 0)
        return white;
    return {std::min(white.left(), most), std::min(white.top(), most),
            std::min(white.right(), most), std::min(white.bottom(), most)};
}

/// Which way a linear code's bars stand: as it reads, else as its box is.
bool liesUpright(const QImage& grey, const ReadCode& code, const QRect& box,
                 const QMargins& white) {
    for (const bool isUpright : {false, true}) {
        if (Piece(grey, code, box, alongBars(white, isUpright)).readsLying(isUpright))
            return isUpright;
    }
    return box.height() > box.width();
}

QRect inkWithin(const QImage& grey, const QRect& zone) {
    QRect ink;
    const QRect inside = zone & grey.rect();
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        const uchar* row = grey.constScanLine(y);
        const auto isInk = [](uchar dot) { return dot < 128; };
        const uchar* begin = row + inside.left();
        const uchar* end = row + inside.right() + 1;
        const uchar* first = std::find_if(begin, end, isInk);
        if (first == end)
            continue;
        while (!isInk(*(end - 1)))
            --end;
        ink |= QRect(QPoint(int(first - row), y), QPoint(int(end - row) - 1, y));
    }
    return ink;
}

QString formatOf(Symbology symbology) {
    switch (symbology) {
    case Symbology::Code128:
    case Symbology::Gs1_128: return QStringLiteral("Code128");
    case Symbology::Ean13: return QStringLiteral("EAN-13");
    case Symbology::Itf14: return QStringLiteral("ITF");
    case Symbology::Qr: return QStringLiteral("QRCode");
    case Symbology::DataMatrix:
    case Symbology::Gs1DataMatrix: return QStringLiteral("DataMatrix");
    case Symbology::Pdf417: return QStringLiteral("PDF417");
    case Symbology::MaxiCode: break;
    }
    return QStringLiteral("MaxiCode");
}

CodeMeasure measureOf(const QImage& grey, const Page& page, const ExpectedCode& expected,
                      const ReadCode& shown) {
    if (!proof(page, {expected}).isEmpty())
        return {};
    // What a reader says is compared with itself: of GS1 it says more than the template asks.
    ReadCode raw = shown;
    if (const auto look = lookAt(grey.copy(expected.dots), shown.format))
        raw.text = look->text;
    return measured(grey, raw);
}

} // namespace

CodeMeasure measured(const QImage& grey, const ReadCode& code) {
    CodeMeasure measure;
    measure.read = CodeMeasure::Read::Barely;
    const QRect box = code.dots & grey.rect();
    if (box.isEmpty())
        return measure;
    const QuietRow row = rowOf(code.format);
    const QMargins white = whiteAround(grey, box);
    const bool isUpright = row.isLinear && liesUpright(grey, code, box, white);
    if (code.format != QLatin1String("MaxiCode"))
        measure.moduleDots = moduleOf(grey, box, isUpright);
    measure.quiet = quietOf(white, row, isUpright, measure.moduleDots);
    const Piece piece(grey, code, box,
                      row.isLinear ? alongBars(white, isUpright)
                                   : capped(white, int(kMatrixMargin * measure.moduleDots)));
    if (piece.reads())
        measure.read = row.isLinear && !piece.readsInEveryBand(isUpright)
                           ? CodeMeasure::Read::InParts
                           : CodeMeasure::Read::Whole;
    measure.atHalf = piece.readsAtHalf();
    measure.burnt = piece.readsBurnt();
    measure.faded = piece.readsFaded();
    return measure;
}

QList<ReadCode> measuredCodes(const Page& page, const QList<ExpectedCode>& expected) {
    const QImage grey = imageFromPage(page);
    QList<ReadCode> codes;
    for (const ExpectedCode& one : expected) {
        ReadCode code{formatOf(one.symbology), one.text, inkWithin(grey, one.dots)};
        if (one.symbology != Symbology::MaxiCode || one.rotate == 0)
            code.measure = measureOf(grey, page, one, code);
        codes.append(code);
    }
    return codes;
}

std::optional<LabelFinding> lowGrade(const ReadCode& code) {
    if (!code.measure || gradeOf(*code.measure) <= CodeGrade::C)
        return {};
    return LabelFinding{QStringLiteral("low-grade"),
                        QStringLiteral("The %1 at %2 dots has grade %3: %4.")
                            .arg(code.format,
                                 QStringLiteral("%1, %2").arg(code.dots.x()).arg(code.dots.y()),
                                 word(gradeOf(*code.measure)), weaknessOf(*code.measure))};
}

QString unreadKind(SymbolKind kind) {
    switch (kind) {
    case SymbolKind::Code11: return QStringLiteral("Code 11");
    case SymbolKind::Industrial25:
    case SymbolKind::Standard25: return QStringLiteral("2 of 5");
    case SymbolKind::Msi: return QStringLiteral("MSI");
    case SymbolKind::Plessey: return QStringLiteral("Plessey");
    case SymbolKind::UpcEanExtension: return QStringLiteral("EAN/UPC extension");
    case SymbolKind::Planet: return QStringLiteral("PLANET");
    case SymbolKind::Postnet: return QStringLiteral("POSTNET");
    case SymbolKind::Imb: return QStringLiteral("Intelligent Mail");
    case SymbolKind::Gs1DataBarLimited: return QStringLiteral("DataBar Limited");
    case SymbolKind::Codablock: return QStringLiteral("Codablock");
    case SymbolKind::Code49: return QStringLiteral("Code 49");
    case SymbolKind::MicroPdf417: return QStringLiteral("MicroPDF417");
    case SymbolKind::MaxiCode: return QStringLiteral("MaxiCode");
    case SymbolKind::MicroQr: return QStringLiteral("Micro QR");
    case SymbolKind::AztecRune: return QStringLiteral("Aztec rune");
    case SymbolKind::Code39:
    case SymbolKind::Code93:
    case SymbolKind::Code128:
    case SymbolKind::Gs1_128:
    case SymbolKind::Interleaved25:
    case SymbolKind::Itf14:
    case SymbolKind::Codabar:
    case SymbolKind::Logmars:
    case SymbolKind::Ean8:
    case SymbolKind::Ean13:
    case SymbolKind::UpcA:
    case SymbolKind::UpcE:
    case SymbolKind::Gs1DataBar:
    case SymbolKind::Gs1DataBarStacked:
    case SymbolKind::Gs1DataBarStackedOmni:
    case SymbolKind::Gs1DataBarExpanded:
    case SymbolKind::Pdf417:
    case SymbolKind::Pdf417Truncated:
    case SymbolKind::Qr:
    case SymbolKind::DataMatrix:
    case SymbolKind::Gs1DataMatrix:
    case SymbolKind::Aztec: break;
    }
    return {};
}

std::optional<LabelFinding> notProvable(SymbolKind kind) {
    const QString name = unreadKind(kind);
    if (name.isEmpty())
        return {};
    return LabelFinding{QStringLiteral("not-provable"),
                        QStringLiteral("A code of the kind %1 is on the label: no reader here can "
                                       "prove what it says.")
                            .arg(name)};
}

} // namespace packbench
