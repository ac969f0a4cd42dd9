#pragma once

#include <QHash>
#include <QList>
#include <QStringList>

namespace packbench {

/// Which codes in front of a camera are new. A code counts once for as long as it stays in view; a
/// picture in which it was not read does not mean that it was taken away. One that bars alone
/// vouch for counts when a second picture says the same. Pure: fed with times.
class ViewMemory {
public:
    struct Sight {
        QString name;
        bool isCertain = true; ///< the code corrects its own errors
    };
    /// The names that are new, each once, in order.
    [[nodiscard]] QStringList news(const QList<Sight>& sights, qint64 nowMs);

    static constexpr qint64 kGoneMs = 1000; ///< not read for so long: it left the view

private:
    struct Known {
        qint64 seenMs = 0;
        bool isTold = false;
    };
    QHash<QString, Known> m_known;
};

} // namespace packbench
