#include "screens/pictures.h"

#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>
#include <QUrl>

namespace packbench {

namespace {

const QString kRoot = QStringLiteral(":/qt/qml/Packbench/Screens/");

QByteArray fileContent(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QImage drawn(const QByteArray& svg, const QSize& size) {
    QImage image(size.isValid() && !size.isEmpty() ? size : QSize(48, 48),
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(QPointF(), QSizeF(image.size())));
    return image;
}

QImage readScaled(const QString& path, const QSize& wanted) {
    QImageReader reader(path);
    reader.setAutoTransform(true);
    QSize size = reader.size();
    if (size.isValid() && wanted.isValid()) {
        size.scale(wanted, Qt::KeepAspectRatio);
        reader.setScaledSize(size.expandedTo(QSize(1, 1)));
    }
    return reader.read();
}

} // namespace

IconPictures::IconPictures() : QQuickImageProvider(QQuickImageProvider::Image) {}

QImage IconPictures::requestImage(const QString& id, QSize* size, const QSize& wanted) {
    const QString key = QStringLiteral("%1/%2x%3").arg(id).arg(wanted.width()).arg(wanted.height());
    QImage& image = m_drawn[key];
    if (image.isNull()) {
        const QStringList parts = id.split(QLatin1Char('/'));
        QByteArray svg = fileContent(kRoot + QStringLiteral("icons/%1.svg").arg(parts.value(0)));
        svg.replace("#ffffff", "#second");
        svg.replace("#000000", '#' + parts.value(1).toLatin1());
        svg.replace("#second", '#' + parts.value(2).toLatin1());
        image = drawn(svg, wanted);
    }
    *size = image.size();
    return image;
}

GoodsPictures::GoodsPictures(QString folder)
    : QQuickImageProvider(QQuickImageProvider::Image,
                          QQmlImageProviderBase::ForceAsynchronousImageLoading)
    , m_folder(std::move(folder)) {}

QImage GoodsPictures::requestImage(const QString& encoded, QSize* size, const QSize& wanted) {
    const QString id = QUrl::fromPercentEncoding(encoded.toUtf8());
    const QString ours = QStringLiteral("goods:");
    QImage image;
    if (id.startsWith(ours)) {
        const QString name = QFileInfo(id.mid(ours.size())).completeBaseName();
        const QByteArray svg = fileContent(kRoot + QStringLiteral("goods/%1.svg").arg(name));
        if (!svg.isEmpty())
            image = drawn(svg, wanted);
    } else if (!id.isEmpty() && !m_folder.isEmpty()) {
        image = readScaled(m_folder + QLatin1Char('/') + QFileInfo(id).fileName(), wanted);
    }
    if (image.isNull())
        image = drawn(fileContent(kRoot + QStringLiteral("goods/none.svg")), wanted);
    *size = image.size();
    return image;
}

LabelPictures::LabelPictures(const LabelShelf& shelf)
    : QQuickImageProvider(QQuickImageProvider::Image,
                          QQmlImageProviderBase::ForceAsynchronousImageLoading)
    , m_shelf(shelf) {}

QImage LabelPictures::requestImage(const QString& id, QSize* size, const QSize& wanted) {
    QImage image = QImage::fromData(m_shelf.find(id)).convertToFormat(QImage::Format_RGB32);
    if (image.isNull()) {
        image = QImage(2, 3, QImage::Format_RGB32);
        image.fill(Qt::white);
    }
    if (wanted.width() > 0 && wanted.height() > 0)
        image = image.scaled(wanted, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    *size = image.size();
    return image;
}

} // namespace packbench
