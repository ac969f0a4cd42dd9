#pragma once

#include "screens/labelshelf.h"

#include <QHash>
#include <QQuickImageProvider>

namespace packbench {

/// Our own drawings in any two colours: "image://icon/<name>/<rrggbb>/<rrggbb>". Kept once drawn:
/// a verdict must not wait for an SVG.
class IconPictures : public QQuickImageProvider {
public:
    IconPictures();
    QImage requestImage(const QString& id, QSize* size, const QSize& wanted) override;

private:
    QHash<QString, QImage> m_drawn;
};

/// Pictures of goods by file name, read off the GUI thread. "goods:<name>" is one of our own
/// drawings; a picture that is not there becomes a plain carton, never a warning.
class GoodsPictures : public QQuickImageProvider {
public:
    explicit GoodsPictures(QString folder);
    QImage requestImage(const QString& id, QSize* size, const QSize& wanted) override;

private:
    QString m_folder;
};

/// Finished labels, smoothly scaled from one bit per dot.
class LabelPictures : public QQuickImageProvider {
public:
    explicit LabelPictures(const LabelShelf& shelf);
    QImage requestImage(const QString& id, QSize* size, const QSize& wanted) override;

private:
    const LabelShelf& m_shelf;
};

} // namespace packbench
