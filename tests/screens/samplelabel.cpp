#include "samples.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

namespace packbench::samples {

namespace {

void drawBars(QPainter& painter, const QRect& box, quint32 seed) {
    int x = box.left();
    while (x < box.right() - 12) {
        seed = seed * 1664525u + 1013904223u;
        const int bar = 2 + int(seed >> 28) % 3 * 2;
        painter.fillRect(QRect(x, box.top(), bar, box.height()), Qt::black);
        x += bar + 3 + int(seed >> 24 & 7);
    }
}

void drawSquares(QPainter& painter, const QRect& box) {
    quint32 seed = 77;
    const int cell = box.width() / 25;
    for (int i = 0; i < 625; ++i) {
        seed = seed * 1664525u + 1013904223u;
        if (seed >> 31)
            painter.fillRect(box.left() + i % 25 * cell, box.top() + i / 25 * cell, cell, cell,
                             Qt::black);
    }
    for (const QPoint& corner : {QPoint(0, 0), QPoint(18, 0), QPoint(0, 18)}) {
        const QRect eye(box.topLeft() + corner * cell, QSize(7 * cell, 7 * cell));
        painter.fillRect(eye, Qt::black);
        painter.fillRect(eye.adjusted(cell, cell, -cell, -cell), Qt::white);
        painter.fillRect(eye.adjusted(2 * cell, 2 * cell, -2 * cell, -2 * cell), Qt::black);
    }
}

void write(QPainter& painter, QPoint place, int size, const char* text) {
    QFont font = painter.font();
    font.setPixelSize(size);
    font.setBold(size >= 36);
    painter.setFont(font);
    painter.drawText(place, QString::fromUtf8(text));
}

} // namespace

QByteArray labelPng() {
    static const QByteArray kPng = [] {
        QImage page(800, 1200, QImage::Format_RGB32);
        page.fill(Qt::white);
        QPainter painter(&page);
        painter.setPen(QPen(Qt::black, 4));
        for (const int y : {120, 290, 560, 720, 800, 1060})
            painter.drawLine(20, y, 780, y);
        write(painter, {40, 88}, 56, "申通快递");
        write(painter, {600, 84}, 36, "1 / 1 箱");
        write(painter, {40, 250}, 120, "571-A03");
        write(painter, {620, 250}, 88, "12");
        drawBars(painter, {80, 320, 640, 160}, 4711);
        write(painter, {220, 536}, 44, "7730 2014 8806 215");
        write(painter, {110, 620}, 44, "王**  140******46");
        write(painter, {110, 690}, 40, "浙江 杭州 西湖区 ***");
        write(painter, {40, 776}, 32, "寄  一号仓  0571-*****18");
        write(painter, {40, 860}, 34, "亚麻短袖衬衫 雾灰 M ×2");
        write(painter, {40, 912}, 34, "正山小种红茶 ×1");
        write(painter, {40, 964}, 34, "月光石银吊坠 ×1");
        write(painter, {40, 1016}, 34, "台灯 ×1  中筒袜 ×2");
        drawSquares(painter, {530, 820, 225, 225});
        write(painter, {40, 1120}, 40, "7 件");
        write(painter, {560, 1120}, 34, "打包台 03");
        write(painter, {560, 1170}, 34, "11-21 15:21");
        painter.end();
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        page.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither).save(&buffer, "PNG");
        return bytes;
    }();
    return kPng;
}

} // namespace packbench::samples
