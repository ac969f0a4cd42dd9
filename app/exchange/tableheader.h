#pragma once

#include "exchange/cell.h"
#include "exchange/tablerow.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <initializer_list>

namespace packbench {

/// The row of headings. Columns are found by name; the first of two equal headings counts.
class TableHeader {
public:
    TableHeader() = default;
    explicit TableHeader(const TableRow& row);

    [[nodiscard]] int line() const { return m_line; }
    [[nodiscard]] int size() const { return int(m_names.size()); }
    /// The column of that name, or of the first of several names there is; -1 = none.
    [[nodiscard]] int column(const QString& name) const;
    [[nodiscard]] int column(std::initializer_list<const char16_t*> names) const;
    [[nodiscard]] bool has(const QString& name) const { return column(name) >= 0; }
    /// The heading as it stands in the file.
    [[nodiscard]] QString name(int column) const { return m_names.value(column); }
    /// Headings that are not among those known.
    [[nodiscard]] QStringList unknown(const QStringList& known) const;

private:
    int m_line = 0;
    QStringList m_names;
    QHash<QString, int> m_columns;
};

} // namespace packbench
