#include "labels/carrier/zpltext.h"

#include "labels/carrier/zplglyphs.h"
#include "labels/sheet.h"

#include <QFont>
#include <QFontDatabase>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace packbench {

namespace {

struct Cell {
    char name;
    int height;
    int width;
    int gap; ///< between characters
    int ascent;
};

// ZPL manual, table of the fonts of an 8 dots/mm printer.
constexpr std::array<Cell, 17> kCells{{{'A', 9, 5, 1, 7},
                                       {'B', 11, 7, 2, 11},
                                       {'C', 18, 10, 2, 14},
                                       {'D', 18, 10, 2, 14},
                                       {'E', 28, 15, 5, 23},
                                       {'F', 26, 13, 3, 21},
                                       {'G', 60, 40, 8, 48},
                                       {'H', 21, 13, 6, 21},
                                       {'P', 20, 18, 0, 16},
                                       {'Q', 28, 24, 0, 22},
                                       {'R', 35, 31, 0, 28},
                                       {'S', 40, 35, 0, 32},
                                       {'T', 48, 42, 0, 38},
                                       {'U', 59, 53, 0, 47},
                                       {'V', 80, 71, 0, 64},
                                       {'0', 15, 12, 0, 11},
                                       {'*', 9, 5, 1, 7}}};
constexpr double kLongestRun = 40'000; // dots; no head is so wide
constexpr int kMostDots = 64'000'000;
constexpr int kEm = 256;
constexpr double kCapitalOfNone = 0.72; // of a face that does not say
constexpr double kSmallOfNone = 0.54;

const Cell& cellOf(char name) {
    for (const Cell& cell : kCells) {
        if (cell.name == name)
            return cell;
    }
    return kCells.back();
}

/// 0, P to V, and the names that ^CW gives to fonts of a file.
bool isScalable(char name) {
    return (name >= '0' && name <= '9') || (name >= 'I' && name <= 'Z');
}

/// Ideographs and the like: as wide as they are high in every font.
bool isWide(char32_t c) {
    return (c >= 0x1100 && c <= 0x11ff) || (c >= 0x2e80 && c <= 0xd7ff) ||
           (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff00 && c <= 0xff60) || c >= 0x20000;
}

// Roboto Condensed's strokes are as heavy as font 0's; some of its letters have another shape.
bool isNimbusNearer(char32_t character) {
    return QString::fromLatin1("1369Rfiy").contains(QChar(static_cast<char16_t>(character)));
}

const QStringList& familiesOf(bool isFixed, char32_t character) {
    static const QStringList rest{
        QStringLiteral("Liberation Sans Narrow"), QStringLiteral("DejaVu Sans Condensed"),
        QStringLiteral("Noto Sans CJK SC"), QStringLiteral("DejaVu Sans")};
    static const QString roboto = QStringLiteral("Roboto Condensed");
    static const QString nimbus = QStringLiteral("Nimbus Sans Narrow");
    static const QStringList scalable = QStringList{roboto, nimbus} + rest;
    static const QStringList nimbusFirst = QStringList{nimbus, roboto} + rest;
    static const QStringList fixed{QStringLiteral("DejaVu Sans Mono"),
                                   QStringLiteral("Noto Sans Mono CJK SC"),
                                   QStringLiteral("Noto Sans CJK SC")};
    if (isFixed)
        return fixed;
    return character < 0x80 && isNimbusNearer(character) ? nimbusFirst : scalable;
}

} // namespace

ZplFont snappedFont(ZplFont font) {
    const Cell& cell = cellOf(font.name);
    if (isScalable(font.name)) {
        font.height = font.height > 0 ? font.height : font.width > 0 ? font.width : cell.height;
        font.width = font.width > 0 ? font.width : font.height;
        return font;
    }
    int down = qRound(double(font.height) / cell.height);
    int across = qRound(double(font.width) / cell.width);
    down = std::clamp(down > 0 ? down : across, 1, 10);
    across = std::clamp(across > 0 ? across : down, 1, 10);
    font.height = down * cell.height;
    font.width = across * cell.width;
    return font;
}

int zplAscent(const ZplFont& font) {
    const Cell& cell = cellOf(font.name);
    if (isScalable(font.name))
        return qRound(font.height * kScalableAscent);
    return font.height / cell.height * cell.ascent;
}

