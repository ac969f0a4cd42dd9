#include "labels/drawing.h"
#include "labels/sheet.h"

namespace packbench {

namespace {

constexpr double kRowPerFont = 1.3;
constexpr double kColumnGapMm = 1;

QList<TableColumn> columnsOf(const TemplateItem& item) {
    if (!item.columns.isEmpty())
        return item.columns;
    return {{item.field, item.mm.width(), item.align, item.fit}};
}

/// True when the text was cut although the template does not allow for it.
bool drawCell(Drawing& drawing, const TemplateItem& item, const QRect& place,
              const PrintableText& text, const TableColumn& column) {
    TextStyle style = styleOf(drawing, item);
    style.align = column.align;
    style.fit = column.fit;
    const SetText cell = drawing.typesetter.set(text, place.size(), style);
    stamp(drawing.sheet, cell.ink, place.topLeft(), true);
    return cell.cut && column.fit != Fit::Cut;
}

/// One row; how many of its cells were cut.
int drawRow(Drawing& drawing, const QString& who, const TemplateItem& item, double topMm,
            const QHash<QString, QString>& row) {
    int cut = 0;
    double x = item.mm.left();
    const double height = item.rowMm > 0 ? item.rowMm : item.fontMm * kRowPerFont;
    const auto columns = columnsOf(item);
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const TableColumn& column = columns.at(i);
        const double gap = i + 1 < columns.size() ? kColumnGapMm : 0;
        const QRect place = drawing.dots(QRectF(x, topMm, column.widthMm - gap, height));
        cut += drawCell(drawing, item, place, textFor(drawing, who, column.field, &row), column);
        x += column.widthMm;
    }
    return cut;
}

void drawMore(Drawing& drawing, const QString& who, const TemplateItem& item, double topMm,
              qsizetype left) {
    const double height = item.rowMm > 0 ? item.rowMm : item.fontMm * kRowPerFont;
    const QHash<QString, QString> row{{QStringLiteral("n"), QString::number(left)}};
    const QRect place = drawing.dots(QRectF(item.mm.left(), topMm, item.mm.width(), height));
    drawCell(drawing, item, place, textFor(drawing, who, item.more, &row),
             {item.more, item.mm.width(), Align::Left, Fit::Shrink});
}

} // namespace

void drawTable(Drawing& drawing, const QString& who, const TemplateItem& item) {
    const auto rows = drawing.fields.rows.value(item.rows);
    const double height = item.rowMm > 0 ? item.rowMm : item.fontMm * kRowPerFont;
    const qsizetype room = static_cast<qsizetype>((item.mm.height() + 1e-6) / height);
    const qsizetype shown = rows.size() <= room ? rows.size() : std::max<qsizetype>(0, room - 1);
    int cut = 0;
    for (qsizetype i = 0; i < shown; ++i)
        cut += drawRow(drawing, who, item, item.mm.top() + double(i) * height, rows.at(i));
    if (shown < rows.size() && room > 0)
        drawMore(drawing, who, item, item.mm.top() + double(shown) * height, rows.size() - shown);
    if (cut > 0)
        drawing.find("text-cut", who,
                     QStringLiteral("%1 of its cells had to be cut to fit.").arg(cut));
}

} // namespace packbench
