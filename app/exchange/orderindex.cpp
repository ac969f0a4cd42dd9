#include "exchange/orderindex.h"

#include <QHash>

#include <algorithm>

namespace packbench {

namespace {

quint64 hashOf(const QString& group) {
    return quint64(qHash(group, size_t(0x9E3779B97F4A7C15ULL)));
}

} // namespace

void OrderIndex::see(const QString& group, int row) {
    // Rows of one order mostly stand together: the entry before is moved on.
    const quint64 hash = hashOf(group);
    if (!m_entries.empty() && m_entries.back().hash == hash) {
        m_entries.back().row = row;
        return;
    }
    m_entries.push_back({hash, row});
}

void OrderIndex::close() {
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry& a, const Entry& b) {
        return a.hash != b.hash ? a.hash < b.hash : a.row > b.row;
    });
    const auto end = std::unique(m_entries.begin(), m_entries.end(),
                                 [](const Entry& a, const Entry& b) { return a.hash == b.hash; });
    m_entries.erase(end, m_entries.end());
}

bool OrderIndex::isLastRow(const QString& group, int row) const {
    const quint64 hash = hashOf(group);
    const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), hash,
                                     [](const Entry& e, quint64 h) { return e.hash < h; });
    return at != m_entries.end() && at->hash == hash && at->row == row;
}

} // namespace packbench