const QRawFont& ZplTypes::face(const QString& family, bool isBold) const {
    const QString key = family + (isBold ? u'b' : u'n');
    const auto known = m_faces.constFind(key);
    if (known != m_faces.constEnd())
        return *known;
    QRawFont face;
    if (QFontDatabase::hasFamily(family)) {
        QFont font;
        font.setFamilies({family});
        font.setPixelSize(kEm);
        font.setBold(isBold);
        font.setHintingPreference(QFont::PreferNoHinting);
        font.setStyleStrategy(QFont::NoFontMerging);
        face = QRawFont::fromFont(font);
    }
    return *m_faces.insert(key, face);
}

const ZplTypes::Glyph& ZplTypes::glyph(char32_t character, bool isFixed, bool isBold) const {
    const quint64 key = quint64(character) << 2 | (isFixed ? 2u : 0u) | (isBold ? 1u : 0u);
    const auto known = m_glyphs.constFind(key);
    if (known != m_glyphs.constEnd())
        return *known;
    constexpr qsizetype kMostKept = 20'000;
    if (m_glyphs.size() > kMostKept)
        m_glyphs.clear();
    Glyph result;
    LentFace lent{kCapitalOfNone, kSmallOfNone};
    const QString text = QString::fromUcs4(&character, 1);
    for (const QString& family : familiesOf(isFixed, character)) {
        const QRawFont& opened = face(family, isBold);
        if (!opened.isValid() || !opened.supportsCharacter(character))
            continue;
        const QList<quint32> indices = opened.glyphIndexesForString(text);
        if (indices.isEmpty())
            continue;
        const QTransform toUnit = QTransform::fromScale(1.0 / kEm, 1.0 / kEm);
        result.path = toUnit.map(opened.pathForGlyph(indices.first()));
        const QList<QPointF> advances = opened.advancesForGlyphIndexes(indices);
        result.advance = advances.isEmpty() ? 0 : advances.first().x() / kEm;
        if (opened.capHeight() > 0 && opened.xHeight() > 0)
            lent = {opened.capHeight() / kEm, opened.xHeight() / kEm};
        break;
    }
    if (!isFixed)
        result.advance = fittedToPrinter(character, result.path, result.advance, lent);
    return *m_glyphs.insert(key, result);
}

ZplTypes::Measure ZplTypes::measure(const ZplFont& font) {
    Measure measure;
    if (isScalable(font.name)) {
        measure.scaleX = font.width;
        measure.scaleY = font.height;
        return measure;
    }
    const Cell& cell = cellOf(font.name);
    const double across = double(font.width) / cell.width;
    measure.pitch = across * (cell.width + cell.gap);
    measure.scaleX = measure.pitch / kFixedAdvance;
    measure.scaleY = zplAscent(font) / kFixedCapital;
    measure.isUpper = font.name == 'B' || font.name == 'H';
    measure.isBold = font.name == 'B';
    return measure;
}

double ZplTypes::width(const QString& text, const ZplFont& font) const {
    const Measure size = measure(font);
    double at = 0;
    for (const char32_t c : text.toUcs4())
        at += size.pitch > 0 && !isWide(c)
                  ? size.pitch
                  : glyph(c, false, true).advance * (size.pitch > 0 ? font.height : size.scaleX);
    return at;
}

ZplLine ZplTypes::line(const QString& given, const ZplFont& font, QString* missing) const {
    const Measure size = measure(font);
    const bool isFixed = size.pitch > 0;
    const auto characters = (size.isUpper ? given.toUpper() : given).toUcs4();
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    double at = 0;
    for (const char32_t c : characters) {
        const bool isOwnCell = isFixed && isWide(c);
        const Glyph& one = glyph(c, isFixed && !isOwnCell, !isFixed || size.isBold);
        if (one.path.isEmpty() && !QChar::isSpace(c) && missing != nullptr)
            *missing += QString::fromUcs4(&c, 1);
        const double scaleX = isOwnCell ? font.height : size.scaleX;
        const QTransform place(scaleX, 0, 0, isOwnCell ? font.height : size.scaleY, at, 0);
        path.addPath(place.map(one.path));
        at += isFixed && !isOwnCell ? size.pitch : one.advance * scaleX;
        if (at > kLongestRun)
            break;
    }
    ZplLine result;
    result.advance = at;
    QRect box = path.boundingRect().toAlignedRect().adjusted(-1, -1, 1, 1);
    box.setWidth(std::min(box.width(), kMostDots / std::max(1, box.height())));
    result.origin = -box.topLeft();
    result.ink = whiteSheet(box.size());
    QPainter painter(&result.ink);
    painter.translate(result.origin);
    painter.fillPath(path, Qt::black);
    return result;
}

} // namespace packbench
