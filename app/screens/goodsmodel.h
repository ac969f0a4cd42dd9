#pragma once

#include "bench/snapshot.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace packbench {

/// One piece of goods as a card shows it: picture, name, properties, bin.
class GoodsModel : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(GoodsModel)
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(bool known READ isKnown NOTIFY changed)
    Q_PROPERTY(QString sku READ sku NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString bin READ bin NOTIFY changed)
    Q_PROPERTY(QString picture READ picture NOTIFY changed)
    Q_PROPERTY(QString codeTail READ codeTail NOTIFY changed)
    Q_PROPERTY(QString line READ line NOTIFY changed)
    /// Each part: name, value, differs, share (of the width, 0 … 1).
    Q_PROPERTY(QVariantList parts READ parts NOTIFY changed)
public:
    using QObject::QObject;

    void show(const std::optional<ShownItem>& item, const QStringList& differing = {});

    [[nodiscard]] bool isKnown() const { return m_known; }
    [[nodiscard]] QString sku() const { return m_item.sku; }
    [[nodiscard]] QString title() const { return m_item.title; }
    [[nodiscard]] QString bin() const { return m_item.bin; }
    [[nodiscard]] QString picture() const { return m_item.picture; }
    [[nodiscard]] QString codeTail() const { return m_item.codeTail; }
    [[nodiscard]] QString line() const;
    [[nodiscard]] QVariantList parts() const { return m_parts; }

Q_SIGNALS:
    void changed();

private:
    bool m_known = false;
    ShownItem m_item;
    QStringList m_differing;
    QVariantList m_parts;
};

} // namespace packbench
