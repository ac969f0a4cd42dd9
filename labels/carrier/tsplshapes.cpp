#include "labels/carrier/storedpicture.h"
#include "labels/carrier/tspl.h"

#include <algorithm>

namespace packbench {

void TsplInterpreter::fill(TsplValues& values, const TsplCommand& command, Ink ink) {
    const QPoint from = at(values);
    const QSize size(values.dots(2), values.dots(3));
    if (!isUsable(values, command))
        return;
    const QRect place(from, size);
    if (mayDraw((place & QRect(QPoint(0, 0), canvas().size())).size()))
        canvas().fill(place, ink);
}

void TsplInterpreter::bar(TsplValues& values, const TsplCommand& command) {
    fill(values, command, Ink::Black);
}

void TsplInterpreter::reverse(TsplValues& values, const TsplCommand& command) {
    fill(values, command, Ink::Invert);
}

void TsplInterpreter::erase(TsplValues& values, const TsplCommand& command) {
    fill(values, command, Ink::White);
}

void TsplInterpreter::box(TsplValues& values, const TsplCommand& command) {
    const QPoint one = at(values, 0);
    const QPoint other = at(values, 2);
    const int thick = values.dots(4);
    const int radius = values.has(5) ? values.dots(5) : 0;
    if (!isUsable(values, command))
        return;
    const QRect place = QRect(QPoint(std::min(one.x(), other.x()), std::min(one.y(), other.y())),
                              QPoint(std::max(one.x(), other.x()), std::max(one.y(), other.y())));
    if (isDrawable(place.size(), command))
        draw(roundBoxSheet(place.size(), std::max(thick, 1), radius), place.topLeft(), 0);
}

void TsplInterpreter::circle(TsplValues& values, const TsplCommand& command) {
    const QPoint from = at(values);
    const int diameter = values.dots(2);
    const int thick = values.dots(3);
    if (isUsable(values, command) && isDrawable(QSize(diameter, diameter), command))
        draw(ellipseSheet(QSize(diameter, diameter), std::max(thick, 1)), from, 0);
}

void TsplInterpreter::ellipse(TsplValues& values, const TsplCommand& command) {
    const QPoint from = at(values);
    const QSize size(values.dots(2), values.dots(3));
    const int thick = values.dots(4);
    if (isUsable(values, command) && isDrawable(size, command))
        draw(ellipseSheet(size, std::max(thick, 1)), from, 0);
}

void TsplInterpreter::diagonal(TsplValues& values, const TsplCommand& command) {
    const QPoint from = at(values, 0);
    const QPoint to = at(values, 2);
    const int thick = values.has(4) ? values.dots(4) : 1;
    if (isUsable(values, command) && mayDraw(canvas().size()))
        canvas().line(from, to, std::min(thick, 10'000));
}

void TsplInterpreter::bitmap(TsplValues& values, const TsplCommand& command) {
    const QPoint from = at(values);
    const int rowBytes = values.whole(2);
    const int rows = values.whole(3);
    const int mode = values.among(4, {0, 1, 2});
    if (!isUsable(values, command))
        return;
    if (command.data.size() != qsizetype(rowBytes) * rows) {
        find("bad-parameter", command.name,
             QStringLiteral("'BITMAP' has no data behind its numbers; it is not drawn."));
        return;
    }
    if (command.data.isEmpty())
        return;
    const Ink ink = mode == 0 ? Ink::Replace : mode == 1 ? Ink::Black : Ink::Invert;
    draw(burntSheet(command.data, rowBytes, rows), from, 0, ink);
}

void TsplInterpreter::download(TsplValues& values, const TsplCommand& command) {
    const QByteArray place = values.word(0);
    const bool isKept = place == "F" || place == "E";
    const QByteArray name = values.text(isKept ? 1 : 0).toUpper();
    if (name.endsWith(".BAS") || isKept)
        find("changes-printer", "DOWNLOAD",
             QStringLiteral("'DOWNLOAD' keeps %1 in the printer's memory; here it lasts for this "
                            "stream only.")
                 .arg(quoted(name)));
    if (values.count() > (isKept ? 2 : 1) && isUsable(values, command))
        store(name, command.data);
}

void TsplInterpreter::putPicture(TsplValues& values, const TsplCommand& command) {
    const QPoint from = at(values);
    const QByteArray name = values.text(2).toUpper();
    if (!isUsable(values, command))
        return;
    const QByteArray* file = stored(name);
    if (file == nullptr) {
        find("unknown-picture", name,
             QStringLiteral("The picture %1 is in a printer's memory, not in the stream; it is not "
                            "drawn.")
                 .arg(quoted(name)));
        return;
    }
    if (!mayDraw(canvas().size(), file->size() * 10))
        return;
    const QImage sheet = command.name == "PUTPCX" ? pcxSheet(*file, setup().mostDots)
                                                  : bmpSheet(*file, setup().mostDots);
    if (sheet.isNull())
        find("unknown-picture", name,
             QStringLiteral("The picture %1 cannot be read; it is not drawn.").arg(quoted(name)));
    else
        draw(sheet, from, 0);
}

} // namespace packbench
