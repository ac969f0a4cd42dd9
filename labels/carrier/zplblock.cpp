#include "labels/carrier/zpltext.h"

#include "labels/sheet.h"

#include <algorithm>
#include <cmath>

namespace packbench {

namespace {

constexpr int kMostLines = 9999;
constexpr int kMostSide = 20'000;

/// "\&" breaks a line, "\\" is a backslash, "\-" allows a hyphen.
QStringList paragraphs(const QString& text) {
    QStringList result{QString()};
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar next = i + 1 < text.size() ? text.at(i + 1) : QChar();
        if (text.at(i) == u'\\' && next == u'&') {
            result.append(QString());
            ++i;
        } else if (text.at(i) == u'\\' && (next == u'\\' || next == u'-')) {
            if (next == u'\\')
                result.last() += u'\\';
            ++i;
        } else {
            result.last() += text.at(i);
        }
    }
    return result;
}

/// Fills lines word by word; a word longer than the line is broken.
class Breaker {
public:
    Breaker(const ZplTypes& types, const ZplFont& font, int width, int indent)
        : m_types(types), m_font(font), m_width(width), m_indent(indent) {}

    void add(const QString& paragraph) {
        QString line;
        double used = 0;
        const double blank = m_types.width(QStringLiteral(" "), m_font);
        const QStringList words = paragraph.split(u' ');
        bool isFirst = true;
        for (const QString& word : words) {
            const double width = m_types.width(word, m_font);
            if (!isFirst && used + blank + width <= room()) {
                line += u' ' + word;
                used += blank + width;
                continue;
            }
            if (!isFirst && !line.isEmpty())
                close(line);
            isFirst = false;
            line = width <= room() ? word : rest(word);
            used = m_types.width(line, m_font);
        }
        close(line);
    }
    [[nodiscard]] QStringList lines() const { return m_lines; }

private:
    [[nodiscard]] double room() const { return m_width - (m_lines.isEmpty() ? 0 : m_indent); }
    void close(const QString& line) {
        if (m_lines.size() < kMostLines)
            m_lines.append(line);
    }
    // What remains of a word after whole lines of it. Characters are measured once each.
    [[nodiscard]] QString rest(const QString& word) {
        QString line;
        double used = 0;
        for (const QChar c : word) {
            const double width = m_types.width(QString(c), m_font);
            if (!line.isEmpty() && used + width > m_width && !c.isLowSurrogate()) {
                close(line);
                line.clear();
                used = 0;
            }
            line += c;
            used += width;
        }
        return line;
    }

    const ZplTypes& m_types;
    const ZplFont& m_font;
    int m_width;
    int m_indent;
    QStringList m_lines;
};

double spareBefore(const ZplBlock& block, double spare) {
    switch (block.align) {
    case 'C': return spare / 2;
    case 'R': return spare;
    default: return 0;
    }
}

} // namespace

int zplBlockHeight(const ZplFont& font, const ZplBlock& block) {
    if (block.width <= 0)
        return font.height;
    if (block.height > 0)
        return block.height;
    return std::min(block.lines * std::max(1, font.height + block.spacing), kMostSide);
}

ZplLine zplTextSheet(const ZplTypes& types, const QString& text, const ZplFont& font,
                     const ZplBlock& block, QString* missing) {
    if (block.width <= 0)
        return types.line(text, font, missing);
    Breaker breaker(types, font, block.width, block.indent);
    const QStringList given = paragraphs(text);
    for (const QString& paragraph : given)
        breaker.add(paragraph);
    QStringList lines = breaker.lines();
    // A printer writes what is too much over the last line; nobody can read it, so it is left out.
    const int pitch = std::max(1, font.height + block.spacing);
    const int most =
        block.height > 0 ? std::max(1, block.height / pitch) : std::max(1, block.lines);
    ZplLine result;
    result.isCut = lines.size() > most;
    lines = lines.mid(0, most);
    const int above = font.height;
    const int rows = above + pitch * static_cast<int>(lines.size()) + font.height;
    result.ink =
        whiteSheet({std::min(block.width + 2 * font.height, kMostSide), std::min(rows, kMostSide)});
    result.origin = {font.height, above + zplAscent(font)};
    result.advance = block.width;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines.at(i).trimmed();
        const ZplLine one = types.line(line, font, missing);
        const int indent = i > 0 && block.align != 'C' ? block.indent : 0;
        const double x = spareBefore(block, block.width - indent - one.advance);
        const QPoint pen = result.origin + QPoint(indent + qRound(x), static_cast<int>(i) * pitch);
        stamp(result.ink, one.ink, pen - one.origin, true);
    }
    return result;
}

} // namespace packbench
