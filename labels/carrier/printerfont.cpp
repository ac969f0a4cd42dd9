#include "labels/carrier/printerfont.h"

#include "labels/sheet.h"

#include <QFont>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <optional>

namespace packbench {

namespace {

constexpr double kMostHeight = 2000;

// The proportional face, measured on public label pictures drawn by another renderer: capitals 0.76
// of the cell, their foot at 0.76, the width of letters about 0.78 of our bold face.
constexpr double kEmOfHeight = 1.04;
constexpr double kBaseline = 0.765;
constexpr double kCondensed = 0.78;

// A cell of dots: capitals and ideographs stand within it, a descender just reaches its foot.
constexpr double kCellEm = 0.94;
constexpr double kCellBaseline = 0.83;

constexpr char32_t kBox = U'\u25A1';

QStringList installed(const QStringList& families) {
    QStringList result;
    for (const QString& family : families) {
        if (QFontDatabase::hasFamily(family))
            result.append(family);
    }
    return result;
}

QStringList proportionalFamilies() {
    return installed({QStringLiteral("Noto Sans CJK SC"), QStringLiteral("WenQuanYi Micro Hei"),
                      QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
}

QStringList cellFamilies() {
    return installed({QStringLiteral("Noto Sans Mono CJK SC"),
                      QStringLiteral("WenQuanYi Micro Hei Mono"),
                      QStringLiteral("DejaVu Sans Mono")}) +
           proportionalFamilies();
}

QFont fontOf(const QStringList& families, double em, double stretch, bool bold, bool merges) {
    QFont font;
    font.setFamilies(merges ? families : families.mid(0, 1));
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(em))));
    font.setBold(bold);
    font.setStretch(std::clamp(static_cast<int>(std::lround(stretch * 100)), 1, 4000));
    font.setHintingPreference(QFont::PreferFullHinting);
    font.setStyleStrategy(merges ? QFont::NoAntialias
                                 : QFont::StyleStrategy(QFont::NoAntialias | QFont::NoFontMerging));
    return font;
}

bool isSilent(char32_t c) {
    return QChar::category(c) == QChar::Other_Control ||
           QChar::category(c) == QChar::Other_Format || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0x1F3FB && c <= 0x1F3FF);
}

