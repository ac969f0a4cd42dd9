#include "labels/typesetter.h"

#include "labels/layout.h"
#include "labels/sheet.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace packbench {

namespace {

// Of the em: where an ideograph's top and a descender's foot lie around the baseline, and the
// distance of two baselines. Fixed, so that a fallback font moves no line.
constexpr double kAscent = 0.88;
constexpr double kLine = 1.10;
constexpr double kPitch = 1.20;
constexpr int kLeastEm = 8;

constexpr char16_t kBox = u'\u25A1';

QStringList labelFamilies() {
    return {QStringLiteral("Noto Sans CJK SC"), QStringLiteral("WenQuanYi Micro Hei")};
}

/// Lends letters only (ł, ğ, Thai, Arabic …): pictures of a screen font have no place on a label.
QStringList lendingFamilies() {
    return {QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans"), QStringLiteral("Loma")};
}

/// The face a template asks for, in front of the label font; empty where it is that one.
QStringList familiesOf(Face face) {
    switch (face) {
    case Face::Sans: break;
    case Face::Serif: return {QStringLiteral("Noto Serif CJK SC")};
    case Face::Mono: return {QStringLiteral("Noto Sans Mono CJK SC")};
    }
    return {};
}

bool isOfWriting(char32_t c) {
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || QChar::isPunct(c) ||
           QChar::category(c) == QChar::Symbol_Currency;
}

/// Characters that draw nothing and would only steer: formats, bidi marks, variation selectors,
/// skin tones.
bool isSilent(char32_t c) {
    return QChar::category(c) == QChar::Other_Format || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0x1F3FB && c <= 0x1F3FF);
}

/// Joiners steer how letters of these scripts are shaped; elsewhere they draw nothing.
bool isShaping(char32_t c, const QString& before) {
    if ((c != 0x200C && c != 0x200D) || before.isEmpty())
        return false;
    const auto script = before.back().script();
    return script == QChar::Script_Arabic ||
           (script >= QChar::Script_Devanagari && script <= QChar::Script_Sinhala);
}

bool isBlank(char32_t c) {
    return c == u'\t' || c == u'\n' || c == u'\r' || QChar::isSpace(c);
}

bool hasIdeographs(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.script() == QChar::Script_Han || c.script() == QChar::Script_Hiragana ||
               c.script() == QChar::Script_Katakana;
    });
}

int emOf(int lineDots) {
    return std::max(kLeastEm, static_cast<int>(std::floor(lineDots / kLine)));
}

int blockHeight(qsizetype lines, int em) {
    return static_cast<int>(std::floor(em * (kLine + double(lines - 1) * kPitch)));
}

/// No box can show more than this; longer texts are cut before they cost time.
qsizetype mostCharacters(QSize box, int em) {
    const qsizetype perLine = box.width() * 6 / em + 2;
    return perLine * (box.height() / em + 2);
}

PrintableText limited(const PrintableText& text, QSize box, int em, bool& cut) {
    PrintableText result = text;
    const qsizetype most = mostCharacters(box, em);
    if (result.text.size() > most) {
        result.text.truncate(most);
        cut = true;
    }
    return result;
}

} // namespace

QString labelFontFamily() {
    for (const QString& family : labelFamilies()) {
        if (QFontDatabase::hasFamily(family))
            return family;
    }
    return {};
}

Typesetter::Typesetter() {
    for (const QString& family : labelFamilies() + lendingFamilies()) {
        if (QFontDatabase::hasFamily(family))
            m_families.append(family);
    }
    for (const QString& family : std::as_const(m_families)) {
        QFont plain;
        plain.setFamilies({family});
        plain.setPixelSize(24);
        plain.setStyleStrategy(QFont::NoFontMerging);
        m_faces.append(QRawFont::fromFont(plain));
    }
}

bool Typesetter::has(char32_t character, bool& borrowed) const {
    for (qsizetype i = 0; i < m_faces.size(); ++i) {
        const bool lends = lendingFamilies().contains(m_families.at(i));
        if (lends && !isOfWriting(character))
            continue;
        if (m_faces.at(i).supportsCharacter(character)) {
            borrowed = borrowed || i > 0;
            return true;
        }
    }
    return false;
}

PrintableText Typesetter::printable(const QString& text) const {
    PrintableText result;
    const auto characters = text.toUcs4();
    for (const char32_t c : characters) {
        if (isBlank(c)) {
            result.text += u' ';
        } else if (isShaping(c, result.text)) {
            result.text += QString::fromUcs4(&c, 1);
        } else if (isSilent(c) || QChar::category(c) == QChar::Other_Control) {
            continue;
        } else if (has(c, result.borrowed)) {
            result.text += QString::fromUcs4(&c, 1);
        } else {
            result.text += kBox;
            const auto name =
                QStringLiteral("U+%1").arg(uint(c), 4, 16, QLatin1Char('0')).toUpper();
            if (!result.missing.contains(name))
                result.missing.append(name);
        }
    }
    result.text = result.text.simplified();
    return result;
}

