#include "exchange/tableheader.h"

#include <QSet>

namespace packbench {

TableHeader::TableHeader(const TableRow& row) : m_line(row.line) {
    for (int column = 0; column < row.size(); ++column) {
        m_names += codeText(row.cell(column));
        const QString heading = headingText(row.cell(column));
        if (!heading.isEmpty() && !m_columns.contains(heading)) {
            m_columns.insert(heading, column);
        }
    }
}

int TableHeader::column(const QString& name) const {
    return m_columns.value(headingText(name), -1);
}

int TableHeader::column(std::initializer_list<const char16_t*> names) const {
    for (const char16_t* name : names) {
        if (const int found = column(QString::fromUtf16(name)); found >= 0) {
            return found;
        }
    }
    return -1;
}

QStringList TableHeader::unknown(const QStringList& known) const {
    QSet<QString> headings;
    for (const QString& name : known) {
        headings.insert(headingText(name));
    }
    QStringList result;
    for (const QString& name : m_names) {
        if (!name.isEmpty() && !headings.contains(headingText(name))) {
            result += name;
        }
    }
    return result;
}

} // namespace packbench
