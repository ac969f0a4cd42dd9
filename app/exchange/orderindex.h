#pragma once

#include <QString>

#include <vector>

namespace packbench {

/// Where each order of a file ends, so that an order can be handed on as soon as its last row has
/// been read, even when its rows do not stand together. 16 bytes a row, whatever the rows hold.
class OrderIndex {
public:
    void see(const QString& group, int row);
    /// After the last see().
    void close();
    [[nodiscard]] bool isLastRow(const QString& group, int row) const;
    [[nodiscard]] int orders() const { return int(m_entries.size()); }

private:
    struct Entry {
        quint64 hash = 0;
        int row = 0;
    };
    std::vector<Entry> m_entries;
};

} // namespace packbench
