// Text from top to bottom: one character under the other, lines from right to left.
#include "labels/sheet.h"
#include "labels/typesetter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace packbench {

namespace {

constexpr double kCell = 1.06;  ///< of the em: from one character to the next below
constexpr double kLine = 1.10;  ///< width of the only line
constexpr double kPitch = 1.20; ///< from one line to the next
constexpr double kAscent = 0.88;
constexpr int kLeastEm = 8;

// Unicode, "Vertical forms" and "CJK compatibility forms": what lies when lines lie stands upright.
constexpr std::array<std::pair<char16_t, char16_t>, 19> kUpright{{
    {u'（', u'︵'}, {u'）', u'︶'}, {u'(', u'︵'},  {u')', u'︶'},  {u'《', u'︽'},
    {u'》', u'︾'}, {u'〈', u'︿'}, {u'〉', u'﹀'}, {u'「', u'﹁'}, {u'」', u'﹂'},
    {u'『', u'﹃'}, {u'』', u'﹄'}, {u'【', u'︻'}, {u'】', u'︼'}, {u'…', u'︙'},
    {u'—', u'︱'},  {u'，', u'︐'}, {u'。', u'︒'}, {u'、', u'︑'},
}};

QString upright(const QString& character) {
    for (const auto& [lying, standing] : kUpright) {
        if (character.size() == 1 && character.front() == lying)
            return QString(QChar(standing));
    }
    return character;
}

QStringList charactersOf(const QString& text) {
    QStringList characters;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype from = 0;
    while (finder.toNextBoundary() >= 0) {
        characters.append(upright(text.mid(from, finder.position() - from)));
        from = finder.position();
    }
    return characters;
}

struct Columns {
    int em = 0;
    qsizetype lines = 1;
    qsizetype perLine = 1;

    [[nodiscard]] qsizetype room() const { return lines * perLine; }
};

Columns columnsAt(int em, QSize box, bool wraps) {
    Columns columns{em, 1, 1};
    columns.perLine = std::max<qsizetype>(1, qsizetype(box.height() / (em * kCell)));
    if (wraps)
        columns.lines +=
            std::max<qsizetype>(0, qsizetype((box.width() - em * kLine) / (em * kPitch)));
    return columns;
}

/// The largest size at which all characters have room; the least one when none has.
Columns columnsFor(qsizetype count, QSize box, const TextStyle& style) {
    const auto emOf = [](int dots) { return std::max(kLeastEm, static_cast<int>(dots / kLine)); };
    const int most = emOf(std::min(style.lineDots, box.width()));
    const int least = style.fit == Fit::Cut ? most : std::min(most, emOf(style.leastLineDots));
    for (int em = most; em > least; --em) {
        const Columns columns = columnsAt(em, box, style.fit == Fit::Wrap);
        if (columns.room() >= count)
            return columns;
    }
    return columnsAt(least, box, style.fit == Fit::Wrap);
}

double offset(double spare, int place) {
    return place == 0 ? 0 : place == 1 ? spare / 2 : spare;
}

} // namespace

SetText Typesetter::setVertical(const PrintableText& text, QSize box,
                                const TextStyle& style) const {
    SetText result{whiteSheet(box), false};
    QStringList characters = charactersOf(text.text);
    const Columns columns = columnsFor(characters.size(), box, style);
    if (characters.size() > columns.room()) {
        result.cut = true;
        characters = characters.mid(0, columns.room() - 1) << QStringLiteral("︙");
    }
    const qsizetype lines = (characters.size() + columns.perLine - 1) / columns.perLine;
    const double em = columns.em;
    const double width = em * (kLine + double(lines - 1) * kPitch);
    const double left = offset(box.width() - width, static_cast<int>(style.align));
    const qsizetype tallest = std::min(characters.size(), columns.perLine);
    const double top =
        offset(box.height() - double(tallest) * em * kCell, static_cast<int>(style.verticalAlign));
    const QFont chosen = font(columns.em, style, text.borrowed);
    const QFontMetricsF metrics(chosen);
    QPainter painter(&result.ink);
    painter.setFont(chosen);
    painter.setPen(Qt::black);
    for (qsizetype i = 0; i < characters.size(); ++i) {
        const QString& character = characters.at(i);
        const double line = left + width - em * (kLine + double(i / columns.perLine) * kPitch);
        const double x = line + (em * kLine - metrics.horizontalAdvance(character)) / 2;
        const double baseline = top + em * (kAscent + double(i % columns.perLine) * kCell);
        painter.drawText(QPointF(std::round(x), std::round(baseline)), character);
    }
    return result;
}

} // namespace packbench
