#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace packbench {

/// One record of a table. Cells are stored in one buffer that is reused from row to row.
class TableRow {
public:
    int line = 0; ///< physical line (CSV) or sheet row (XLSX) where the record begins, 1 = first

    [[nodiscard]] int size() const { return int(m_ends.size()); }
    /// The raw cell; empty when the row has no such cell.
    [[nodiscard]] QStringView cell(int column) const {
        if (column < 0 || column >= size()) {
            return {};
        }
        const qsizetype begin = column == 0 ? 0 : m_ends[size_t(column) - 1];
        return QStringView(m_text).mid(begin, m_ends[size_t(column)] - begin);
    }
    [[nodiscard]] bool isBlank() const { return filled(1) == 0; }
    /// How many cells hold more than blanks, counted up to `enough`.
    [[nodiscard]] int filled(int enough) const {
        int count = 0;
        for (int column = 0; column < size() && count < enough; ++column) {
            count += cell(column).trimmed().isEmpty() ? 0 : 1;
        }
        return count;
    }

    void clear(int newLine) {
        line = newLine;
        m_text.resize(0);
        m_ends.clear();
    }
    void append(QChar character) { m_text.append(character); }
    void append(QStringView text) { m_text.append(text); }
    void endCell() { m_ends.push_back(m_text.size()); }
    /// Length of the cell being written.
    [[nodiscard]] qsizetype openCellLength() const {
        return m_text.size() - (m_ends.empty() ? 0 : m_ends.back());
    }
    [[nodiscard]] qsizetype length() const { return m_text.size(); }

private:
    QString m_text;
    std::vector<qsizetype> m_ends;
};

} // namespace packbench
