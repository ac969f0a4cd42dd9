#include "screens/labelshelf.h"

#include <QMutexLocker>

namespace packbench {

namespace {
constexpr qsizetype kKept = 128;
}

QString LabelShelf::keep(qint64 copyId, const QByteArray& png) {
    if (png.isEmpty())
        return {};
    const QString id = QStringLiteral("%1-%2").arg(copyId).arg(qulonglong(qHash(png)), 0, 16);
    QString address = QStringLiteral("image://label/") + id;
    const QMutexLocker lock(&m_mutex);
    for (const Entry& entry : m_entries) {
        if (entry.id == id)
            return address;
    }
    m_entries.append({id, png});
    if (m_entries.size() > kKept)
        m_entries.removeFirst();
    return address;
}

QByteArray LabelShelf::find(const QString& id) const {
    const QMutexLocker lock(&m_mutex);
    for (const Entry& entry : m_entries) {
        if (entry.id == id)
            return entry.png;
    }
    return {};
}

} // namespace packbench
