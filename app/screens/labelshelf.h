#pragma once

#include <QByteArray>
#include <QList>
#include <QMutex>
#include <QString>

namespace packbench {

/// The label pictures that screens may ask for, newest last. Filled on the GUI thread, read by
/// the thread that decodes pictures.
class LabelShelf {
public:
    /// @returns the address QML's Image takes, empty for an empty picture.
    [[nodiscard]] QString keep(qint64 copyId, const QByteArray& png);
    [[nodiscard]] QByteArray find(const QString& id) const;

private:
    struct Entry {
        QString id;
        QByteArray png;
    };
    mutable QMutex m_mutex;
    QList<Entry> m_entries;
};

} // namespace packbench
