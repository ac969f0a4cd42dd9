#pragma once

#include "ledger/auditentry.h"

#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <initializer_list>
#include <optional>
#include <vector>

namespace packbench {

/// Where an entry stands, for whoever is told what it says.
struct AuditPlace {
    QString bench;
    qint64 seq = 0;
    Instant at;
};

/// A fact's text as a number: another one in every run, so nobody can find a second text for it.
[[nodiscard]] quint64 auditFact(const QString& text);
/// A fact of an entry as the text that a row's column is read as.
[[nodiscard]] QString auditFactText(const QJsonValue& value);
[[nodiscard]] QString auditFactText(bool flag);

/// What the entries tell of the rows of one table, fact by fact. Kept as numbers: a year of entries
/// fits into memory.
template <typename Key>
class ToldRows {
public:
    struct Row {
        AuditPlace place;    ///< of the newest entry about it
        quint32 present = 0; ///< a bit for each fact that an entry told
        std::size_t first = 0;
    };

    explicit ToldRows(std::initializer_list<const char*> facts) : m_names(facts) {}

    /// Takes what of its facts the object has. Each chain is in its own order, several benches' by
    /// their clocks.
    void tell(const AuditPlace& place, const Key& key, const QJsonObject& body) {
        Row& row = rowOf(key);
        const bool isOlder =
            row.place.seq > 0 && row.place.bench != place.bench && place.at < row.place.at;
        if (!isOlder)
            row.place = place;
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            const QJsonValue value = body.value(QLatin1String(m_names[i]));
            const quint32 bit = 1U << i;
            if (value.isUndefined() || (isOlder && (row.present & bit) != 0))
                continue;
            row.present |= bit;
            m_facts[row.first + i] = auditFact(auditFactText(value));
        }
    }

    /// The row, which is asked for once. Nothing when no entry tells of it.
    [[nodiscard]] std::optional<Row> take(const Key& key) {
        const auto found = m_rows.constFind(key);
        if (found == m_rows.cend())
            return std::nullopt;
        const Row row = *found;
        m_rows.erase(found);
        return row;
    }

    /// The names of the facts that are not as they were told; `now` has one text for each.
    [[nodiscard]] QStringList differing(const Row& row, const QStringList& now) const {
        QStringList names;
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            if ((row.present & (1U << i)) != 0 &&
                m_facts[row.first + i] != auditFact(now.at(qsizetype(i))))
                names += QLatin1String(m_names[i]);
        }
        return names;
    }

    /// Those that nobody took.
    [[nodiscard]] const QHash<Key, Row>& left() const { return m_rows; }

private:
    Row& rowOf(const Key& key) {
        const auto found = m_rows.find(key);
        if (found != m_rows.end())
            return *found;
        Row row;
        row.first = m_facts.size();
        m_facts.resize(m_facts.size() + m_names.size());
        return *m_rows.insert(key, row);
    }

    std::vector<const char*> m_names;
    std::vector<quint64> m_facts; ///< of all rows, one behind the other
    QHash<Key, Row> m_rows;
};

} // namespace packbench
