#include "labels/carrier/codepage.h"
#include "labels/carrier/tspl.h"

#include <algorithm>

namespace packbench {

namespace {

struct Cell {
    const char* name;
    int width;
    int height;
    PrinterFace face;
};

// TSPL/TSPL2 manual, TEXT: the built-in fonts of a printer of 8 dots/mm.
constexpr Cell kCells[] = {{"1", 8, 12, PrinterFace::Bitmap},
                           {"2", 12, 20, PrinterFace::Bitmap},
                           {"3", 16, 24, PrinterFace::Bitmap},
                           {"4", 24, 32, PrinterFace::Bitmap},
                           {"5", 32, 48, PrinterFace::Bitmap},
                           {"6", 14, 19, PrinterFace::Ocr},
                           {"7", 21, 27, PrinterFace::Ocr},
                           {"8", 14, 25, PrinterFace::Ocr},
                           {"TSS16.BF2", 8, 16, PrinterFace::Bitmap},
                           {"TSS24.BF2", 12, 24, PrinterFace::Bitmap},
                           {"TSS32.BF2", 16, 32, PrinterFace::Bitmap},
                           {"TST16.BF2", 8, 16, PrinterFace::Bitmap},
                           {"TST24.BF2", 12, 24, PrinterFace::Bitmap},
                           {"K", 12, 24, PrinterFace::Bitmap},
                           {"1.EFT", 10, 12, PrinterFace::Bitmap},
                           {"2.EFT", 12, 16, PrinterFace::Bitmap},
                           {"3.EFT", 14, 20, PrinterFace::Bitmap},
                           {"4.EFT", 16, 24, PrinterFace::Bitmap},
                           {"5.EFT", 36, 48, PrinterFace::Bitmap}};

/// What the bytes of an Asian font's text are, whatever CODEPAGE says.
QByteArray pageOf(const QByteArray& font) {
    if (font.startsWith("TSS"))
        return "936";
    if (font.startsWith("TST"))
        return "950";
    return font == "K" ? QByteArray("949") : QByteArray();
}

Side sideOf(int alignment) {
    return alignment == 2 ? Side::Centre : alignment == 3 ? Side::Right : Side::Left;
}

/// How many characters of a paragraph fit into a line: whole words where there are any.
qsizetype fitting(const QString& text, const PrinterFont& font, int width) {
    constexpr qsizetype kMost = 2000;
    qsizetype low = 1;
    qsizetype high = std::min(text.size(), kMost);
    while (low < high) {
        const qsizetype middle = (low + high + 1) / 2;
        if (textWidth(text.left(middle), font) <= width)
            low = middle;
        else
            high = middle - 1;
    }
    if (low < text.size() && text.at(low).isLowSurrogate())
        ++low;
    if (low >= text.size() || text.at(low).isSpace() || text.at(low).unicode() >= 0x2E80)
        return low;
    const qsizetype space = text.lastIndexOf(u' ', low - 1);
    return space > 0 ? space + 1 : low;
}

QStringList wrapped(const QString& text, const PrinterFont& font, int width, qsizetype most) {
    QStringList lines;
    QString plain = text;
    plain.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    for (QString paragraph : plain.split(u'\n')) {
        do {
            if (lines.size() > most)
                return lines;
            const qsizetype count = paragraph.isEmpty() ? 0 : fitting(paragraph, font, width);
            lines.append(paragraph.left(count).trimmed());
            paragraph.remove(0, count);
        } while (!paragraph.isEmpty());
    }
    return lines;
}

} // namespace

QString TsplInterpreter::textOf(const QByteArray& bytes, const QByteArray& font) {
    const QByteArray own = pageOf(font);
    // Asian fonts read their own page, but UTF-8 where the stream says so.
    if (!own.isEmpty() && !m_codePage.toUpper().startsWith("UTF"))
        return fromCodePage(bytes, own);
    return decoded(bytes, m_codePage);
}

PrinterFont TsplInterpreter::fontOf(const QByteArray& name, double across, double down) {
    constexpr double kMost = 500;
    const double wide = std::clamp(across, 1.0, kMost);
    const double high = std::clamp(down, 1.0, kMost);
    for (const Cell& cell : kCells) {
        if (name == cell.name)
            return {cell.face, cell.height * high, cell.width * wide, 0, false};
    }
    // All others are scalable: the factors are points. 0 and ROMAN.TTF are the printer's own.
    if (name != "0" && name != "ROMAN.TTF")
        find("font-replaced", name,
             QStringLiteral("The font %1 is in a printer's memory, not in the stream; another is "
                            "used.")
                 .arg(quoted(name)));
    const double dotsOfPoint = setup().dotsPerMm * 25.4 / 72;
    return {PrinterFace::Proportional, high * dotsOfPoint, wide * dotsOfPoint, 0, false};
}

void TsplInterpreter::text(TsplValues& values, const TsplCommand& command) {
    TextItem item;
    item.at = at(values);
    const QByteArray font = values.text(2).toUpper();
    item.degrees = values.among(3, {0, 90, 180, 270});
    const double across = values.number(4).value_or(1);
    const double down = values.number(5).value_or(1);
    const qsizetype last = std::max<qsizetype>(values.count() - 1, 6);
    item.side = sideOf(last > 6 ? values.whole(6, 0) : 0);
    const QByteArray content = values.text(last);
    if (!isUsable(values, command))
        return;
    item.font = fontOf(font, across, down);
    item.text = textOf(content, font);
    draw(item);
}

// BLOCK x,y,width,height,"font",rotation,x-mul,y-mul,[space,][align,][fit,]"content"
void TsplInterpreter::block(TsplValues& values, const TsplCommand& command) {
    const QPoint from = at(values);
    const QSize size(values.dots(2), values.dots(3));
    const QByteArray name = values.text(4).toUpper();
    const int degrees = values.among(5, {0, 90, 180, 270});
    const double across = values.number(6).value_or(1);
    const double down = values.number(7).value_or(1);
    const qsizetype last = std::max<qsizetype>(values.count() - 1, 8);
    const int space = last > 8 ? values.whole(8, 0) : 0;
    const Side side = sideOf(last > 9 ? values.whole(9, 0) : 0);
    const bool isFitted = last > 10 && values.whole(10, 0) != 0;
    const QByteArray content = values.text(last);
    if (!isUsable(values, command) || !isDrawable(size, command))
        return;
    if (isFitted)
        find("bad-parameter", "BLOCK fit",
             QStringLiteral("'BLOCK' asks to shrink its text to fit; it is drawn at full size."));
    const PrinterFont font = fontOf(name, across, down);
    const int pitch = std::max(static_cast<int>(font.height) + std::clamp(space, -100, 1000), 1);
    const qsizetype most = size.height() / pitch + 1;
    const QString text = textOf(content, name);
    if (!mayDraw(size, text.size() * 10'000))
        return;
    Canvas page(size, setup().dotsPerMm);
    QString missing;
    int y = 0;
    for (const QString& line : wrapped(text, font, size.width(), most)) {
        if (y + static_cast<int>(font.height) > size.height()) {
            find("text-cut", "BLOCK",
                 QStringLiteral("The text of a 'BLOCK' does not fit its box; its end is missing."));
            break;
        }
        const QImage sheet = line.isEmpty() ? QImage() : textSheet(line, font, &missing);
        const int room = size.width() - sheet.width();
        const int x = side == Side::Left ? 0 : side == Side::Centre ? room / 2 : room;
        if (!sheet.isNull())
            page.put(sheet, QPoint(x, y));
        y += pitch;
    }
    noteMissing(missing);
    draw(page.sheet(), from, degrees);
}

} // namespace packbench