QFont Typesetter::font(int em, const TextStyle& style, bool borrowed) const {
    const QStringList asked = familiesOf(style.face);
    const bool merges = borrowed || !asked.isEmpty();
    QFont result;
    result.setFamilies(asked + (merges ? m_families : m_families.mid(0, 1)));
    result.setPixelSize(em);
    result.setBold(style.bold);
    result.setHintingPreference(QFont::PreferFullHinting);
    result.setStyleStrategy(merges
                                ? QFont::NoAntialias
                                : QFont::StyleStrategy(QFont::NoAntialias | QFont::NoFontMerging));
    return result;
}

QString Typesetter::shortened(const QString& text, const QFont& font, int width) {
    const QString dots = hasIdeographs(text) ? QStringLiteral("…") : QStringLiteral("...");
    const QFontMetricsF metrics(font);
    const double room = width - metrics.horizontalAdvance(dots);
    qsizetype low = 0;
    qsizetype high = text.size();
    while (low < high) {
        const qsizetype middle = (low + high + 1) / 2;
        if (metrics.horizontalAdvance(text.left(middle)) <= room)
            low = middle;
        else
            high = middle - 1;
    }
    while (low > 0 && low < text.size() && (text.at(low).isLowSurrogate() || text.at(low).isMark()))
        --low;
    return text.left(low).trimmed() + dots;
}

Typesetter::Lines Typesetter::oneLine(const PrintableText& given, QSize box,
                                      const TextStyle& style) const {
    Lines result;
    const int most = emOf(std::min(style.lineDots, box.height()));
    const int least = std::min(most, emOf(style.leastLineDots));
    const PrintableText text = limited(given, box, least, result.cut);
    const auto widthAt = [&](int em) {
        return QFontMetricsF(font(em, style, text.borrowed)).horizontalAdvance(text.text);
    };
    result.em = most;
    double width = widthAt(result.em);
    if (style.fit == Fit::Shrink && width > box.width()) {
        result.em = std::clamp(static_cast<int>(result.em * box.width() / width) + 1, least, most);
        while (result.em > least && widthAt(result.em) > box.width())
            --result.em;
        width = widthAt(result.em);
    }
    result.cut = result.cut || width > box.width();
    const QFont chosen = font(result.em, style, text.borrowed);
    result.lines = {result.cut ? shortened(text.text, chosen, box.width()) : text.text};
    return result;
}

QStringList Typesetter::broken(const QString& text, const QFont& font, int width) {
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LeftToRight);
    QTextLayout layout(text, font);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

Typesetter::Lines Typesetter::wrapped(const PrintableText& given, QSize box,
                                      const TextStyle& style) const {
    Lines result;
    int high = emOf(std::min(style.lineDots, box.height()));
    int low = std::min(high, emOf(style.leastLineDots));
    const PrintableText text = limited(given, box, low, result.cut);
    const auto linesAt = [&](int em) {
        return broken(text.text, font(em, style, text.borrowed), box.width());
    };
    const auto fits = [&](const QStringList& lines, int em) {
        return blockHeight(lines.size(), em) <= box.height();
    };
    result.em = high;
    result.lines = linesAt(high);
    if (fits(result.lines, high))
        return result;
    --high;
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        if (fits(linesAt(middle), middle))
            low = middle;
        else
            high = middle - 1;
    }
    result.em = low;
    result.lines = linesAt(low);
    qsizetype count = 1;
    while (blockHeight(count + 1, low) <= box.height())
        ++count;
    if (result.lines.size() <= count && !result.cut)
        return result;
    result.cut = true;
    const QString rest = result.lines.mid(count - 1).join(u' ');
    result.lines = result.lines.mid(0, count - 1);
    result.lines.append(shortened(rest, font(low, style, text.borrowed), box.width()));
    return result;
}

SetText Typesetter::set(const PrintableText& text, QSize box, const TextStyle& style) const {
    SetText result{whiteSheet(box), false};
    if (text.text.isEmpty() || m_families.isEmpty())
        return result;
    if (style.vertical)
        return setVertical(text, box, style);
    const Lines lines =
        style.fit == Fit::Wrap ? wrapped(text, box, style) : oneLine(text, box, style);
    result.cut = lines.cut;
    const QFont chosen = font(lines.em, style, text.borrowed);
    const QFontMetricsF metrics(chosen);
    const int spare = box.height() - blockHeight(lines.lines.size(), lines.em);
    const int top = style.verticalAlign == VerticalAlign::Top      ? 0
                    : style.verticalAlign == VerticalAlign::Middle ? spare / 2
                                                                   : spare;
    QPainter painter(&result.ink);
    painter.setFont(chosen);
    painter.setPen(Qt::black);
    painter.setLayoutDirection(text.text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    for (qsizetype i = 0; i < lines.lines.size(); ++i) {
        const QString& line = lines.lines.at(i);
        const double room = box.width() - metrics.horizontalAdvance(line);
        const double x = style.align == Align::Left     ? 0
                         : style.align == Align::Centre ? room / 2
                                                        : room;
        const double baseline = top + lines.em * (kAscent + double(i) * kPitch);
        painter.drawText(QPointF(std::round(x), std::round(baseline)), line);
    }
    return result;
}

} // namespace packbench
