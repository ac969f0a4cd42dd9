#include "drivers/greypicture.h"

#include <QVideoFrame>
#include <QVideoFrameFormat>

namespace packbench {
namespace {

using Format = QVideoFrameFormat::PixelFormat;

/// How far apart the bytes of brightness lie, and where the first one is.
struct Brightness {
    int step = 0; ///< 0: not known
    int first = 0;
};

Brightness brightnessOf(Format format) {
    switch (format) {
    case QVideoFrameFormat::Format_YUV420P:
    case QVideoFrameFormat::Format_YUV422P:
    case QVideoFrameFormat::Format_YV12:
    case QVideoFrameFormat::Format_NV12:
    case QVideoFrameFormat::Format_NV21:
    case QVideoFrameFormat::Format_IMC1:
    case QVideoFrameFormat::Format_IMC2:
    case QVideoFrameFormat::Format_IMC3:
    case QVideoFrameFormat::Format_IMC4:
    case QVideoFrameFormat::Format_Y8: return {1, 0};
    case QVideoFrameFormat::Format_YUYV: return {2, 0};
    case QVideoFrameFormat::Format_UYVY:
    case QVideoFrameFormat::Format_Y16: return {2, 1};
    // Green is most of the brightness, and codes are black on white.
    case QVideoFrameFormat::Format_BGRA8888:
    case QVideoFrameFormat::Format_BGRX8888:
    case QVideoFrameFormat::Format_RGBA8888:
    case QVideoFrameFormat::Format_RGBX8888: return {4, 1};
    case QVideoFrameFormat::Format_ARGB8888:
    case QVideoFrameFormat::Format_XRGB8888:
    case QVideoFrameFormat::Format_ABGR8888:
    case QVideoFrameFormat::Format_XBGR8888: return {4, 2};
    default: return {};
    }
}

QImage taken(const QVideoFrame& frame, const Brightness& brightness) {
    QImage grey(frame.width(), frame.height(), QImage::Format_Grayscale8);
    const qsizetype stride = frame.bytesPerLine(0);
    const qsizetype needed = qsizetype(frame.width()) * brightness.step;
    if (grey.isNull() || stride < needed || stride * frame.height() > frame.mappedBytes(0))
        return {};
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* from = frame.bits(0) + y * stride + brightness.first;
        uchar* to = grey.scanLine(y);
        for (int x = 0; x < grey.width(); ++x, from += brightness.step)
            to[x] = *from;
    }
    return grey;
}

QImage unpacked(const QVideoFrame& frame) {
    const auto* bytes = frame.bits(0);
    return QImage::fromData(bytes, frame.mappedBytes(0), "JPG")
        .convertToFormat(QImage::Format_Grayscale8);
}

} // namespace

QImage greyPicture(const QVideoFrame& frame) {
    // Not by toImage(): that may want a graphics context, and this is no thread for one.
    const bool isPacked = frame.pixelFormat() == QVideoFrameFormat::Format_Jpeg;
    const Brightness brightness = brightnessOf(frame.pixelFormat());
    QVideoFrame mapped = frame;
    if ((brightness.step == 0 && !isPacked) || !mapped.map(QVideoFrame::ReadOnly))
        return {};
    const QImage grey = isPacked ? unpacked(mapped) : taken(mapped, brightness);
    mapped.unmap();
    return grey;
}

} // namespace packbench
