#pragma once

#include "bench/snapshot.h"
#include "screens/shownrows.h"

namespace packbench {

/// One order line that still waits, below the open one.
struct LineRow {
    int line = 0;
    ShownLine shown;

    [[nodiscard]] int key() const { return line; }
    bool operator==(const LineRow&) const = default;
};

class LinesModel : public ShownRows {
    Q_OBJECT
    QML_ANONYMOUS
public:
    enum Role { Title = Qt::UserRole, Spec, Bin, Picture, Done, Required, AsksSerial };

    using ShownRows::ShownRows;
    void show(const QList<LineRow>& rows) { match(m_rows, rows); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    QList<LineRow> m_rows;
};

} // namespace packbench