bool isWide(char32_t c) {
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
           (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
           (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFD);
}

struct Characters {
    QList<char32_t> all;
    bool borrowed = false; ///< some are not of the first family
};

class Faces {
public:
    explicit Faces(const QStringList& families) {
        for (const QString& family : families)
            m_metrics.append(QFontMetricsF(fontOf({family}, 24, 1, false, false)));
    }

    bool has(char32_t c, bool& borrowed) const {
        for (qsizetype i = 0; i < m_metrics.size(); ++i) {
            if (i > 0 && !QChar::isLetterOrNumber(c) && !QChar::isMark(c))
                return false;
            if (m_metrics.at(i).inFontUcs4(c)) {
                borrowed = borrowed || i > 0;
                return true;
            }
        }
        return false;
    }

private:
    QList<QFontMetricsF> m_metrics;
};

void note(QString* missing, char32_t c) {
    const QString name = QString::fromUcs4(&c, 1);
    if (missing != nullptr && !missing->contains(name))
        missing->append(name);
}

Characters charactersOf(const QString& text, const QStringList& families, QString* missing) {
    Characters result;
    std::optional<Faces> faces;
    for (const char32_t c : text.left(kMostTextDots).toUcs4()) {
        if (c >= 0x20 && c < 0x7F) {
            result.all.append(c);
        } else if (QChar::isSpace(c)) {
            result.all.append(U' ');
        } else if (!isSilent(c)) {
            if (!faces)
                faces.emplace(families);
            const bool isThere = faces->has(c, result.borrowed);
            if (!isThere)
                note(missing, c);
            result.all.append(isThere ? c : kBox);
        }
    }
    return result;
}

double heightOf(const PrinterFont& font) {
    return std::clamp(font.height, 1.0, kMostHeight);
}

int sheetHeight(const PrinterFont& font) {
    return std::max(1, static_cast<int>(std::lround(heightOf(font))));
}

struct Cells {
    double width;
    double pitch;

    double advance(char32_t c) const { return isWide(c) ? width + pitch : pitch; }
};

Cells cellsOf(const PrinterFont& font) {
    const double width =
        std::clamp(font.width > 0 ? font.width : heightOf(font) / 2, 1.0, kMostHeight);
    return {width, width + std::clamp(font.spacing, 0.0, kMostHeight)};
}

int cellsWidth(const Characters& characters, const PrinterFont& font) {
    const Cells cells = cellsOf(font);
    double width = 0;
    for (const char32_t c : characters.all)
        width += cells.advance(c);
    return static_cast<int>(std::min(std::ceil(width), double(kMostTextDots)));
}

/// One character of a cell font after another, each at its own place.
QImage cellSheet(const Characters& characters, const QStringList& families,
                 const PrinterFont& font) {
    const Cells cells = cellsOf(font);
    const double em = heightOf(font) * kCellEm;
    QImage sheet = whiteSheet(QSize(std::max(1, cellsWidth(characters, font)), sheetHeight(font)));
    const QFontMetricsF natural(fontOf(families, em, 1, font.bold, false));
    const double narrow = std::max(natural.horizontalAdvance(u'0'), 1.0);
    const QFont half = fontOf(families, em, cells.width / narrow, font.bold, characters.borrowed);
    const QFont full =
        fontOf(families, em, (cells.width + cells.pitch) / em, font.bold, characters.borrowed);
    QPainter painter(&sheet);
    painter.setPen(Qt::black);
    const double baseline = std::round(heightOf(font) * kCellBaseline);
    double x = 0;
    for (const char32_t c : characters.all) {
        if (x > sheet.width())
            break;
        painter.setFont(isWide(c) ? full : half);
        if (c != U' ')
            painter.drawText(QPointF(std::round(x), baseline), QString::fromUcs4(&c, 1));
        x += cells.advance(c);
    }
    return sheet;
}

QFont proportional(const PrinterFont& font, const QStringList& families, bool borrowed) {
    const double height = heightOf(font);
    const double scale = font.width > 0 ? font.width / height : 1;
    return fontOf(families, height * kEmOfHeight, kCondensed * scale, true, borrowed);
}

int proportionalWidth(const QString& text, const QFont& font) {
    const double width = std::ceil(QFontMetricsF(font).horizontalAdvance(text));
    return static_cast<int>(std::clamp(width, 0.0, double(kMostTextDots)));
}

} // namespace

QImage textSheet(const QString& text, const PrinterFont& font, QString* missing) {
    const bool isRun = font.face == PrinterFace::Proportional;
    const QStringList families = isRun ? proportionalFamilies() : cellFamilies();
    const Characters characters = charactersOf(text, families, missing);
    if (families.isEmpty() || characters.all.isEmpty())
        return whiteSheet(QSize(1, sheetHeight(font)));
    if (!isRun)
        return cellSheet(characters, families, font);
    const QString line = QString::fromUcs4(characters.all.constData(), characters.all.size());
    const QFont face = proportional(font, families, characters.borrowed);
    QImage sheet = whiteSheet(QSize(proportionalWidth(line, face), sheetHeight(font)));
    QPainter painter(&sheet);
    painter.setPen(Qt::black);
    painter.setFont(face);
    painter.drawText(QPointF(0, std::round(heightOf(font) * kBaseline)), line);
    return sheet;
}

int textWidth(const QString& text, const PrinterFont& font) {
    const bool isRun = font.face == PrinterFace::Proportional;
    const QStringList families = isRun ? proportionalFamilies() : cellFamilies();
    const Characters characters = charactersOf(text, families, nullptr);
    if (families.isEmpty() || characters.all.isEmpty())
        return 0;
    if (!isRun)
        return cellsWidth(characters, font);
    return proportionalWidth(QString::fromUcs4(characters.all.constData(), characters.all.size()),
                             proportional(font, families, characters.borrowed));
}

} // namespace packbench
