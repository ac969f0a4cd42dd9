#include "labels/carrier/epl2.h"
#include "labels/carrier/storedpicture.h"

#include <algorithm>

namespace packbench {

namespace {

struct Cell {
    int width;
    int height;
    int spacing;
};

// EPL2 manual, A: fonts 1 to 5 of printers of 203 and 300 dpi; between two cells lie two dots, four
// in font 5, as the manual's characters per inch have it.
constexpr Cell kCells203[] = {{8, 12, 2}, {10, 16, 2}, {12, 20, 2}, {14, 24, 2}, {32, 48, 4}};
constexpr Cell kCells300[] = {{12, 20, 2}, {16, 28, 2}, {20, 36, 2}, {24, 44, 2}, {48, 80, 4}};

} // namespace

PrinterFont Epl2Interpreter::fontOf(const QByteArray& name, int across, int down) {
    const int wide = std::clamp(across, 1, 9);
    const int high = std::clamp(down, 1, 9);
    const bool isFine = setup().dotsPerMm > 8;
    const int number = name.toInt();
    Cell cell = isFine ? kCells300[2] : kCells203[2];
    if (number >= 1 && number <= 5)
        cell = isFine ? kCells300[number - 1] : kCells203[number - 1];
    else if (number == 6 || number == 7)
        cell = {14, 19, 2};
    else if (number == 8 || number == 9)
        cell = {12, 24, 0};
    else
        find("font-replaced", name,
             QStringLiteral("The font %1 is in a printer's memory, not in the stream; another is "
                            "used.")
                 .arg(quoted(name)));
    const PrinterFace face = number == 6 || number == 7 ? PrinterFace::Ocr : PrinterFace::Bitmap;
    return {face, double(cell.height * high), double(cell.width * wide),
            double(cell.spacing * wide), false};
}

// Ax,y,rotation,font,across,down,N|R,"data"
void Epl2Interpreter::text(QByteArrayView rest) {
    Epl2Values values = epl2Values(rest, m_variables);
    TextItem item;
    item.at = at(values);
    const int rotation = values.number(2);
    if (rotation < 0 || rotation > 7)
        values.problem = QStringLiteral("its rotation is none of 0 to 7");
    const int across = values.number(4);
    const int down = values.number(5);
    item.isReversed = values.plain.value(6) == "R";
    if (!isUsable(values, "A"))
        return;
    item.degrees = rotation % 4 * 90;
    item.font = fontOf(values.plain.value(3), across, down);
    item.text = decoded(values.data, m_codePage);
    draw(item);
}

void Epl2Interpreter::fill(QByteArrayView rest, const char* name, Ink ink) {
    Epl2Values values = epl2Values(rest, {});
    const QPoint from = at(values);
    const QSize size(values.number(2), values.number(3));
    if (!isUsable(values, name))
        return;
    const QRect place(from, size);
    if (mayDraw((place & QRect(QPoint(0, 0), canvas().size())).size()))
        canvas().fill(place, ink);
}

void Epl2Interpreter::lineBlack(QByteArrayView rest) {
    fill(rest, "LO", Ink::Black);
}

void Epl2Interpreter::lineInverted(QByteArrayView rest) {
    fill(rest, "LE", Ink::Invert);
}

void Epl2Interpreter::lineWhite(QByteArrayView rest) {
    fill(rest, "LW", Ink::White);
}

// LSx,y,thickness,end x,end y
void Epl2Interpreter::lineDiagonal(QByteArrayView rest) {
    Epl2Values values = epl2Values(rest, {});
    const QPoint from = at(values);
    const int thick = values.number(2);
    const QPoint to = QPoint(values.number(3), values.number(4)) + m_reference;
    if (isUsable(values, "LS") && mayDraw(canvas().size()))
        canvas().line(from, to, std::clamp(thick, 1, 10'000));
}

// Xx,y,thickness,end x,end y
void Epl2Interpreter::box(QByteArrayView rest) {
    Epl2Values values = epl2Values(rest, {});
    const QPoint one = at(values);
    const int thick = values.number(2);
    const QPoint other = QPoint(values.number(3), values.number(4)) + m_reference;
    if (!isUsable(values, "X"))
        return;
    const QRect place(QPoint(std::min(one.x(), other.x()), std::min(one.y(), other.y())),
                      QPoint(std::max(one.x(), other.x()), std::max(one.y(), other.y())));
    const QSize most = setup().mostDots;
    if (place.width() <= most.width() && place.height() <= most.height())
        draw(boxSheet(place.size(), std::max(thick, 1), 0), place.topLeft(), 0);
    else
        find("bad-parameter", "X",
             QStringLiteral("'X' asks for a box larger than any label; it is not drawn."));
}

// GWx,y,bytes a row,rows,data (or the data behind a line's end) and GM"name"size, data behind the
// line's end
void Epl2Interpreter::picture(QByteArrayView rest) {
    if (rest.trimmed().startsWith('"')) {
        store("GRAPHIC " + rest.sliced(0, rest.lastIndexOf('"')).toByteArray().mid(1), m_data);
        return;
    }
    Epl2Values values = epl2Values(rest, {});
    const QPoint from = at(values);
    const int rowBytes = values.number(2);
    const int rows = values.number(3);
    if (isUsable(values, "GW") && rowBytes > 0 && rows > 0 &&
        m_data.size() == qsizetype(rowBytes) * rows)
        draw(burntSheet(m_data, rowBytes, rows), from, 0);
    m_data.clear();
}

void Epl2Interpreter::drawStored(QByteArrayView rest) {
    Epl2Values values = epl2Values(rest, m_variables);
    const QPoint from = at(values);
    if (!isUsable(values, "GG"))
        return;
    const QByteArray* file = stored("GRAPHIC " + values.data);
    const QImage sheet = file != nullptr && mayDraw(canvas().size(), file->size() * 10)
                             ? pcxSheet(*file, setup().mostDots)
                             : QImage();
    if (sheet.isNull())
        find("unknown-picture", values.data,
             QStringLiteral("The picture %1 is not in the stream or cannot be read; it is not "
                            "drawn.")
                 .arg(quoted(values.data)));
    else
        draw(sheet, from, 0);
}

} // namespace packbench
